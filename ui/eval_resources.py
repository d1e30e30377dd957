"""What the page "Evaluering" reads: sets, runs and comparisons, each computed once for all visitors."""

from __future__ import annotations

from pathlib import Path

import streamlit as st

from eval.compare import Comparison, compare
from eval.history import History, PastRun
from eval.mistakes import Reading, check_against, read
from eval.plans import Plans
from eval.report.report import Report, make_report
from eval.run import Run
from eval.sets import SetFolder
from eval.shelf import SetShelf, ShelvedSet
from ingest.texts import Language
from ui import resources
from ui.eval_process import Processes


def history() -> History:
    """Return the runs of the store."""
    library = resources.library()
    return History(library.catalogue.runs, library.folder)


def shelf() -> SetShelf:
    """Return the question sets of the store."""
    return SetShelf(resources.library().folder)


def set_folder() -> SetFolder:
    """Return the folder of the store's own sets, to write to."""
    return SetFolder(resources.library().folder)


def plans() -> Plans:
    """Return the plans that a set is held against."""
    library = resources.library()
    return Plans(library.current(), library.plan)


def reading(shelved: ShelvedSet) -> Reading:
    """Return what a set holds, with every mistake in it, also against the plans as they are now."""
    changed = shelved.path.stat().st_mtime_ns
    return _reading(resources.library().folder, shelved.path, changed, resources.library().generation)


def run(past: PastRun) -> Run:
    """Return a run with its rows."""
    return _run(_state_of(past))


def report(past: PastRun, language: Language) -> Report:
    """Return the figures of a run."""
    return _report(_state_of(past), language)


def comparison(before: PastRun, after: PastRun) -> Comparison:
    """Return two runs held together."""
    return _comparison(_state_of(before), _state_of(after))


def _state_of(past: PastRun) -> tuple[Path, str, int]:
    """Return what changes whenever a run does."""
    return resources.library().folder, past.id, past.done


@st.cache_resource(show_spinner=False)
def processes() -> Processes:
    """Return the runs that this server has started."""
    return Processes()


@st.cache_resource(show_spinner=False, max_entries=32)
def _reading(store: Path, path: Path, changed: int, generation: int) -> Reading:
    found = read(path)
    mistakes = (*found.mistakes, *check_against(found.numbered, plans()))
    return Reading(found.name, found.numbered, tuple(sorted(mistakes, key=lambda each: each.line)))


# A run of a hundred questions takes some megabytes: no more than a few are held.
@st.cache_resource(show_spinner=False, max_entries=8)
def _run(state: tuple[Path, str, int]) -> Run:
    return history().open(state[1])


@st.cache_resource(show_spinner=False, max_entries=8)
def _report(state: tuple[Path, str, int], language: Language) -> Report:
    return make_report(_run(state), None, None, language)


@st.cache_resource(show_spinner=False, max_entries=4)
def _comparison(before: tuple[Path, str, int], after: tuple[Path, str, int]) -> Comparison:
    return compare(_run(before), _run(after))
