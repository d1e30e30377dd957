"""The page "Sammenlign": municipalities or plan years side by side, each cell with its proof."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import partial
from pathlib import Path

import streamlit as st

from assistant.cells import Comparison, Row
from assistant.comparison import compare_question, compare_theme
from assistant.editions import newest
from assistant.registered import registered
from assistant.scale import Scale
from assistant.timeline import tally, timeline_theme
from ingest.texts import Language, text
from ui import compare_chart, compare_table, pieces, resources
from ui.compare_choices import show_choices
from ui.compare_state import ROW, CompareState, Way, Wish
from ui.exports.comparison_files import WRITERS
from ui.exports.file_bytes import file_bytes
from ui.sources import cited
from ui.state import State

STYLE = Path(__file__).parent / "compare.css"
# No docstring under these: Streamlit would show it on the page.
CELLS_AT_ONCE = 60
FILES = {"xlsx": "Excel", "docx": "Word", "csv": "CSV", "md": "Markdown"}


def show() -> None:
    """Show the page."""
    language, state = State().language, CompareState()
    library = resources.library()
    cards = library.current()
    if not cards:
        _empty(language)
        return
    st.html(STYLE)
    st.title(text("compare_page.nav", language))
    if library.catalogue.goals.outdated():
        st.html(pieces.notice(text("goals_page.outdated", language)))
    wish = show_choices(state, cards, _goals(library.folder, library.generation), language)
    with st.container(key="compare"):
        if missing := _missing(wish):
            st.html(pieces.notice(text(missing, language)))
            return
        plans = len({card.identity.municipality or card.source for card in cards})
        with st.spinner(text("compare_page.comparing", language, count=len(wish.names) or plans)):
            comparison = _compared(library.folder, library.generation, wish, language)
        _show(comparison, state, language)


@st.cache_data(show_spinner=False, max_entries=4)
def _goals(store: Path, generation: int) -> Counter[str]:
    """Return how many goals of each theme the newest plans have, at one generation of the store."""
    library = resources.library()
    found = registered(library, plans=newest(library.current()))
    return Counter(theme for each in found for theme in each.goal.themes)


@st.cache_resource(show_spinner=False, max_entries=8)
def _compared(store: Path, generation: int, wish: Wish, language: Language) -> Comparison:
    """Return the comparison that is wished for, as it is at one generation of the store."""
    library = resources.library()
    if wish.way is Way.YEARS:
        return timeline_theme(library, wish.one or "", wish.theme, language)
    if wish.way is Way.QUESTION:
        return compare_question(library, wish.question, wish.names, language, resources.assistant(language))
    return compare_theme(library, wish.theme or "", wish.names, language)


def _missing(wish: Wish) -> str:
    """Return the key of the sentence that says what is to be chosen first, or nothing."""
    if wish.way is Way.YEARS:
        return "" if wish.one else "compare_page.choose_one_first"
    if wish.way is Way.QUESTION:
        return "" if wish.question else "compare_page.ask_first"
    return "" if wish.theme else "compare_page.choose_theme_first"


def _empty(language: Language) -> None:
    st.title(text("chat.empty", language))
    st.write(text("compare_page.empty", language))
    if st.button(text("chat.empty_button", language), type="primary", icon=":material/upload_file:"):
        st.switch_page("plans_page.py")


def _show(comparison: Comparison, state: CompareState, language: Language) -> None:
    if not comparison.citations:
        st.html(pieces.notice(text("compare_page.nothing", language)))
    if comparison.timeline and len(comparison.municipalities) < 2:
        st.html(pieces.notice(text("compare_page.one_year", language, municipality=comparison.timeline)))
    with st.container(key="compare-bar", horizontal=True, vertical_alignment="center"):
        st.html(pieces.notice(_summary(comparison, language)))
        _downloads(comparison, language)
    names = ("compare_page.side_by_side", "compare_page.one_scale")
    beside, scale = st.tabs([text(name, language) for name in names])
    with beside:
        _rows(comparison, state, language)
    with scale:
        _scale(comparison, language)


def _summary(comparison: Comparison, language: Language) -> str:
    if comparison.timeline:
        counts = tally(comparison)
        told = [text(f"compare_page.tally_{kind}", language, count=count) for kind, count in counts.items()]
        return " ".join([", ".join(told).capitalize() + "."] if told else [])
    found = sum(len(row.found) for row in comparison.rows)
    owners, rows = len(comparison.municipalities), len(comparison.rows)
    columns = text(
        "chat.municipality_one" if owners == 1 else "chat.municipality_many", language, count=owners
    )
    if comparison.question:
        return text("compare_page.summary_question", language, found=found, municipalities=columns)
    lines = text("compare_page.row_one" if rows == 1 else "compare_page.row_many", language, count=rows)
    return text("compare_page.summary", language, goals=found, rows=lines, municipalities=columns)


def _rows(comparison: Comparison, state: CompareState, language: Language) -> None:
    st.html(compare_table.legend(comparison.timeline is not None, language))
    blocks = compare_table.blocks(comparison.rows, CELLS_AT_ONCE)
    for block in blocks[: state.blocks]:
        _block(block, comparison, language)
    if left := sum(len(block) for block in blocks[state.blocks :]):
        st.button(text("compare_page.more", language, count=left), on_click=state.more)


def _block(block: Sequence[Row], comparison: Comparison, language: Language) -> None:
    library = resources.library()
    proofs = [cell.citation for row in block for cell in row.found if cell.citation is not None]
    places = {proof.n: cited(library, proof) for proof in proofs}
    st.html(compare_table.rows(block, comparison, places, language))


def _scale(comparison: Comparison, language: Language) -> None:
    """Draw the numbers of a row that can be put on one scale, and say why the others cannot."""
    rows = comparison.rows
    offered = compare_chart.numbered(rows)
    if not offered:
        st.html(pieces.notice(text("compare_page.no_numbers", language)))
        return
    chosen = st.selectbox(
        text("goals.measured", language), offered, key=ROW, format_func=lambda n: rows[n].label
    )
    row = rows[chosen if chosen in offered else offered[0]]
    by_year = comparison.timeline is not None
    if scale := compare_chart.drawn(row):
        spec = compare_chart.chart(row, scale, by_year, language)
        st.vega_lite_chart(spec=dict(spec), alt=compare_chart.read_aloud(row, scale, language))
    else:
        st.html(pieces.strong(text("compare_page.not_drawn", language)))
    st.html(compare_table.remarks(_about(row, scale, by_year, language)))


def _about(row: Row, scale: Scale | None, by_year: bool, language: Language) -> list[str]:
    """Return what is to be known of a chart: its lines, what it does not say, and what it leaves out."""
    told = [remark.words for remark in (row.differences if by_year else row.notes)]
    if scale and compare_chart.has_start(row, scale):
        told.insert(0, text("compare_page.start", language))
    if scale and not by_year and compare_chart.says_nothing_of_size(row, scale):
        told.append(text("compare_page.sizes", language))
    return told


def _downloads(comparison: Comparison, language: Language) -> None:
    """Offer the comparison as files; they are made when they are asked for."""
    name = text("compare_page.file", language)
    for ending, label in FILES.items():
        st.download_button(
            label,
            partial(content, comparison, ending, language),
            f"{name}.{ending}",
            key=f"compare-as-{ending}",
            icon=":material/download:",
            on_click="ignore",
        )


def content(comparison: Comparison, ending: str, language: Language) -> bytes:
    """Return a comparison as a file of this kind."""
    return file_bytes(lambda file: WRITERS[ending](file, comparison, language))


if __name__ == "__main__":
    show()
