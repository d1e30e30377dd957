import json
from dataclasses import replace

import pytest

from assistant.weights import DEFAULT
from eval.grid import GridError, load_grid
from eval.metrics.catalogue import METRICS
from eval.mistakes import load
from eval.questions import QuestionSet, save
from eval.stamp import Setting
from eval.sweep import Candidate, Search, Variant, sweep
from eval.sweep_command import SweepRequest, sweep_command
from ingest.errors import QuestionError

RIGHT = next(metric for metric in METRICS if metric.name == "right")


class Counted:
    """An answerer that notes what it was asked."""

    def __init__(self, answerer):
        self.answerer, self.asked = answerer, []

    def ask(self, question):
        self.asked.append(question.id)
        return self.answerer.ask(question)


@pytest.fixture
def questions(set_path, collection):
    cases = load(set_path, collection).cases
    held = {"t3", "t4", "t6"}
    return QuestionSet("s", tuple(replace(c, slice="held-out") if c.id in held else c for c in cases))


@pytest.fixture
def three(shelf, always_first, always_declines):
    return [Counted(always_declines), Counted(shelf), Counted(always_first)]


def candidates(answerers):
    return [
        Candidate((Setting("n", str(n)),), lambda answerer=answerer: Variant(answerer))
        for n, answerer in enumerate(answerers)
    ]


@pytest.fixture
def search(questions, collection):
    return Search(questions.only("dev"), questions.only("held-out"), collection, RIGHT)


def test_the_best_on_dev_is_chosen_and_held_out_is_asked_of_it_alone(search, three):
    done = sweep(search, candidates(three))
    assert done.chosen.candidate.settings == (Setting("n", "1"),)
    assert [trial.estimate.value for trial in done.trials] == [0, 1, 0]
    today, best, other = (each.asked for each in three)
    assert today == best == ["t1", "t2", "t5", "t3", "t4", "t6"]
    assert other == ["t1", "t2", "t5"]
    assert done.held_out.difference("right").change.value == 1


def test_of_equals_the_settings_of_today_stay_and_held_out_is_asked_once(search, shelf):
    same = Counted(shelf), Counted(shelf)
    done = sweep(search, candidates(same))
    assert done.chosen is done.trials[0]
    assert [each.asked.count("t3") for each in same] == [1, 0]
    assert done.held_out.difference("right").change.value == 0


def test_lower_can_be_better_and_no_data_is_worst(search, shelf, always_first, always_declines):
    wrong = next(metric for metric in METRICS if metric.name == "wrong_municipality")
    done = sweep(replace(search, metric=wrong), candidates([always_declines, always_first, shelf]))
    assert done.chosen is done.trials[2]


def test_without_a_held_out_slice_nothing_is_said_of_it(search, shelf):
    assert sweep(replace(search, held_out=QuestionSet("s", ())), candidates([shelf])).held_out is None


GRID = 'metric = "right"\n[settings]\ndense = [0.1, 0.3]\njudged = [30]\n'


@pytest.fixture
def request_for(questions, tmp_path):
    def make(grid=GRID, asked=questions):
        save(asked, tmp_path / "s.jsonl")
        (tmp_path / "grid.toml").write_text(grid, encoding="utf-8")
        return SweepRequest(tmp_path / "s.jsonl", tmp_path / "grid.toml", tmp_path / "runs", tmp_path / "out")

    return make


def test_the_command_tells_what_was_tried_and_what_the_choice_is_worth(
    request_for, shelf, always_declines, collection, tmp_path, capsys
):
    made = []

    def make(settings):
        made.append(settings)
        return Variant(shelf if Setting("dense", "0.3") in settings else always_declines)

    assert sweep_command(request_for(), make, collection) == 0
    told = capsys.readouterr()
    assert "  som nu" in told.out
    assert "→ dense=0.3, judged=30" in told.out
    assert "0,0 % som nu, 100,0 % med det valgte" in told.out
    assert "sweep.json" in told.err
    assert "trial-002  dense=0.3, judged=30" in told.err
    assert "held-out-chosen  dense=0.3, judged=30" in told.err
    assert made[0] == ()
    kept = json.loads((tmp_path / "out" / "sweep.json").read_text("utf-8"))
    assert [trial["chosen"] for trial in kept["trials"]] == [False, False, True]
    assert kept["held_out"]["chosen"]["value"] == 1
    runs = {path.parent.name for path in (tmp_path / "out").glob("*/run.json")}
    assert runs == {"trial-000", "trial-001", "trial-002", "held-out-today", "held-out-chosen"}


def test_a_search_that_was_interrupted_goes_on_where_it_was(request_for, shelf, collection, monkeypatch):
    asked = []
    answer = shelf.ask

    def ask(question):
        asked.append(question.id)
        if len(asked) == 5:
            raise KeyboardInterrupt
        return answer(question)

    monkeypatch.setattr(shelf, "ask", ask)
    request = request_for()
    with pytest.raises(KeyboardInterrupt):
        sweep_command(request, lambda settings: Variant(shelf), collection)
    assert sweep_command(request, lambda settings: Variant(shelf), collection) == 0
    assert asked[5:] == ["t2", "t5", "t1", "t2", "t5", "t3", "t4", "t6"]


def test_the_held_out_questions_may_be_another_set(request_for, questions, shelf, collection, tmp_path):
    save(questions.only("held-out"), tmp_path / "other.jsonl")
    grid = 'held_out = "other.jsonl"\n' + GRID
    counted = Counted(shelf)
    assert (
        sweep_command(request_for(grid, questions.only("dev")), lambda _: Variant(counted), collection) == 0
    )
    assert [counted.asked.count(each) for each in ("t1", "t3", "t4", "t6")] == [3, 1, 1, 1]


def test_a_question_is_never_both_chosen_by_and_held_out(request_for, questions, shelf, collection, tmp_path):
    save(questions, tmp_path / "other.jsonl")
    with pytest.raises(GridError, match="also used to choose"):
        sweep_command(request_for('held_out = "other.jsonl"\n' + GRID), lambda _: Variant(shelf), collection)


def test_a_set_that_is_all_held_out_cannot_choose(request_for, questions, shelf, collection):
    with pytest.raises(QuestionError, match="all are held out"):
        sweep_command(request_for(asked=questions.only("held-out")), lambda _: Variant(shelf), collection)


def test_a_question_that_broke_is_told_and_the_exit_code_is_1(
    request_for, shelf, collection, monkeypatch, capsys
):
    monkeypatch.setattr(shelf, "ask", lambda question: 1 / 0)
    assert sweep_command(request_for(), lambda settings: Variant(shelf), collection) == 1
    assert "t1: ZeroDivisionError" in capsys.readouterr().err


def test_the_settings_of_today_are_not_tried_twice(tmp_path):
    today = f"dense = [{DEFAULT.dense}, 0.7]\nlongest = [1200]\nquery_prompt = ['']"
    grid = f'metric = "right"\n[settings]\n{today}\n'
    (tmp_path / "grid.toml").write_text(grid)
    tried = load_grid(tmp_path / "grid.toml").combinations
    assert [[each.value for each in settings] for settings in tried][1:] == [
        [str(DEFAULT.dense), "1200", ""],
        ["0.7", "1200", ""],
    ], "of a model or a prompt it is not known"
    (tmp_path / "grid.toml").write_text(grid.replace("query_prompt = ['']", ""))
    assert len(load_grid(tmp_path / "grid.toml").combinations) == 2


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[settings", "cannot be read"),
        ('metric = "right"', "no table"),
        ('metric = "right"\n[settings]\nk = 5', "no table"),
        ('metric = "held"\n[settings]\ndense = [5]', "“held”"),
        ('metric = "right"\nheld_out = 5\n[settings]\ndense = [5]', "not the name of a file"),
        ('metric = "right"\n[settings]\nk = [5]', "longest.*judged"),
        ('metric = "right"\n[settings]\ndense = ["meget"]', "cannot be a value of dense"),
        ('metric = "right"\n[settings]\nlongest = [80.5]', "cannot be a value of longest"),
        ('metric = "right"\n[settings]\nmodel = [5]', "cannot be a value of model"),
    ],
)
def test_a_grid_that_cannot_be_used_says_why(content, words, tmp_path):
    (tmp_path / "grid.toml").write_text(content)
    with pytest.raises(GridError, match=words):
        load_grid(tmp_path / "grid.toml")
