import errno
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from assistant.answer import Hit
from eval.folder import RunError
from eval.mistakes import load
from eval.questions import Gold, QuestionSet, save
from eval.record import record
from eval.report.report import make_report
from eval.report.terminal import to_text
from eval.run import evaluate, reopen
from eval.stamp import Setting, commit
from eval.summary import summarise
from ingest.errors import QuestionError
from ingest.plan import Passage


def figures(run):
    return {each.metric.name: each.estimate.value for each in summarise(run.rows).total.figures}


def test_an_answerer_that_searches_scores_well(set_path, shelf, collection):
    run = evaluate(set_path, shelf, collection)
    values = figures(run)
    assert [row.case.id for row in run.rows] == ["t1", "t2", "t3", "t4", "t5", "t6"]
    for name in ("right", "truthfulness", "recall_5", "first", "on_page", "citation_recall", "claims"):
        assert values[name] == 1, name
    assert values["wrong_municipality"] == 0
    assert values["abstention_recall"] == values["abstention_precision"] == 1


def test_one_failure_is_a_row_and_costs_no_other(set_path, shelf, collection, monkeypatch):
    answer = shelf.ask

    def ask(question):
        if question.id == "t3":
            raise ZeroDivisionError("Det gik galt")
        return answer(question)

    monkeypatch.setattr(shelf, "ask", ask)
    run = evaluate(set_path, shelf, collection)
    assert len(run.rows) == 6
    (broken,) = run.broken
    assert broken.case.id == "t3"
    assert broken.error.startswith("ZeroDivisionError: Det gik galt")
    assert broken.scores == ()
    assert summarise(run.rows).total.figure("right").rows == 3


def test_a_run_is_saved_and_reopened_as_it_was(set_path, shelf, collection, tmp_path):
    run = evaluate(
        set_path, shelf, collection, out=tmp_path / "run", model="m", settings=[Setting("k", "10")]
    )
    again = reopen(tmp_path / "run")
    assert again == run
    assert again.stamp.model == "m"
    assert again.stamp.questions_sha256 == load(set_path, collection).sha256


def test_an_interrupted_run_goes_on_where_it_was(set_path, shelf, collection, tmp_path, monkeypatch):
    asked = []
    answer = shelf.ask

    def ask(question):
        asked.append(question.id)
        if len(asked) == 4:
            raise KeyboardInterrupt
        return answer(question)

    monkeypatch.setattr(shelf, "ask", ask)
    with pytest.raises(KeyboardInterrupt):
        evaluate(set_path, shelf, collection, out=tmp_path)
    torn = (tmp_path / "rows.jsonl").read_bytes()
    (tmp_path / "rows.jsonl").write_bytes(torn[:-40])
    run = evaluate(set_path, shelf, collection, out=tmp_path)
    assert asked == ["t1", "t2", "t3", "t4", "t3", "t4", "t5", "t6"]
    assert [row.case.id for row in run.rows] == ["t1", "t2", "t3", "t4", "t5", "t6"]
    assert reopen(tmp_path).rows == run.rows


def test_a_question_that_failed_is_asked_again(set_path, shelf, collection, tmp_path, monkeypatch):
    answer = shelf.ask
    monkeypatch.setattr(shelf, "ask", lambda question: 1 / 0)
    assert len(evaluate(set_path, shelf, collection, out=tmp_path).broken) == 6
    monkeypatch.setattr(shelf, "ask", answer)
    assert evaluate(set_path, shelf, collection, out=tmp_path).broken == ()
    assert len(reopen(tmp_path).rows) == 6


def test_a_full_disk_is_told_and_costs_no_question(set_path, shelf, collection, tmp_path, monkeypatch):
    def full(_: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    with monkeypatch.context() as patched:
        patched.setattr("eval.folder.os.fsync", full)
        with pytest.raises(RunError) as caught:
            evaluate(set_path, shelf, collection, out=tmp_path)
    assert caught.value.code == "run_unwritable"
    assert len(evaluate(set_path, shelf, collection, out=tmp_path).rows) == 6


def test_a_folder_with_another_run_is_left_alone(set_path, shelf, collection, tmp_path):
    evaluate(set_path, shelf, collection, out=tmp_path, settings=[Setting("k", "10")])
    with pytest.raises(RunError, match="another run"):
        evaluate(set_path, shelf, collection, out=tmp_path, settings=[Setting("k", "5")])


def test_a_folder_without_a_run_is_named(tmp_path):
    with pytest.raises(RunError, match="no run"):
        reopen(tmp_path)


def test_damage_in_the_middle_is_never_passed_over(set_path, shelf, collection, tmp_path):
    evaluate(set_path, shelf, collection, out=tmp_path)
    lines = (tmp_path / "rows.jsonl").read_text("utf-8").splitlines()
    (tmp_path / "rows.jsonl").write_text("\n".join([lines[0], "{", *lines[2:]]), encoding="utf-8")
    with pytest.raises(RunError, match="damaged"):
        reopen(tmp_path)
    with pytest.raises(RunError, match="damaged"):
        evaluate(set_path, shelf, collection, out=tmp_path)


def test_the_question_is_asked_without_its_gold(set_path, shelf, collection):
    for case in load(set_path, collection).cases:
        question = case.as_question()
        assert (question.text, question.id, question.history) == (case.question, case.id, case.history)
        assert question.municipalities == ()


def test_the_order_of_the_plans_changes_no_stamp(set_path, shelf, collection):
    turned = replace(collection, cards=collection.cards[::-1])
    one, other = (evaluate(set_path, shelf, each).stamp for each in (collection, turned))
    assert one.store_sha256 == other.store_sha256


@pytest.mark.parametrize(("language", "words"), [("da", "ingen data"), ("en", "no data")])
def test_the_table_has_every_kind_and_municipality(set_path, always_declines, collection, language, words):
    shown = to_text(make_report(evaluate(set_path, always_declines, collection), language=language))
    assert words in shown
    assert all(name in shown for name in ("Åvig", "Birkelund", "Skovby"))
    assert "nan" not in shown


def test_a_passage_shows_a_quote_across_a_line_break_and_only_in_its_own_plan(set_path, shelf, collection):
    case = replace(
        load(set_path, collection).cases[0], evidence=(Gold("birkelund-2024", "medarbejdere. Mindst"),)
    )
    hits = tuple(
        Hit(Passage(each.id, 0, 0, len(each.text), each.text, 1, ()), each_card, 1.0)
        for each, each_card in zip(shelf.plans.values(), collection.cards, strict=True)
    )
    answer = replace(shelf.ask(case.as_question()), hits=hits)
    assert [hit.shows for hit in record(case, answer, collection).retrieved] == [(), (0,), ()]


def test_drafts_are_named_and_not_asked(set_path, shelf, collection, tmp_path):
    cases = load(set_path, collection).cases
    path = tmp_path / "drafted.jsonl"
    save(QuestionSet("x", (replace(cases[0], drafted=True), *cases[1:])), path)
    done = evaluate(path, shelf, collection)
    assert done.drafts == ("t1",)
    assert [row.case.id for row in done.rows] == ["t2", "t3", "t4", "t5", "t6"]
    assert done.stamp.count == 5


def test_the_stamp_names_the_commit_of_this_code():
    git = ["git", "-C", str(Path(__file__).parent), "rev-parse", "--short=12", "HEAD"]
    heads = [subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip()]
    named = commit().partition("+")[0]
    heads.append(subprocess.run(git, capture_output=True, text=True, check=False).stdout.strip())
    assert named in heads


def test_a_set_of_drafts_alone_is_no_set(set_path, shelf, collection, tmp_path):
    cases = load(set_path, collection).cases
    save(QuestionSet("x", tuple(replace(case, drafted=True) for case in cases)), tmp_path / "x.jsonl")
    with pytest.raises(QuestionError, match="All 6 questions are drafts"):
        evaluate(tmp_path / "x.jsonl", shelf, collection)
