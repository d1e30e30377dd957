"""Several real processes on one store."""

import time
from pathlib import Path

from ingest.danish.stems import stem
from ingest.library import Library
from ingest.maintenance import health, rebuild


def test_what_one_process_adds_or_removes_another_that_was_open_finds_at_once(
    other, write_plan, library
) -> None:
    first, second = other(), other()
    assert first.ask("add", write_plan(0))["done"] == ["added"]
    for open_one in (first, second):
        assert open_one.ask("plans") == ["ananas-0.txt"]
        assert open_one.ask("nearest", "ananas") == "ananas-0.txt"
    assert second.ask("add", write_plan(1))["done"] == ["added"]
    assert first.ask("nearest", "banan") == "banan-1.txt"
    assert first.ask("matching", "banan") == "banan-1.txt"
    assert [card.source for card in library.current()] == ["ananas-0.txt", "banan-1.txt"]
    assert second.ask("remove", "ananas-0.txt") == "ananas-0.txt"
    assert first.ask("plans") == ["banan-1.txt"]
    assert first.ask("nearest", "ananas") == "banan-1.txt"
    assert health(library) == []


def test_three_processes_that_add_at_the_same_time_lose_nothing(other, write_plan, library) -> None:
    processes = [other() for _ in range(3)]
    for number, process in enumerate(processes):
        process.send("add", *(write_plan(n) for n in range(number, 24, 3)))
    seen = 0
    while seen < 24:
        now = len(library.current())
        assert now >= seen
        seen = now
        time.sleep(0.02)
    assert [process.hear()["done"] for process in processes] == [["added"] * 8] * 3
    assert health(library) == []
    for process in processes:
        for word in ("ananas", "lakrids", "timian"):
            assert process.ask("nearest", word).startswith(word)


def test_the_same_plans_added_by_two_processes_at_once_are_there_once(other, write_plan, library) -> None:
    files = [write_plan(number) for number in range(12)]
    first, second = other(), other()
    first.send("add", *files)
    second.send("add", *files)
    done = first.hear()["done"], second.hear()["done"]
    assert sum(both.count("added") for both in done) == 12
    assert len(library.cards()) == 12
    assert health(library) == []


def test_a_plan_that_two_processes_remove_at_once_is_gone_and_one_of_them_says_so(
    other, write_plan, library
) -> None:
    first, second = other(), other()
    for number in range(6):
        file = write_plan(number)
        first.ask("add", file)
        first.send("remove", file.name)
        second.send("remove", file.name)
        said = [first.hear(), second.hear()]
        assert sorted(map(str, said)) == sorted([file.name, str({"error": "unknown_plan"})])
    assert library.cards() == ()
    assert health(library) == []


def test_a_plan_added_and_removed_by_two_processes_again_and_again_is_whole_or_gone(
    other, write_plan, library
) -> None:
    file = write_plan(0)
    first, second = other(), other()
    for _ in range(8):
        first.send("add", file)
        second.send("remove", file.name)
        first.hear()
        second.hear()
        assert len(library.current()) in (0, 1)
    assert health(library) == []


def test_vectors_that_two_open_processes_write_in_turn_are_all_found(other) -> None:
    """Past Chroma's sync threshold of 1,000 rows a stale writer made the other's rows unreachable."""
    first, second = other(), other()
    second.ask("put", 0, 10)
    for start in range(10, 7210, 2400):
        first.ask("put", start, 1200)
        second.ask("put", start + 1200, 1200)
    third = other()
    for process in (first, second, third):
        assert process.ask("found", 0, 7210, 120) == 61


def test_asking_goes_on_while_another_process_rebuilds(other, write_plan, library) -> None:
    rebuilder, asker = other(), other()
    rebuilder.ask("add", *(write_plan(number) for number in range(12)))
    before = asker.ask("nearest", "banan")
    for _ in range(3):
        rebuilder.send("rebuild")
        for _ in range(10):
            assert asker.ask("nearest", "banan") == before == "banan-1.txt"
            assert asker.ask("matching", "citron") == "citron-2.txt"
            assert len(library.vectors([card.id for card in library.current()])[0]) >= 12
        assert rebuilder.hear() == 12
    assert health(library) == []


def test_a_process_killed_after_the_vectors_and_before_the_catalogue_leaves_no_half_plan(
    other, write_plan, library
) -> None:
    dying = other()
    dying.ask("die_after", 3)
    dying.send("add", *(write_plan(number) for number in range(5)))
    assert dying.hear() is None
    assert [card.source for card in library.current()] == ["ananas-0.txt", "banan-1.txt"]
    assert [finding.code for finding in health(library)] == ["health_left_over"]
    assert library.nearest(library.encoder.encode_question("citron"), 20)
    going_on = other()
    assert going_on.ask("add", *(write_plan(number) for number in range(5)))["done"] == [
        *["present"] * 2,
        *["added"] * 3,
    ]
    assert rebuild(library) == 5
    assert health(library) == []
    assert going_on.ask("nearest", "citron") == "citron-2.txt"


def test_a_process_killed_anywhere_leaves_whole_plans_only(other, write_plan, library) -> None:
    files = [write_plan(number) for number in range(24)]
    for kill in range(5):
        dying = other()
        dying.send("add", *files)
        known = len(library.cards())
        deadline = time.monotonic() + 120
        while len(library.cards()) == known and time.monotonic() < deadline:
            time.sleep(0.002)
        time.sleep(0.013 * kill)
        dying.process.kill()
        dying.process.wait()
        assert_whole(library)
        if len(library.cards()) == len(files):
            break
    other().ask("add", *files)
    assert len(library.cards()) == len(files)
    rebuild(library)
    assert health(library) == []


def test_a_killed_rebuild_leaves_the_store_as_it_was(other, write_plan, library) -> None:
    adding = other()
    adding.ask("add", *(write_plan(number) for number in range(24)))
    dying = other()
    dying.send("rebuild")
    deadline = time.monotonic() + 120
    folders = library.folder / "vectors"
    while sum(folder.is_dir() for folder in folders.iterdir()) < 2 and time.monotonic() < deadline:
        time.sleep(0.002)
    dying.process.kill()
    dying.process.wait()
    assert_whole(library)
    assert adding.ask("nearest", "banan") == "banan-1.txt"
    assert "health_left_over_index" in {finding.code for finding in health(library)}
    rebuild(library)
    assert health(library) == []


def assert_whole(library: Library) -> None:
    """Every plan has its pages, blocks, passages, terms and vectors, and is found by its own word."""
    assert {finding.code for finding in health(library)} <= {"health_left_over", "health_left_over_index"}
    for card in library.cards():
        plan = library.plan(card.id)
        assert plan.document.blocks
        assert (
            len(plan.passages)
            == len(library.catalogue.terms([card.id]))
            == len(library.vectors([card.id])[0])
        )
        word = Path(card.source).stem.partition("-")[0]
        assert library.catalogue.matching([stem(word)], [card.id], 1)
