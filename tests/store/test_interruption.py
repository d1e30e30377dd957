"""Ctrl-C at the moments that are hard to hit from outside."""

import pytest

from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Change
from ingest.maintenance import health


@pytest.mark.parametrize("late", [True, False])
def test_a_plan_is_told_as_read_exactly_when_it_is_in_the_store(
    library, write_plan, monkeypatch, late
) -> None:
    files = [write_plan(number) for number in range(4)]
    add = library.add

    def interrupted(document: object, said: Overrides) -> object:
        if len(library.cards()) == 2:
            if late:
                add(document, said)
            raise KeyboardInterrupt
        return add(document, said)

    monkeypatch.setattr(library, "add", interrupted)
    done = add_files(library, files, Overrides())
    assert len(done.changed(Change.ADDED)) == len(library.cards()) == (3 if late else 2)
    assert list(done.unreached) == files[3 if late else 2 :]
    monkeypatch.undo()
    again = add_files(library, files, Overrides())
    assert len(again.changed(Change.PRESENT)) == (3 if late else 2)
    assert len(library.cards()) == 4
    assert health(library) == []
