"""The page "Planer": which plans there are, adding some, removing one."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st
from streamlit.runtime.uploaded_file_manager import UploadedFile

from ingest.identity import Overrides
from ingest.importing import Import, add_files
from ingest.plan import PlanCard
from ingest.texts import Language, text
from ui import pieces, plan_list, resources
from ui.failure import Calm
from ui.state import State

KINDS = ["pdf", "docx", "html", "htm", "md", "txt"]


def show() -> None:
    """Show the page."""
    state = State()
    language = state.language
    cards = resources.library().cards()
    st.title(text("chat.nav_plans", language))
    if notice := state.notice:
        st.html(pieces.notice(notice))
    if cards:
        st.html(plan_list.table(cards, resources.invented(), language))
    else:
        st.write(text("chat.empty_text", language))
    _add(state)
    if cards:
        _remove(cards, state)


def _add(state: State) -> None:
    language = state.language
    st.subheader(text("chat.add_heading", language))
    if state.import_ is not None:
        st.html(plan_list.outcomes(state.import_, language))
    with st.form(f"add-{state.imports}", border=False):
        files = st.file_uploader(
            text("chat.upload", language),
            type=KINDS,
            accept_multiple_files=True,
            help=text("chat.upload_help", language),
            key=f"files-{state.imports}",
        )
        with st.expander(text("chat.said_heading", language)):
            municipality = st.text_input(text("chat.said_municipality", language))
            year = st.text_input(text("chat.said_year", language), max_chars=4)
            title = st.text_input(text("chat.said_title", language))
        pressed = st.form_submit_button(text("chat.add_button", language), type="primary")
    if not pressed or not files:
        return
    if year and not year.isdecimal():
        st.html(pieces.alert(text("chat.said_year_wrong", language)))
        return
    said = Overrides(municipality.strip() or None, int(year) if year else None, title.strip() or None)
    state.import_ = _read(files, said, language)
    st.rerun()


def _read(files: Sequence[UploadedFile], said: Overrides, language: Language) -> Import:
    """Read uploaded files under the names they had; each has a folder, for two may have the same name."""
    bar = st.progress(0.0)

    def progress(name: str, done: int, count: int) -> None:
        words = text("chat.adding", language, name=name, number=done + 1, count=count)
        bar.progress(done / count, pieces.literal(words))

    with tempfile.TemporaryDirectory(prefix="plansvar-") as folder:
        paths = [_written(Path(folder) / str(number), file) for number, file in enumerate(files)]
        return add_files(resources.library(), paths, said, progress)


def _written(folder: Path, file: UploadedFile) -> Path:
    folder.mkdir()
    path = folder / Path(file.name).name
    path.write_bytes(file.getvalue())
    return path


def _remove(cards: Sequence[PlanCard], state: State) -> None:
    language = state.language
    names = {card.id: f"{card.location} ({card.source})" for card in cards}
    if state.doomed and state.doomed not in names:
        state.doom("")
        st.html(pieces.notice(text("chat.removed_already", language)))
    with st.expander(text("chat.remove_heading", language), expanded=bool(state.doomed)):
        chosen = st.selectbox(
            text("chat.remove_choose", language),
            list(names),
            index=None,
            format_func=lambda id_: names.get(id_, id_),
            placeholder=text("chat.remove_placeholder", language),
        )
        if chosen and chosen == state.doomed:
            _confirm(chosen, names[chosen], state)
        else:
            label = text("chat.remove_button", language)
            st.button(label, disabled=chosen is None, on_click=state.doom, args=(chosen,))


def _confirm(plan: str, name: str, state: State) -> None:
    """Ask once more: what is removed cannot be called back."""
    language = state.language
    st.html(pieces.strong(name))
    st.write(text("chat.remove_confirm", language))
    with st.container(horizontal=True):
        yes = st.button(text("chat.remove_yes", language), type="primary")
        st.button(text("chat.remove_no", language), on_click=state.doom, args=("",))
    if yes:
        state.doom("")
        with Calm(language) as calm:
            card = resources.library().remove(plan)
            state.notice = text("chat.removed", language, location=card.location)
        calm.show()
        if calm.error is None:
            st.rerun()


if __name__ == "__main__":
    show()
