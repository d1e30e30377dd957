from dataclasses import replace

import pytest

from assistant.answer import Reason
from eval.compare import compare
from eval.gate import GateError, check, load_gate
from eval.outcome import Outcome
from eval.run import evaluate, reopen, save_baseline
from eval.summary import summarise

GATE = """
[floors]
right = 0.9
[floors.kind.number]
right = 1.0
[ceilings]
wrong_municipality = 0.0
[margins]
right = 0.05
truthfulness = 0.1
"""


@pytest.fixture
def good(set_path, shelf, collection):
    return evaluate(set_path, shelf, collection)


@pytest.fixture
def planted(set_path, shelf, collection, monkeypatch):
    """The same answerer with three questions broken, each at another step."""
    answer = shelf.ask

    def ask(question):
        found = answer(question)
        if question.id == "t1":
            return replace(found, hits=(), citations=(), text="Det er der mange af.")
        if question.id == "t3":
            other = next(hit for hit in found.hits if hit.plan.source == "aavig-2024.txt")
            return shelf.answered(question, found.hits, other)
        if question.id == "t5":
            return shelf.answered(question, found.hits, found.hits[0])
        return found

    monkeypatch.setattr(shelf, "ask", ask)
    return evaluate(set_path, shelf, collection)


@pytest.fixture
def gate(tmp_path):
    path = tmp_path / "gate.toml"
    path.write_text(GATE)
    return load_gate(path)


def test_planted_regressions_are_named_with_the_step_they_failed_at(good, planted):
    found = compare(good, planted)
    assert {pair.after.case.id: pair.outcomes for pair in found.broke} == {
        "t1": (Outcome.RIGHT, Outcome.NOT_RETRIEVED),
        "t3": (Outcome.RIGHT, Outcome.NOT_CHOSEN),
        "t5": (Outcome.DECLINED_RIGHTLY, Outcome.SHOULD_HAVE_DECLINED),
    }
    assert found.mended == ()
    assert found.difference("right").change.value == pytest.approx(-0.5)
    assert found.difference("right").is_better is False
    assert found.difference("right").p == pytest.approx(0.5)


def test_the_other_way_round_they_are_mended(good, planted):
    found = compare(planted, good)
    assert [pair.after.case.id for pair in found.mended] == ["t1", "t3", "t5"]
    assert found.difference("wrong_municipality").is_better


def test_a_run_does_not_differ_from_itself(good):
    found = compare(good, good)
    assert (found.broke, found.mended, found.unpaired) == ((), (), ())
    for difference in found.differences:
        if difference.change.known:
            assert difference.change.value == 0
            assert difference.corrected in (None, 1)
            assert difference.is_better is None


def test_cases_that_changed_or_are_in_one_run_only_are_told_and_not_compared(good):
    changed = replace(good.rows[0], case=replace(good.rows[0].case, must_include=("63", "Birkelund")))
    noted = replace(good.rows[1], case=replace(good.rows[1].case, note="set igennem"))
    found = compare(good, replace(good, rows=(changed, noted, *good.rows[3:])))
    assert found.unpaired == ("t1", "t3")
    assert len(found.pairs) == 4


def test_the_gate_fails_on_the_regression_and_passes_without_it(good, planted, gate):
    assert all(each.passed for each in check(gate, summarise(good.rows), compare(good, good)))
    checks = check(gate, summarise(planted.rows), compare(good, planted))
    assert [(each.limit.rule, each.limit.metric.name, each.limit.kind, each.passed) for each in checks] == [
        ("floors", "right", "", False),
        ("floors", "right", "number", False),
        ("ceilings", "wrong_municipality", "", False),
        ("margins", "right", "", False),
        ("margins", "truthfulness", "", False),
    ]


def test_a_gain_is_never_a_regression(good, planted, gate):
    checks = check(gate, summarise(good.rows), compare(planted, good))
    assert all(each.passed for each in checks)


def test_a_limit_without_data_does_not_pass(set_path, always_declines, collection, tmp_path):
    path = tmp_path / "gate.toml"
    path.write_text("[floors]\non_page = 0.0\n[floors.kind.table]\nright = 0.0\n")
    run = evaluate(set_path, always_declines, collection)
    assert [each.passed for each in check(load_gate(path), summarise(run.rows), None)] == [False, False]


def test_margins_need_a_baseline(good, gate):
    with pytest.raises(GateError, match="compares with an earlier run"):
        check(gate, summarise(good.rows), None)


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[floors", "cannot be read"),
        ("", "does not exist"),
        ("[flors]\nright = 1", "“flors”"),
        ("[floors]\nrihgt = 1", "“rihgt”"),
        ("[floors]\nright = 'høj'", "not a number"),
        ("[floors]\nright = true", "not a number"),
        ("floors = 3", "not a number"),
        ("[margins.kind.fact]\nright = 1", "“kind”"),
        ("[floors.kind.'gætteri']\nright = 1", "“gætteri”"),
    ],
)
def test_a_gate_that_cannot_be_used_says_why(content, words, tmp_path):
    path = tmp_path / "gate.toml"
    path.write_text(content, encoding="utf-8")
    with pytest.raises(GateError, match=words):
        load_gate(path)


def test_a_baseline_without_texts_compares_as_the_run_did(good, planted, tmp_path):
    save_baseline(good, tmp_path / "base")
    slim = reopen(tmp_path / "base")
    assert all(not hit.text for row in slim.rows for hit in row.retrieved)
    assert [row.scores for row in slim.rows] == [row.scores for row in good.rows]
    pairs = compare(slim, planted).broke
    assert [pair.outcomes for pair in pairs] == [pair.outcomes for pair in compare(good, planted).broke]


def test_an_answer_that_declines_what_it_found_should_have_answered(set_path, shelf, collection, good):
    case = good.rows[0].case
    declined = shelf.declined(case.as_question(), shelf.ranked(case.question), Reason.NOT_IN_PLANS)

    class Declines:
        def ask(self, question):
            return declined

    found = compare(good, evaluate(set_path, Declines(), collection))
    assert found.broke[0].outcomes == (Outcome.RIGHT, Outcome.SHOULD_HAVE_ANSWERED)
