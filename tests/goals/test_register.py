"""Goals are kept with their plans: filled, made anew, and removed with them."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from ingest.catalogue import Vectors
from ingest.goals import register
from ingest.goals.extraction import goals
from ingest.identity import Overrides
from ingest.library import Library
from ingest.maintenance import rebuild
from ingest.plan import Plan

TEXT = """# Beskæftigelsesplan {year}

## Resultatmål

- Antallet af unge på uddannelseshjælp skal nedbringes til {value} i {year}.
- Mindst 60 pct. af de sygemeldte er i delvist arbejde (52 pct. i 2021).
"""


class Letters:
    """An encoder for tests: a vector counts letters."""

    fingerprint = "letters"
    dimension = 26

    def encode_passages(self, texts: list[str]) -> Vectors:
        rows = [[text.lower().count(chr(97 + n)) + 0.01 for n in range(26)] for text in texts]
        return np.array(rows, dtype=np.float32)

    def encode_question(self, text: str) -> Vectors:
        return self.encode_passages([text])[0]


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    library = Library(tmp_path / "store", Letters)
    yield library
    library.close()


def added(library: Library, plan: Plan, number: int = 0, year: int = 2024) -> str:
    document = replace(plan.document, sha256=f"{number:064d}")
    return library.add(document, Overrides("Sandby", year)).card.id


def kept(library: Library) -> tuple[str, ...]:
    plans = [card.id for card in library.current()]
    return tuple(goal.statement for goal in library.catalogue.goals.goals(plans))


def test_adding_a_plan_keeps_its_goals(library: Library, make_plan: Callable[..., Plan]) -> None:
    id_ = added(library, make_plan(TEXT.format(year=2024, value=95)))
    assert library.catalogue.goals.goals([id_]) == goals(library.plan(id_))
    assert len(kept(library)) == 2


def test_removing_a_plan_removes_its_goals(library: Library, make_plan: Callable[..., Plan]) -> None:
    id_ = added(library, make_plan(TEXT.format(year=2024, value=95)))
    library.remove(id_)
    assert library.catalogue.goals.goals([id_]) == ()


def test_a_rebuild_makes_the_goals_anew(
    library: Library, make_plan: Callable[..., Plan], monkeypatch: pytest.MonkeyPatch
) -> None:
    added(library, make_plan(TEXT.format(year=2024, value=95)))
    assert not library.outdated
    monkeypatch.setattr(register, "register_version", lambda: "later")
    assert library.outdated
    rebuild(library)
    assert not library.outdated
    assert len(kept(library)) == 2


def test_what_a_user_says_of_a_plan_is_said_of_its_goals(
    library: Library, make_plan: Callable[..., Plan]
) -> None:
    text = "# Plan\n\n## Mål\n\n- Antallet af ledige skal falde sammenholdt med 2023.\n"
    id_ = added(library, make_plan(text), year=2022)
    library.update(id_, Overrides(year=2024))
    (goal,) = library.catalogue.goals.goals([id_])
    assert goal.target.deadline == "2024"


def test_a_store_from_before_the_register_is_upgraded_and_wants_a_rebuild(
    library: Library, make_plan: Callable[..., Plan], make_older: Callable[[Path, int], None]
) -> None:
    id_ = added(library, make_plan(TEXT.format(year=2024, value=95)))
    library.close()
    make_older(library.folder, 2)
    upgraded = Library(library.folder, Letters)
    assert upgraded.outdated
    assert upgraded.catalogue.goals.goals([id_]) == ()
    rebuild(upgraded)
    assert not upgraded.outdated
    assert len(kept(upgraded)) == 2
    upgraded.close()
