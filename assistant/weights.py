"""The numbers that finding and choosing depend on. docs/ablations.md shows what each one brings."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Weights:
    """Every weight, with the value that measurement chose on the development sets."""

    k1: float = 1.5
    b: float = 0.6
    heads: float = 0.5
    """A term in the headings above, beside one in the text."""
    inside: float = 0.6
    """A term that is part of a compound in the text."""
    synonym: float = 0.3
    """The nearest official word for an everyday one (corpus/vocabulary.toml), beside the word itself."""
    abbreviation: float = 0.5
    """A word of the long form, beside the abbreviation itself."""
    parts: float = 0.4
    """The parts of a compound in the question, beside the whole word."""
    question_words: float = 0.1
    """How much "hvor", "hvilke" ... count when finding; what they ask for is judged on its own."""
    light: float = 0.6
    """A word that helps to ask and seldom says what about (corpus/light_words.txt), when finding."""
    light_gist: float = 0.15
    """Such a word, when it is decided whether the plans answer."""
    common_gist: float = 0.4
    """An everyday word (corpus/common_words.txt), when it is decided whether the plans answer."""
    year: float = 0.5
    """A year in the question, which mostly says which plan is meant."""
    grams: float = 0.5
    dense: float = 0.1
    edition: float = 0.3
    """What a plan loses for being another edition than the one asked about, or than the newest."""
    outdated: float = 1.5
    """The same where a number or a goal is asked for: an old target is a wrong answer."""
    meaning: float = 0.6
    """The cosine between the question and the unit, as far as words do not cover the question."""
    unit: float = 2.25
    """The best unit in a passage, beside the passage's own words."""
    judged: float = 40
    """So many of a group's best passages have their units judged: what an answer can be chosen from."""

    passive_gist: float = 0.5
    """A verb in the passive, when it is decided whether the plans answer."""

    other_presence: float = 0.8
    inside_presence: float = 0.7
    other_inside: float = 0.6
    """Another word for what is asked about, as a part of a compound: "virksomhedsbesøg" for firms."""
    part_presence: float = 0.6
    all_parts_presence: float = 0.85
    kin_presence: float = 0.5
    lead: float = 1.0
    """A concept held by the lead-in, the headings, the sentence before or the passage, beside the unit."""
    path: float = 1.0
    before: float = 0.5
    passage: float = 0.3

    goal: float = 0.3
    """A commitment where a goal is asked for."""
    registered: float = 1.0
    """A goal of the register, beside a sentence that has all the words of one."""
    theme: float = 0.2
    """A goal of the register on a theme that the question names, where goals are asked for."""
    cell: float = 0.5
    """A table row of which the question names the label and a column."""
    aim: float = 0.15
    """A commitment where a number is asked for that shall be reached; what it loses for one that is."""
    own: float = 0.3
    """What the unit holds itself, beside what it holds with its surroundings."""
    kind: float = 0.3
    """A unit of the kind that is asked for: a number where a number is asked."""
    support: float = 0.54
    """The share of the question that must be held before a unit counts as an answer."""
    named: float = 0.7
    """How fully the rarest concept must be there before a plan is said to hold something."""
    miss: float = 0.45
    """The share of the question that one concept may be and yet be missing."""
    sense: float = 0.35
    """What nearness in meaning adds to the share of the question that is held in words."""
    near_best: float = 0.8
    """How near the best unit one must come that is of the kind asked for."""
    second: float = 0.9
    """How near the best unit the next must come to be told too."""
    second_of_several: float = 0.8
    """The same where municipalities are compared."""
    goals: float = 0.75
    """The same where all goals on a theme are asked for."""
    near: float = 0.3
    """Standing where the answer before stood, in a follow-up that asks on about the same."""
    heading: float = 0.15
    """What a heading or a note loses against text."""
    length: float = 0.05
    """What a unit of 300 characters loses against a short one."""


DEFAULT = Weights()
