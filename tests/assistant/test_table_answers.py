"""Figures that are asked for in plain words and stand in a table: the right row and the right column."""

from collections.abc import Callable

import pytest

from assistant.assistant import Assistant
from assistant.question import Question

OLD = """# Lundby Kommune Beskæftigelsesplan 2021

## Ydelser i Lundby

Antal fuldtidspersoner, 1. kvartal 2020:

| Ydelse | Antal fuldtidspersoner | Andel i hele landet (pct.) | Ventetid (uger) |
|---|---|---|---|
| Sygedagpenge | 301 | 2,1 | 7 |
| Fleksjob | 155 | 1,9 | 5 |
| Ledighedsydelse | 27 | 0,3 | 6 |

## Besøgsvenner

Nye ledige får en besøgsven. Besøgsvennen kommer inden for fire hverdage.
"""
NEW = """# Lundby Kommune Beskæftigelsesplan 2024

## Ydelser i Lundby

Antal fuldtidspersoner, 1. kvartal 2023:

| Ydelse | Lundby | Andel af de 16-66-årige | Hele landet | Ændring på et år |
|---|---|---|---|---|
| Sygedagpenge | 320 | 2,4 pct. | 2,0 pct. | 19 |
| Kontanthjælp | 211 | 1,6 pct. | 1,3 pct. | -12 |
| Fleksjob | 164 | 1,2 pct. | 1,8 pct. | 4 |
| Førtidspension | 905 | 5,8 pct. | 6,0 pct. | 3 |
| Seniorpension | 88 | 0,6 pct. | 0,7 pct. | 9 |
| Tidlig pension | 41 | 0,3 pct. | 0,3 pct. | 7 |

Sygemeldte med et job får 2 besøg hos fysioterapeuten. I 2022 kom 37 fleksjob i stand hos bageren.

## Ledigheden

Ledigheden må højst være 1,8 pct. i 2025. I maj 2023 var 2,2 pct. ledige mod 2,9 pct. året før.

## Hvad blev der af målene for 2023?

| Mål fra planen for 2023 | Målet var | Resultatet blev |
|---|---|---|
| Fuldtidspersoner i fleksjob | 170 | 166 |
| Ventetid (uger) | 4 | 5 |

## Nye mål

Mindst 180 personer er i fleksjob ved udgangen af 2025. Målet er hævet, fordi flere virksomheder er med.

## Penge til indsatsen

| Post | Budget 2023 (mio. kr.) | Budget 2024 (mio. kr.) |
|---|---|---|
| Mentorer | 3,3 | 3,9 |
| Sprogskole | 5,5 | 5,1 |
| I alt | 8,8 | 9,0 |
"""


@pytest.fixture(scope="module")
def lundby(on_plans: Callable[..., Assistant]) -> Assistant:
    return on_plans({"lundby-2021.md": OLD, "lundby-2024.md": NEW})


@pytest.mark.parametrize(
    ("question", "held", "left_out"),
    [
        # A word that means the same as the label, beside a sentence that has the word itself.
        ("hvor mange sygemeldte har lundby", ("320",), ("fysioterapeut", "301")),
        ("Hvor mange kontanthjælpsmodtagere er der i Lundby?", ("211",), ("320",)),
        # What came about in a year is not how many there are.
        ("Hvor mange er i fleksjob i Lundby?", ("164",), ("37",)),
        ("Hvor mange er på kontanthjælp og i fleksjob i Lundby?", ("211", "164"), ("37",)),
        # "Pension" may mean another row, but here it has rows of its own.
        ("Hvor mange er på seniorpension og tidlig pension i Lundby?", ("88", "41"), ("905",)),
        ("Hvor stor en andel får sygedagpenge i Lundby og i hele landet?", ("2,4", "2,0"), ("320",)),
        # More or less than elsewhere is told by the two numbers that are measured alike.
        (
            "ligger lundby over eller under landsgennemsnittet på førtidspension",
            ("5,8", "6,0"),
            ("905", "0,6"),
        ),
        ("er der flere på sygedagpenge i lundby end i hele landet", ("2,4", "2,0"), ("320", "19")),
        ("har lundby færre i fleksjob end resten af landet", ("1,2", "1,8"), ("164",)),
        ("skal lundby ligge under landsgennemsnittet på førtidspension", (), ("5,8",)),
        # A column that is called as the municipality, and one that only the older plan has.
        ("Hvad er tallet for ”Fleksjob” under ”Lundby” i Lundby?", ("164",), ("1,2",)),
        ("Hvad er tallet for ”Fleksjob” under ”Ventetid (uger)” i Lundby?", ("5",), ("164",)),
        # Only the older plan has that row; another benefit of the newer one is not the same.
        ("hvor mange er på ledighedsydelse i lundby", ("27",), ("164",)),
        ("Hvad er det samlede budget i Lundby i 2024?", ("9,0",), ("8,8", "3,9")),
        (
            "Hvad er det samlede budget til beskæftigelsesindsatsen i Lundby i 2024 over for 2023?",
            ("9,0", "8,8"),
            ("3,9",),
        ),
        ("Hvad er det samlede beløb til indsatsen i Lundby i 2024?", ("9,0",), ("8,8",)),
        # Two things of one row.
        ("Hvor mange er på kontanthjælp i Lundby, og hvad er deres andel?", ("211", "1,6"), ("-12",)),
        ("Hvor mange er i fleksjob i Lundby, og hvor stor er ændringen på et år?", ("164", "4 ("), ("1,2",)),
        (
            "Hvad er andelen på førtidspension i Lundby, og hvad er den på landsplan?",
            ("5,8", "6,0"),
            ("905",),
        ),
        # How a number has changed, by a column, by two years or in words, and not what it shall be.
        ("er der kommet flere på sygedagpenge i lundby", ("19",), ("320",)),
        ("Hvor meget er antallet på kontanthjælp faldet i Lundby?", ("-12",), ("211",)),
        ("Er der blevet flere penge til mentorer i Lundby?", ("3,3", "3,9"), ()),
        ("er ledigheden faldet i lundby", ("2,2", "2,9"), ("1,8",)),
        ("Hvad er ledigheden i Lundby?", ("2,2",), ("1,8",)),
        ("Hvad er målet for ledigheden i Lundby?", ("1,8",), ("2,9",)),
        ("Hvor meget skal ledigheden falde til i Lundby?", ("1,8",), ("2,9",)),
        # What came of a goal, beside what it was; and the new goal where that is asked for.
        ("Blev målet for fleksjob nået i Lundby?", ("170", "166"), ("180",)),
        ("hvad blev resultatet for fleksjob i lundby i 2023", ("166",), ("180",)),
        ("Hvad er målet for fleksjob i Lundby?", ("180",), ("166",)),
        ("Hvorfor er målet for fleksjob hævet i Lundby, når det ikke blev nået?", ("fordi",), ("166",)),
        # What only the older plan tells.
        ("Hvor længe venter man på en besøgsven i Lundby?", ("fire hverdage",), ()),
        # A number of another time is none.
        ("Hvor mange var på kontanthjælp i Lundby i 3. kvartal 2023?", ("ikke fundet",), ("211",)),
        ("Hvor stor var ledigheden i Lundby i oktober 2023?", ("ikke fundet",), ("2,2",)),
        ("Hvad er tallet for ”I alt” under ”Budget 2023 (mio. kr.)” i Lundby?", ("8,8",), ("9,0",)),
    ],
)
def test_the_cells_asked_for_are_told(
    lundby: Assistant, question: str, held: tuple[str, ...], left_out: tuple[str, ...]
) -> None:
    told = lundby.ask(Question(question)).text
    assert all(figure in told for figure in held)
    assert not any(figure in told for figure in left_out)
