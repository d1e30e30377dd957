"""What says one goal in two places, and what are two goals in like words."""

from collections.abc import Callable

import pytest

from ingest.goals.extraction import goals
from ingest.plan import Plan

Make = Callable[..., Plan]

ONE = [
    ("Vi vil have, at 120 borgere er i småjob i 2026.", "Inden udgangen af 2026 har 120 borgere et småjob."),
    ("Antallet af langtidsledige skal ned på 95 i 2024.", "Antallet af langtidsledige bringes ned til 95."),
    ("Højst 150 unge på uddannelseshjælp.", "Antallet af unge på uddannelseshjælp reduceres til 150."),
    ("Samarbejdsgraden øges til 40 pct.", "Vores samarbejdsgrad med virksomheder skal op på 40 pct."),
    (
        "Mindst 75 pct. af borgerne er tilfredse.",
        "75 % af de borgere, der har været her, skal være tilfredse.",
    ),
    ("Udledningen af CO2 skal reduceres med 70 pct. i 2030.", "I 2030 er CO2-udledningen nedbragt med 70 %."),
]
TWO = [
    ("Mindst 80 pct. af unge kvinder er i job.", "Mindst 80 pct. af unge mænd er i job."),
    ("Mindst 80 pct. af borgerne roser hjemmeplejen.", "Mindst 80 pct. af de pårørende roser plejehjemmet."),
    ("Antallet af personer på kontanthjælp reduceres med 10 pct.",
     "Antallet af personer på sygedagpenge reduceres med 10 pct."),
    ("Mindst 50 ledige skal have et kursus.", "Mindst 50 borgere skal have et småjob."),
    ("Flere unge skal i uddannelse.", "Flere unge skal i job."),
]  # fmt: skip


@pytest.mark.parametrize(("first", "second", "count"), [(*p, 1) for p in ONE] + [(*p, 2) for p in TWO])
def test_a_chapter_and_an_appendix(first: str, second: str, count: int, make_plan: Make) -> None:
    text = f"## Vores mål\n\n- {first}\n\n## Bilag\n\n### Oversigt over mål\n\n- {second}"
    found = goals(make_plan(f"# Beskæftigelsesplan 2024\n\n{text}\n"))
    assert len(found) == count
    assert sum(len(goal.places) for goal in found) == 2
