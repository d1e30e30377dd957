"""Made-up plans of other municipalities, and a store that grows by five of them."""

import gzip
import json

import pytest

from corpus.sample.manifest import ROOT, read_manifest
from eval.distractors import distractors, unasked
from eval.questions import Case, Gold
from eval.quotes import holds
from eval.scale import measure, open_gold, told
from ingest.library import Library
from ingest.reading.read import read
from ingest.settings import Settings
from ingest.training.law import read_law

SAMPLE = "eksempel-sandkilde-beskaeftigelse-2024.txt"
OTHERS = ("Aabenraa", "Vejen", "Ærø")


@pytest.fixture
def law(tmp_path):
    path = tmp_path / "law.jsonl.gz"
    rows = [
        {
            "act": f"Bekendtgørelse om opgave {n}",
            "id": f"2024:{n}",
            "text": f"§ {n}. Kommunen afgør sagen inden {n} uger og giver borgeren besked på skrift.",
        }
        for n in range(1, 40)
    ]
    with gzip.open(path, "wt", encoding="utf-8") as file:
        file.write("\n".join(json.dumps(row, ensure_ascii=False) for row in rows))
    return path


def test_distractors_are_the_same_for_a_seed_and_different_from_each_other(law):
    provisions = read_law(law)
    made = list(distractors(7, OTHERS, provisions))
    assert made == list(distractors(7, OTHERS, provisions))
    assert made != list(distractors(7, OTHERS, provisions, seed=2))
    assert len({each.plan.file for each in made}) == len({each.data for each in made}) == 7


def test_a_distractor_speaks_of_its_own_municipality_only(law):
    invented = {plan.municipality for plan in read_manifest()}
    for each in distractors(7, OTHERS, read_law(law)):
        text = each.data.decode()
        assert f"{each.plan.municipality} Kommune" in text
        assert "giver borgeren besked" in text
        assert not [name for name in invented if name in text]


def test_a_distractor_does_not_answer_what_is_asked(law):
    quote = "Rygestopkurserne på Sundhedshuset Klitten varer fem uger"
    provisions = read_law(law)
    plain = "\n".join(each.data.decode() for each in distractors(20, OTHERS, provisions))
    without = "\n".join(each.data.decode() for each in distractors(20, OTHERS, provisions, without=[quote]))
    assert holds(plain, quote)
    assert not holds(without, quote)


def test_gold_and_names_of_questions_that_name_no_municipality_would_answer_in_any_plan():
    gold = (Gold("plan", "Der er 80 pladser"),)
    cases = [
        Case("a", "fact", "Hvor mange pladser er der på Sæsonbroen?", True, evidence=gold),
        Case("b", "fact", "Hvor mange er på sygedagpenge i Sandkilde?", True, evidence=gold),
        Case("c", "followup", "Og på hvert hold?", True, ("Hvad gør Sandkilde?",), evidence=gold),
        Case("d", "fact", "Hvor mange pladser er der?", True, municipalities=("Sandkilde",), evidence=gold),
        Case("e", "fact", "Hvem leder Hånd i Hånd?", True, evidence=gold),
        Case("f", "none", "Hvornår åbner Tivoli?", False),
    ]
    assert set(open_gold(cases, ["Sandkilde"])) == {"Der er 80 pladser", "Sæsonbroen", "Hånd i Hånd"}


def test_distractors_are_of_municipalities_that_neither_plans_nor_questions_name():
    others = unasked(["Hvad er målet i Ærø Kommune?", "Og i Vejle?"], ["Herlev"])
    assert len(others) == 95
    assert not {"Ærø", "Vejle", "Herlev"} & set(others)


def test_a_store_grows_in_a_copy_and_the_same_questions_are_asked_of_both(tmp_path, law):
    library = Library.open(Settings(store=tmp_path / "store"))
    library.add(read(ROOT / "plans" / SAMPLE))
    library.close()
    lines = (ROOT / "questions.jsonl").read_text(encoding="utf-8").splitlines()
    about = [line for line in lines if _documents(line) == {SAMPLE.removesuffix(".txt")}]
    questions = tmp_path / "set.jsonl"
    questions.write_text("\n".join(about[:3]), encoding="utf-8")

    scale = measure(tmp_path / "store", tmp_path / "grown", questions, law, 5)

    assert (scale.growth.added, scale.growth.failed) == (5, 0)
    assert len(scale.comparison.pairs) == 3
    assert scale.comparison.after.stamp.plans == 6
    assert scale.comparison.before.stamp.plans == 1
    recall = scale.comparison.difference("recall_5")
    assert recall.after.value == recall.before.value
    assert "added 5 plans, 0 failed" in told(scale)


def _documents(line):
    return {piece["document"] for piece in json.loads(line)["evidence"]}
