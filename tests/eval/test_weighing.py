"""What a run was answered with stands in its stamp, and what was changed can be told."""

import pytest

from assistant.weights import DEFAULT
from eval.stamp import Setting
from eval.weighing import KNOBS, WeightError, all_settings, changed, parse_setting, weights_with


def test_every_weight_is_stamped_and_read_back():
    assert weights_with(all_settings(DEFAULT)) == DEFAULT


@pytest.mark.parametrize("written", ["support=0.6", " support = 0,6"])
def test_a_setting_is_read_as_it_is_written(written):
    assert weights_with([parse_setting(written)]).support == 0.6


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("support", "weight_without_value"),
        ("suport=0.6", "unknown_weight"),
        ("support=meget", "weight_not_a_number"),
        ("support=nan", "weight_not_a_number"),
        ("support=-inf", "weight_not_a_number"),
        ("support=1e999", "weight_not_a_number"),
    ],
)
def test_what_cannot_be_read_is_named(written, code):
    with pytest.raises(WeightError) as caught:
        weights_with([parse_setting(written)])
    assert caught.value.code == code


def test_only_what_was_changed_is_told(set_path, shelf, collection):
    from eval.run import evaluate

    weights = weights_with([Setting("support", "0.6")])
    assert changed(evaluate(set_path, shelf, collection, settings=all_settings(weights)).stamp) == (
        Setting("support", "0.6"),
    )
    assert changed(evaluate(set_path, shelf, collection, settings=all_settings(DEFAULT)).stamp) == ()


@pytest.mark.parametrize("knob", KNOBS, ids=lambda knob: knob.name)
def test_a_knob_can_be_turned_both_ways_and_back(knob):
    assert knob.low < knob.default < knob.high
    assert knob.default in knob.values
    assert (knob.values[0], knob.values[-1]) == (knob.low, knob.high)
