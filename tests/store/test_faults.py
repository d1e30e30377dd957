"""What can be wrong with a store: each is a clear error, and nothing half stands afterwards."""

import os
import re
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from ingest.errors import ModelError, StoreError, UnknownPlanError
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Change, Library
from ingest.maintenance import health, rebuild
from ingest.schema import UPGRADES, VERSION

FULL = """
import resource, sys
from pathlib import Path
sys.path[:0] = [sys.argv[1], sys.argv[2]]
from worker import Words
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
library = Library(Path(sys.argv[3]), Words)
resource.setrlimit(resource.RLIMIT_FSIZE, (int(sys.argv[4]), resource.RLIM_INFINITY))
done = add_files(library, [Path(name) for name in sys.argv[5:]], Overrides())
print(len(done.outcomes), len(done.unreached), *(o.error.code for o in done.failed))
"""


def test_a_store_that_is_a_file_says_so(tmp_path, words) -> None:
    file = tmp_path / "store"
    file.write_text("", encoding="utf-8")
    with pytest.raises(StoreError) as caught:
        Library(file, words)
    assert caught.value.code == "store_not_a_folder"
    with pytest.raises(StoreError) as caught:
        Library(file / "below", words)
    assert caught.value.code == "store_not_a_folder"


@pytest.mark.parametrize("damage", [b"x" * 8192, b"SQLite format 3\0" + b"x" * 8000])
def test_a_damaged_catalogue_says_so_and_is_left_alone(tmp_path, words, damage) -> None:
    file = tmp_path / "catalogue.sqlite"
    file.write_bytes(damage)
    with pytest.raises(StoreError) as caught:
        Library(tmp_path, words)
    assert caught.value.code == "store_damaged"
    assert file.read_bytes() == damage


def test_a_catalogue_damaged_in_the_middle_is_found_by_doctor_or_told_when_read(
    library, read_plan, words
) -> None:
    for number in range(12):
        library.add(read_plan(number))
    library.close()
    file = library.folder / "catalogue.sqlite"
    data = bytearray(file.read_bytes())
    data[len(data) // 2 : len(data) // 2 + 4096] = b"\xff" * 4096
    file.write_bytes(data)
    damaged = Library(library.folder, words)
    try:
        assert "health_catalogue" in {finding.code for finding in health(damaged)}
    except StoreError as error:
        assert error.code == "store_damaged"  # noqa: PT017 - either is an honest answer
    damaged.close()


def test_an_empty_catalogue_file_becomes_a_store(tmp_path, words) -> None:
    (tmp_path / "catalogue.sqlite").touch()
    library = Library(tmp_path, words)
    assert library.cards() == ()
    library.close()


def test_a_store_of_a_newer_version_is_left_alone(library, words) -> None:
    library.close()
    with sqlite3.connect(library.folder / "catalogue.sqlite") as file:
        file.execute(f"PRAGMA user_version = {VERSION + 1}")
    file.close()
    with pytest.raises(StoreError) as caught:
        Library(library.folder, words)
    assert caught.value.code == "store_newer"


def test_a_store_of_the_first_version_is_upgraded_and_wants_a_rebuild(library, read_plan, words) -> None:
    library.add(read_plan(0))
    library.close()
    with sqlite3.connect(library.folder / "catalogue.sqlite") as file:
        for table in reversed(re.findall(r"CREATE TABLE (\w+)", "".join(UPGRADES.values()))):
            file.execute(f"DROP TABLE IF EXISTS {table}")
        file.execute("UPDATE meta SET value = '1' WHERE key = 'analysis'")
        file.execute("PRAGMA user_version = 1")
    file.close()
    upgraded = Library(library.folder, words)
    assert upgraded.outdated
    assert {finding.code for finding in health(upgraded)} >= {"health_missing", "health_old_terms"}
    assert upgraded.vectors([upgraded.cards()[0].id])[1].shape == (0, 1499)
    rebuild(upgraded)
    assert health(upgraded) == []
    assert not upgraded.outdated
    upgraded.close()


def test_a_disk_that_fills_up_in_the_catalogue_leaves_no_half_plan(library, read_plan) -> None:
    library.add(read_plan(0))
    database = library.catalogue._db._db
    pages = database.execute("PRAGMA page_count").fetchone()[0]
    database.execute(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(StoreError) as caught:  # noqa: PT012 - which of them finds the disk full is not ours to say
        for number in range(1, 40):
            library.add(read_plan(number))
    assert caught.value.code == "disk_full"
    database.execute("PRAGMA max_page_count = 1000000")
    sources = [card.source for card in library.cards()]
    assert library.add(read_plan(len(sources))).change is Change.ADDED
    assert health(library) == []


def test_a_disk_that_fills_up_in_the_vectors_leaves_no_half_plan(library, read_plan, monkeypatch) -> None:
    def full(*_: object) -> None:
        raise StoreError(library.folder, "disk_full", detail="No space left on device")

    monkeypatch.setattr(library.index, "add", full)
    with pytest.raises(StoreError):
        library.add(read_plan(0))
    monkeypatch.undo()
    assert library.cards() == ()
    assert library.add(read_plan(0)).change is Change.ADDED
    assert health(library) == []


@pytest.mark.skipif(sys.platform == "win32", reason="Windows knows no limit on the size of a file")
@pytest.mark.parametrize("limit", [40_000, 400_000])
def test_a_process_that_may_write_no_more_stops_and_keeps_what_it_has(
    tmp_path, write_plan, library, words, limit
) -> None:
    """A limit on the size of files stands in for a full disk: it needs no rights of its own."""
    files = [str(write_plan(number)) for number in range(40)]
    here = Path(__file__)
    done = subprocess.run(
        [sys.executable, "-c", FULL, here.parents[2], here.parent, library.folder, str(limit), *files],
        capture_output=True,
        text=True,
        check=True,
    )
    reached, unreached, *codes = done.stdout.split()
    assert codes == ["disk_full"]
    assert int(reached) + int(unreached) == 40
    assert len(library.cards()) == int(reached) - 1
    assert {finding.code for finding in health(library)} <= {"health_left_over"}
    assert len(add_files(library, [Path(file) for file in files], Overrides()).failed) == 0


@pytest.fixture(params=["700k", "2500k"])
def small_disk(request, tmp_path) -> Iterator[Path]:
    folder = tmp_path / "small"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", f"size={request.param}", "tmpfs", str(folder)]
    if shutil.which("mount") is None or subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("a small disk needs the right to mount one")
    yield folder
    subprocess.run(["umount", "-l", str(folder)], check=True)


def test_a_real_disk_that_fills_up_keeps_whole_plans_only(small_disk, write_plan, words) -> None:
    files = [write_plan(number) for number in range(40)]
    library = Library(small_disk / "store", words)
    done = add_files(library, files, Overrides())
    library.close()
    library = Library(small_disk / "store", words)
    assert [outcome.error.code for outcome in done.failed if outcome.error] == ["disk_full"]
    kept = {card.source for card in library.cards()}
    assert kept == {file.name for file in files[: len(kept)]}
    assert len(kept) + 1 + len(done.unreached) == 40
    for card in library.cards():
        assert len(library.vectors([card.id])[0]) == card.passages == len(library.catalogue.terms([card.id]))
    library.close()


@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere")
def test_a_store_that_may_not_be_written_says_so(tmp_path, words) -> None:
    folder = tmp_path / "store"
    folder.mkdir(mode=0o500)
    with pytest.raises(StoreError) as caught:
        Library(folder, words)
    assert caught.value.code == "store_unwritable"


def test_a_store_below_a_place_where_nobody_may_write_says_so(words) -> None:
    if not Path("/proc/self").is_dir():
        pytest.skip("needs /proc")
    with pytest.raises(StoreError) as caught:
        Library(Path("/proc/self/store"), words)
    assert caught.value.code == "store_unwritable"


def test_a_vector_index_that_is_damaged_says_rebuild_and_rebuild_mends_it(library, read_plan, words) -> None:
    library.add(read_plan(0))
    library.close()
    shutil.rmtree(library.folder / "vectors")
    (library.folder / "vectors" / "first").mkdir(parents=True)
    (library.folder / "vectors" / "first" / "chroma.sqlite3").write_bytes(b"x" * 5000)
    damaged = Library(library.folder, words)
    for _ in range(2):
        with pytest.raises(StoreError) as caught:
            damaged.nearest(damaged.encoder.encode_question("ananas"), 3)
        assert caught.value.code == "index_unusable"
    # Scoped questions read the catalogue alone.
    assert len(damaged.vectors([damaged.cards()[0].id])[0]) == damaged.cards()[0].passages
    rebuild(damaged)
    assert health(damaged) == []
    damaged.close()


def test_a_vector_index_that_is_gone_is_named_and_made_anew(library, read_plan, words) -> None:
    library.add(read_plan(0))
    library.close()
    shutil.rmtree(library.folder / "vectors")
    bare = Library(library.folder, words)
    assert [finding.code for finding in health(bare)] == ["health_missing"]
    rebuild(bare)
    assert health(bare) == []
    bare.close()


def test_another_model_is_named_with_the_remedy_and_a_rebuild_takes_it(library, read_plan, words) -> None:
    library.add(read_plan(0))
    library.close()
    other = Library(library.folder, lambda: words(31))
    for use in (lambda: other.encoder, lambda: other.add(read_plan(1))):
        with pytest.raises(ModelError) as caught:
            use()
        assert caught.value.code == "model_mismatch"
        assert "plansvar rebuild" in caught.value.remedy()
    assert rebuild(other) == 1
    assert other.add(read_plan(1)).change is Change.ADDED
    assert other.vectors([card.id for card in other.current()])[1].shape[1] == 31
    assert other.nearest(other.encoder.encode_question("banan"), 1)
    assert health(other) == []
    other.close()
    with pytest.raises(ModelError):
        _ = Library(library.folder, words).encoder


def test_a_model_that_another_process_changes_is_noticed_before_anything_is_written(
    library, read_plan, words
) -> None:
    library.add(read_plan(0))
    assert library.encoder
    other = Library(library.folder, lambda: words(31))
    rebuild(other)
    with pytest.raises(ModelError):
        library.add(read_plan(1))
    assert len(other.cards()) == 1
    assert health(other) == []
    other.close()


@pytest.mark.parametrize("name", ["", "x", "ukendt.txt", "*", "12", "../ananas-0.txt"])
def test_removing_what_is_not_there_says_so(library, read_plan, name) -> None:
    library.add(read_plan(0))
    with pytest.raises(UnknownPlanError):
        library.remove(name)
    assert len(library.cards()) == 1
