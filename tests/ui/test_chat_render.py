"""What a plan says is shown as it stands, whatever it says."""

import re
from collections.abc import Callable
from html import unescape
from html.parser import HTMLParser

import pytest

from assistant.answer import Answer, Citation, Hit, Reason
from ingest.plan import Identity, Plan, PlanCard
from ui import lines, pieces, render
from ui.highlight import Stretch, context, excerpt
from ui.markup import Html, element
from ui.sources import Place

NASTY = [
    "<script>alert(1)</script>",
    "<img src=x onerror=alert(1)>",
    "</details></section><h1>Overtaget",
    '" onmouseover="alert(1)',
    "Se note [1] og [2]",
    "**fed** _kursiv_ `kode`",
    "det koster $x$ og $$y$$",
    ":red[rød] :smile: :material/home:",
    "a | b | c",
    "[link](http://eksempel.invalid)",
    "&lt;b&gt; &amp; &",
    "1. punkt\\n# overskrift",
    "\u202eomvendt\u202c",
]
ALLOWED = {
    *("section", "div", "p", "a", "span", "strong", "mark", "details", "summary"),
    *("ul", "li", "table", "tr", "th", "td"),
}


class Seen(HTMLParser):
    """The tags, attributes and words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__(convert_charrefs=True)
        self.tags: list[str] = []
        self.names: set[str] = set()
        self.words: list[str] = []
        self.marked = ""
        self.open: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)
        self.open.append(tag)
        self.names |= {name for name, _ in attrs}

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.append(data)
        self.marked += data if "mark" in self.open else ""


def card(plan: Plan) -> PlanCard:
    return PlanCard(plan.id, plan.document.source, "txt", plan.identity, 1, 1, len(plan.text), "2026-01-01")


def cited(plan: Plan, quote: str, said: str = "{quote} [1]") -> tuple[Answer, Place]:
    start = plan.text.index(quote)
    here = Stretch(start, start + len(quote))
    citation = Citation(1, card(plan), 1, "Mål", quote, here.start, here.end)
    place = Place(card(plan), 1, "Mål", excerpt(plan, context(plan, here), here), number=1)
    text = said.replace("{quote}", quote)
    return Answer("Hvad?", text, False, None, (card(plan),), (citation,), ()), place


@pytest.mark.parametrize("nasty", NASTY)
def test_a_plan_cannot_write_markup(make_plan: Callable[..., Plan], nasty: str) -> None:
    plan = make_plan(f"# Plan\n## Mål\nForan {nasty} bagefter.\n", municipality=nasty, title=nasty)
    answer, place = cited(plan, f"Foran {nasty} bagefter.")
    seen = Seen(render.answer(answer, [place], 0, "da"))
    assert set(seen.tags) <= ALLOWED
    assert seen.names <= {"class", "id", "href", "lang", "aria-label", "role", "tabindex", "open"}
    assert not seen.open
    assert seen.marked == f"Foran {nasty} bagefter."
    assert f"Foran {nasty} bagefter." in "".join(seen.words)


@pytest.mark.parametrize("nasty", NASTY)
def test_a_question_cannot_write_markup(nasty: str) -> None:
    seen = Seen(render.question(nasty, 0, "da"))
    assert seen.tags == ["section", "h2"]
    assert "".join(seen.words) == nasty


def test_marks_lead_to_their_source(make_plan: Callable[..., Plan]) -> None:
    answer, place = cited(make_plan("# Plan\n## Mål\nHøjst 13,5 uger.\n"), "Højst 13,5 uger.")
    html = render.answer(answer, [place], 3, "da")
    target = re.search(r'href="#([^"]+)"', html)
    assert target
    assert f'id="{target[1]}"' in html
    assert html.count("<a ") == 1
    assert "[1]" not in unescape(html)


def test_a_plans_own_brackets_are_no_marks(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan("# Plan\n## Mål\nSom det står i note [1], er tallet 90.\n")
    answer, place = cited(plan, "Som det står i note [1], er tallet 90.")
    html = render.answer(answer, [place], 0, "da")
    assert "note [1], er" in html
    assert html.count("<a ") == 1


def test_a_mark_without_a_citation_stays_text(make_plan: Callable[..., Plan]) -> None:
    answer, place = cited(make_plan("# Plan\n## Mål\nHøjst 90.\n"), "Højst 90.", "{quote} [7] [2024]")
    html = render.answer(answer, [place], 0, "da")
    assert "[7] [2024]" in html
    assert "<a " not in html


def test_lists_and_municipalities_stand_out(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan("# Plan\n## Mål\nHøjst 90.\n")
    answer, place = cited(plan, "Højst 90.", "Sandkilde: To ting:\n- Et [1]\n- To")
    html = render.answer(answer, [place], 0, "da")
    assert "<p><strong>Sandkilde</strong>: To ting:</p><ul><li>Et<a" in html


HEAD = '<tr><th scope="col">Ydelse</th><th scope="col">Antal</th></tr>'
BENEFIT = "<tr><td>Sygedagpenge</td><td>455</td></tr>"


@pytest.mark.parametrize(
    ("rows", "tables"),
    [
        ("|Ydelse\tAntal\nSygedagpenge\t455", [HEAD + BENEFIT]),
        ("Ydelse\tAntal\n|Ydelse\tAntal\nSygedagpenge\t455", [HEAD + BENEFIT]),
        ("Sygedagpenge\t455\nSygedagpenge\t455", [BENEFIT * 2]),
        (
            "|Ydelse\tAntal\nSygedagpenge\t455\n|\nYdelse\tAntal\n|Ydelse\tAntal\nSygedagpenge\t455",
            [HEAD + BENEFIT, HEAD + BENEFIT],
        ),
    ],
)
def test_a_table_keeps_its_columns(make_plan: Callable[..., Plan], rows: str, tables: list[str]) -> None:
    plan = make_plan(f"# Plan\n## Mål\n{rows}\n")
    html = lines.passage(excerpt(plan, Stretch(0, len(plan.text)), Stretch(0, 0)))
    assert re.findall(r"<table>(.*?)</table>", html) == tables


def test_a_quoted_cell_is_marked(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan("# Plan\nYdelse\tAntal\n|Ydelse\tAntal\nSygedagpenge\t455\n")
    start = plan.text.index("455")
    html = lines.passage(excerpt(plan, Stretch(0, len(plan.text)), Stretch(start, start + 3)))
    assert "<td><mark>455</mark></td>" in html


def test_the_place_is_named_in_the_language_of_the_screen(make_plan: Callable[..., Plan]) -> None:
    _, place = cited(make_plan("# Plan\n## Mål\nHøjst 90.\n"), "Højst 90.")
    assert render.place_name(place, "da") == "Sandkilde, Beskæftigelsesplan 2024, s. 1, Mål"
    assert render.place_name(place, "en") == "Sandkilde, Beskæftigelsesplan 2024, p. 1, Mål"


def test_an_abstention_names_the_plans_and_what_came_nearest(make_plan: Callable[..., Plan]) -> None:
    plan = make_plan("# Plan\n## Mål\nHøjst 90.\n")
    hit = Hit(plan.passages[0], card(plan), 0.2)
    answer = Answer("Bil?", "…", True, Reason.NOT_IN_PLANS, (card(plan),), (), (hit,))
    lines = excerpt(plan, Stretch(0, len(plan.text)))
    place = Place(card(plan), 1, "Mål", lines, nearest="Højst 90.")
    html = render.abstention(answer, [place], "da")
    assert '<span class="pv-preview">Højst 90.</span>' in html
    assert "Det har jeg ikke fundet i de planer, jeg har søgt i." in html
    assert "<li>Sandkilde, Beskæftigelsesplan 2024</li>" in html
    assert "se selv, om det svarer på spørgsmålet" in html
    assert "<mark>" not in html


def test_the_assistants_own_words_name_what_is_missing(make_plan: Callable[..., Plan]) -> None:
    said = "Der er ingen plan fra <Sorø> i samlingen."
    answer = Answer("?", said, True, Reason.NO_SUCH_MUNICIPALITY, (), (), ())
    assert "&lt;Sorø&gt;" in render.abstention(answer, [], "da")


def test_the_text_to_copy_holds_the_answer_and_its_sources(make_plan: Callable[..., Plan]) -> None:
    answer, place = cited(make_plan("# Plan\n## Mål\nHøjst **90**.\n"), "Højst **90**.")
    copied = render.plain_text(answer, [place], "da")
    assert copied.splitlines() == [
        "Hvad?",
        "",
        "Højst **90**. [1]",
        "",
        "Kilder",
        "[1] Sandkilde, Beskæftigelsesplan 2024, s. 1, Mål (sandkilde.txt): ”Højst **90**.”",
    ]


@pytest.mark.parametrize("nasty", NASTY)
def test_labels_of_buttons_are_escaped(nasty: str) -> None:
    shown = pieces.literal(nasty)
    assert re.sub(r"\\(.)", r"\1", shown.replace("\u2060", "")) == nasty.replace("\\n", "n") or "\\n" in nasty
    assert not re.search(r"(?<!\\)[*_`$\[\]<>|:]", shown)


def test_only_markup_that_was_made_here_is_markup() -> None:
    assert element("p", "<b>") == "<p>&lt;b&gt;</p>"
    assert element("p", Html("<b>x</b>")) == "<p><b>x</b></p>"
    assert element("p", "x" + Html("<b>")) == "<p>x&lt;b&gt;</p>"


def test_a_plan_without_a_municipality_still_has_a_name(make_plan: Callable[..., Plan]) -> None:
    made = make_plan("# Plan\n## Mål\nHøjst 90.\n")
    unnamed = Identity(None, None, None, "plan", "Plan")
    _, place = cited(Plan(made.id, made.document, unnamed, made.passages), "Højst 90.")
    assert render.place_name(place, "da") == "sandkilde.txt, Plan, s. 1, Mål"
