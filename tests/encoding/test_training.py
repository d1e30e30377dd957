"""What the model is trained on: tokens, noise, pairs, and the ruler it is measured with."""

from random import Random

import numpy as np
import pytest

from ingest.training.law import Provision, sentences
from ingest.training.lexical import BM25, standardised
from ingest.training.noise import asked, misspelled, placed, titled
from ingest.training.pairs import PairMaker, Sizes
from ingest.training.tokens import build_tokenizer, stems
from ingest.training.written import Concepts, municipalities, read_concepts, read_held_out, read_questions

CONCEPTS = Concepts([("fyret", "afskediget"), ("firma", "virksomhed", "arbejdsplads"), ("uden job", "ledig")])
LAW = [
    Provision(
        "1", "hjælp til ledige", "", ("En ledig har ret til vejledning.", "Hjælpen gives af kommunen.")
    ),
    Provision("1", "hjælp til ledige", "", ("En virksomhed kan ansætte med tilskud efter aftale.",)),
    Provision("2", "affald", "", ("Affald sorteres i ti slags.", "Virksomheder betaler selv.")),
]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("sygedagpengemodtageren", "Sygedagpengemodtagerne"),
        ("får", "faar"),
        ("øge", "oege"),
        ("ledighed", "ledige"),
        ("virksomhederne", "virksomhed"),
        ("arbejdsløs", "arbejdsløse"),
        ("arbejdsløs", "arbejdsloese"),
        ("kommunens", "kommune"),
    ],
)
def test_forms_of_a_word_have_one_stem(one: str, other: str) -> None:
    assert stems(one) == stems(other)


def test_words_in_s_keep_it_where_it_is_no_ending() -> None:
    assert stems("nyhedsbreve sats arbejdsløs") == ["nyhedsbrev", "sat", "arbejdsloes"]


def test_an_unknown_compound_is_read_as_its_parts() -> None:
    tokenizer = build_tokenizer(["sygedagpenge modtager " * 60, "andre ord"], [], size=50)
    link = "e"
    assert tokenizer.encode("sygedagpengemodtagere").tokens == ["sygedagpeng", link, "modtag"]


def test_written_words_are_tokens_however_rare() -> None:
    tokenizer = build_tokenizer(["kommune " * 100], ["skånejob"], size=1)
    assert tokenizer.encode("skånejobbet skånejob").tokens[-1] == "skaanejob"


def test_digits_and_signs_are_no_tokens() -> None:
    tokenizer = build_tokenizer(["mål " * 60], [], size=5)
    assert tokenizer.encode("§ 12, 20 pct. 🙂", add_special_tokens=False).tokens != []
    assert tokenizer.encode("§ 12 (2024)", add_special_tokens=False).tokens == []


def test_sentences_lose_the_numbers_of_the_law() -> None:
    text = "§ 12 a. Kommunen skal give vejledning til alle. Stk. 2. Vejledningen er gratis for borgeren."
    assert sentences(text) == (
        "Kommunen skal give vejledning til alle.",
        "Vejledningen er gratis for borgeren.",
    )


def test_mentions_are_found_in_other_forms_and_do_not_overlap() -> None:
    words = ["De", "ledige", "i", "virksomhederne", "blev", "afskediget"]
    assert [(mention.start, mention.end) for mention in CONCEPTS.mentions(words)] == [(1, 2), (3, 4), (5, 6)]


def test_rewording_changes_concepts_and_nothing_else() -> None:
    said = CONCEPTS.reworded(["Firmaet", "søger", "en", "afskediget"], Random(1), share=1)
    assert said[-3:] == ["søger", "en", "fyret"]
    assert said[0] in ("virksomhed", "arbejdsplads")


def test_a_word_without_a_concept_is_left_alone() -> None:
    assert CONCEPTS.reworded(["cykelsti"], Random(1), share=1) == ["cykelsti"]


@pytest.mark.parametrize("word", ["sygedagpenge", "unges", "kommune"])
def test_a_misspelling_is_one_letter_away(word: str) -> None:
    for seed in range(50):
        assert abs(len(misspelled(word, Random(seed))) - len(word)) <= 1


def test_short_words_are_not_misspelled() -> None:
    assert misspelled("unge", Random(1)) == "unge"


def test_noise_never_leaves_nothing() -> None:
    for seed in range(50):
        assert asked(["og"], Random(seed), lost=1.0).strip()


def test_places_and_titles_stand_beside_the_text() -> None:
    assert placed("mål", ["Odder"], Random(1), share=1).count("Odder") == 1
    assert titled("Mål.", ["Odder"], Random(1), share=1).endswith("Mål.")
    assert placed("mål", ["Odder"], Random(1), share=0) == "mål"


def test_the_same_seed_gives_the_same_pairs() -> None:
    sizes = Sizes(rewordings=5, cloze=5, titles=5, neighbours=5, questions=1, concepts=1)
    one, other = (
        PairMaker(LAW, CONCEPTS, read_questions()[:5], ["Odder"], seed=3).make(sizes) for _ in range(2)
    )
    assert one == other
    assert all(pair.query.strip() and pair.found.strip() for pairs in one.values() for pair in pairs)
    assert {kind: bool(pairs) for kind, pairs in one.items()} == dict.fromkeys(one, True)


def test_neighbours_stand_in_one_act() -> None:
    made = PairMaker(LAW, CONCEPTS, read_questions()[:1], ["Odder"], seed=1).make(Sizes(0, 0, 0, 50, 0, 0))
    assert {pair.query in LAW[2].sentences for pair in made["neighbours"]} == {False}


def test_every_concept_has_two_names_and_none_twice() -> None:
    for group in read_concepts().groups:
        assert len(group) >= 2, group
        assert all(group), group


def test_held_out_questions_are_not_trained_on() -> None:
    trained = {pair.question.lower() for pair in read_questions()}
    held_out = {question.lower() for question, _ in read_held_out()}
    assert not trained & held_out
    assert all(acts and all(acts) for _, acts in read_held_out())


def test_there_are_98_municipalities() -> None:
    assert len(municipalities()) == 98


def test_bm25_prefers_the_rare_word() -> None:
    scores = BM25(["mål for ledige", "mål for cykelstier", "mål og mål"]).scores("målet for cykelstien")
    assert scores.argmax() == 1


def test_standardised_scores_survive_a_tie() -> None:
    assert standardised(np.array([2.0, 2.0])).tolist() == [0.0, 0.0]


def test_the_loss_does_not_punish_an_answer_that_stands_twice() -> None:
    pytest.importorskip("datasets")
    import torch

    from ingest.training.train import RankingLoss

    loss = RankingLoss(lambda features: features)  # type: ignore[arg-type]
    features = [
        {"sentence_embedding": torch.eye(2)[[0, 0, 1]]},
        {"sentence_embedding": torch.eye(2)[[0, 0, 1]]},
    ]
    assert loss(features, torch.tensor([0, 0, 1])) < loss(features, torch.tensor([0, 2, 1]))
