from dataclasses import replace

import pytest

from eval.command import sweep_command
from eval.grid import GridError, load_grid
from eval.metrics.catalogue import METRICS
from eval.mistakes import load
from eval.questions import QuestionSet, save
from eval.stamp import Setting
from eval.sweep import Candidate, sweep

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
        Candidate((Setting("n", str(n)),), lambda answerer=answerer: answerer)
        for n, answerer in enumerate(answerers)
    ]


def test_the_best_on_dev_is_chosen_and_held_out_is_asked_of_it_alone(questions, three, collection):
    done = sweep(questions, candidates(three), collection, RIGHT)
    assert done.chosen.candidate.settings == (Setting("n", "1"),)
    assert [trial.estimate.value for trial in done.trials] == [0, 1, 0]
    today, best, other = (each.asked for each in three)
    assert today == best == ["t1", "t2", "t5", "t3", "t4", "t6"]
    assert other == ["t1", "t2", "t5"]
    assert done.held_out.difference("right").change.value == 1


def test_of_equals_the_settings_of_today_stay(questions, shelf, collection):
    done = sweep(questions, candidates([shelf, shelf]), collection, RIGHT)
    assert done.chosen is done.trials[0]


def test_lower_can_be_better_and_no_data_is_worst(
    questions, shelf, always_first, always_declines, collection
):
    wrong = next(metric for metric in METRICS if metric.name == "wrong_municipality")
    done = sweep(questions, candidates([always_declines, always_first, shelf]), collection, wrong)
    assert done.chosen is done.trials[2]


def test_without_a_held_out_slice_nothing_is_said_of_it(set_path, shelf, collection):
    assert sweep(load(set_path, collection), candidates([shelf]), collection, RIGHT).held_out is None


def test_the_command_tells_what_was_tried_and_what_the_choice_is_worth(
    questions, shelf, always_declines, collection, tmp_path, capsys
):
    save(questions, tmp_path / "s.jsonl")
    (tmp_path / "grid.toml").write_text('metric = "right"\n[settings]\ndense = [0.1, 0.3]\nk = [5]\n')
    made = []

    def make(settings):
        made.append(settings)
        return shelf if Setting("dense", "0.3") in settings else always_declines

    assert sweep_command(tmp_path / "s.jsonl", tmp_path / "grid.toml", make, collection) == 0
    told = capsys.readouterr().out
    assert "  som nu" in told
    assert "→ dense=0.3, k=5" in told
    assert "0,0 % som nu, 100,0 % med det valgte" in told
    assert made[0] == ()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        ("[settings", "cannot be read"),
        ('metric = "right"', "no table"),
        ('metric = "right"\n[settings]\nk = 5', "no table"),
        ('metric = "held"\n[settings]\nk = [5]', "“held”"),
    ],
)
def test_a_grid_that_cannot_be_used_says_why(content, words, tmp_path):
    (tmp_path / "grid.toml").write_text(content)
    with pytest.raises(GridError, match=words):
        load_grid(tmp_path / "grid.toml")
