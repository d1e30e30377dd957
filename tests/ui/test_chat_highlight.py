"""A quote in its context: nothing is lost, nothing is marked that was not quoted."""

import re
from collections.abc import Callable

import pytest

from ingest.plan import BlockKind, Plan
from ui.highlight import Line, Stretch, context, excerpt, surroundings

Make = Callable[..., Plan]

TEXT = """# Plan
## Mål
Første sætning. Anden sætning her.
- Et punkt
- Et punkt til
\f|Ydelse\tAntal
Sygedagpenge\t455
Kontanthjælp\t236
## Andet
Noget andet.
"""


def marked(lines: tuple[Line, ...]) -> str:
    return "|".join(s.text for line in lines for cell in line.cells for s in cell if s.marked)


def where(plan: Plan, words: str) -> Stretch:
    at = plan.text.index(words)
    return Stretch(at, at + len(words))


@pytest.mark.parametrize(
    ("quote", "expected"),
    [
        ("Anden sætning her.", "Anden sætning her."),
        ("Mål", "Mål"),
        ("Første sætning. Anden sætning her.\nEt punkt", "Første sætning. Anden sætning her.|Et punkt"),
        ("Et punkt til\fSygedagpenge", "Et punkt til|Sygedagpenge"),
        ("penge\t455\nKont", "penge|455|Kont"),
        ("Plan", "Plan"),
        ("Noget andet.", "Noget andet."),
    ],
)
def test_the_marked_words_are_the_quote(make_plan: Make, quote: str, expected: str) -> None:
    plan = make_plan(TEXT)
    lines = excerpt(plan, Stretch(0, len(plan.text)), where(plan, quote))
    assert marked(lines) == expected
    assert re.sub(r"[\n\t\f]", "|", quote) == expected


@pytest.mark.parametrize("start", range(0, 60, 7))
@pytest.mark.parametrize("length", [0, 1, 13, 200])
def test_the_lines_are_the_text(make_plan: Make, start: int, length: int) -> None:
    plan = make_plan(TEXT)
    shown = Stretch(start, min(len(plan.text), start + length))
    joined = "\n".join(line.text for line in excerpt(plan, shown, Stretch(5, 40)))
    assert joined == plan.text[shown.start : shown.end].replace("\f", "\n").strip("\n")


def test_nothing_is_marked_without_a_quote(make_plan: Make) -> None:
    plan = make_plan(TEXT)
    assert marked(excerpt(plan, Stretch(0, len(plan.text)))) == ""


def test_rows_keep_their_cells_and_columns(make_plan: Make) -> None:
    plan = make_plan(TEXT)
    row = excerpt(plan, where(plan, "Sygedagpenge\t455"))[0]
    assert row.kind is BlockKind.ROW
    assert row.columns == ("Ydelse", "Antal")
    assert [cell[0].text for cell in row.cells] == ["Sygedagpenge", "455"]


def test_a_cell_may_be_empty(make_plan: Make) -> None:
    plan = make_plan("# Plan\nSygedagpenge\t\t455\n")
    row = excerpt(plan, where(plan, "Sygedagpenge\t\t455"))[0]
    assert row.cells[1] == ()


def test_the_context_is_the_passages_that_hold_the_quote(make_plan: Make) -> None:
    plan = make_plan(TEXT)
    quote = where(plan, "Anden sætning")
    shown = context(plan, quote)
    assert shown.start <= quote.start
    assert shown.end >= quote.end
    assert (shown.start, shown.end) in {(p.start, p.end) for p in plan.passages}


def test_a_quote_outside_all_passages_is_its_own_context(make_plan: Make) -> None:
    plan = make_plan(TEXT)
    assert context(plan, Stretch(10_000, 10_010)) == Stretch(10_000, 10_010)
    assert surroundings(plan, Stretch(10_000, 10_010)) == Stretch(10_000, 10_010)


def test_the_surroundings_are_the_page(make_plan: Make) -> None:
    plan = make_plan(TEXT)
    page = surroundings(plan, where(plan, "236"))
    assert plan.text[page.start : page.end].startswith("Sygedagpenge")
    assert plan.text[page.end :] == ""


def test_without_pages_the_surroundings_are_what_stands_under_the_headings(make_plan: Make) -> None:
    plan = make_plan("# Plan\nForord.\n## Mål\nA.\n### Delmål\nB.\n## Andet\nC.\n")
    around = surroundings(plan, where(plan, "B."))
    assert plan.text[around.start : around.end] == "Mål\nA.\nDelmål\nB."
