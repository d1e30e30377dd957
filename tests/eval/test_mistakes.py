import json
import unicodedata
from dataclasses import replace

import pytest

from eval.mistakes import InvalidSetError, check_against, load, read
from eval.questions import append, dump_case, parse_case, save

GOOD = {
    "id": "a",
    "kind": "fact",
    "history": [],
    "question": "Hvem?",
    "evidence": [{"document": "aavig-2024", "quote": "samarbejder med havnen"}],
    "must_include": ["havnen"],
    "answerable": True,
}


def line(**changes):
    fields = {name: value for name, value in (GOOD | changes).items() if value is not ...}
    return json.dumps(fields, ensure_ascii=False)


MISTAKES = [
    ("bad_json", '{"id": "a", '),
    ("not_an_object", '["a"]'),
    ("missing_field", line(question=...)),
    ("unknown_field", line(must_inlcude=["havnen"])),
    ("unknown_value", line(kind="gætteri")),
    ("unknown_value", line(answerable=False, evidence=[], reason="orker ikke")),
    ("wrong_type", line(answerable="ja")),
    ("wrong_type", line(must_include="havnen")),
    ("empty_id", line(id=" ")),
    ("empty_question", line(question="")),
    ("empty_quote", line(evidence=[{"document": "aavig-2024", "quote": " - "}])),
    ("empty_must_include", line(must_include=["|"])),
    ("answerable_without_evidence", line(evidence=[])),
    ("evidence_though_unanswerable", line(answerable=False)),
    ("reason_though_answerable", line(reason="not_in_plans")),
    ("claim_without_number", line(claims=[{"value": "mange"}])),
    ("plan_not_in_store", line(evidence=[{"document": "langtbort-2024", "quote": "havnen"}])),
    ("quote_not_in_plan", line(evidence=[{"document": "aavig-2024", "quote": "samarbejder med banken"}])),
    (
        "quote_not_in_plan",
        line(evidence=[{"document": "aavig-2024", "quote": "havnen", "alternatives": ["lufthavnen"]}]),
    ),
    ("unknown_municipality", line(not_municipalities=["Skovby Kommune"])),
    ("unknown_municipality", line(municipalities=["Skovbo"])),
    ("evidence_is_forbidden", line(not_municipalities=["Åvig"])),
]


def mistakes(path, collection):
    reading = read(path)
    return [*reading.mistakes, *check_against(reading.numbered, collection)]


@pytest.mark.parametrize(("code", "bad"), MISTAKES)
def test_each_mistake_is_named_with_its_line(code, bad, tmp_path, collection):
    path = tmp_path / "set.jsonl"
    path.write_text(f"{line(id='god')}\n\n{bad}\n", encoding="utf-8")
    assert (3, code) in [(mistake.line, mistake.code) for mistake in mistakes(path, collection)]


def test_a_duplicate_id_names_the_line_it_repeats(tmp_path, collection):
    path = tmp_path / "set.jsonl"
    path.write_text(f"{line()}\n{line(id='b')}\n{line()}\n", encoding="utf-8")
    (mistake,) = mistakes(path, collection)
    assert mistake.describe() == "linje 3 (a): Det samme id er brugt på linje 1. Giv et af dem et andet id."


def test_every_mistake_of_a_set_is_told_at_once(tmp_path, collection):
    path = tmp_path / "set.jsonl"
    path.write_bytes("\n".join(bad for _, bad in MISTAKES).encode() + b'\n{"id": "\xe6"}\n')
    with pytest.raises(InvalidSetError) as caught:
        load(path, collection)
    told = caught.value.describe("da")
    assert {mistake.line for mistake in caught.value.mistakes} == set(range(1, len(MISTAKES) + 2))
    assert "linje 23: Linjen er ikke gemt som UTF-8." in told
    assert "Feltet ”must_inlcude” findes ikke." in told
    assert "Planen ”langtbort-2024” er ikke i samlingen." in told


@pytest.mark.parametrize("language", ["da", "en"])
@pytest.mark.parametrize(("code", "bad"), MISTAKES)
def test_each_mistake_is_a_sentence_in_both_languages(code, bad, language, tmp_path, collection):
    path = tmp_path / "set.jsonl"
    path.write_text(bad, encoding="utf-8")
    for mistake in mistakes(path, collection):
        assert mistake.describe(language).endswith(".")
        assert mistake.describe(language).count(". ") + mistake.describe(language).count("? ") >= 1, (
            "a remedy"
        )


def test_an_empty_file_is_a_mistake(tmp_path):
    path = tmp_path / "set.jsonl"
    path.write_text("\n")
    assert [mistake.code for mistake in read(path).mistakes] == ["empty_set"]


def test_a_set_is_written_as_it_was_read(set_path, tmp_path, collection):
    questions = load(set_path, collection)
    again = tmp_path / "again.jsonl"
    save(questions, again)
    assert load(again, collection).cases == questions.cases
    assert again.read_text("utf-8").splitlines() == set_path.read_text("utf-8").splitlines()
    assert load(again, collection).sha256 == questions.sha256


def test_the_fixed_fields_come_first_and_always(set_path, collection):
    for case in load(set_path, collection).cases:
        fields = list(json.loads(dump_case(case)))
        assert fields[:7] == ["id", "kind", "history", "question", "evidence", "must_include", "answerable"]


def test_a_byte_order_mark_is_no_mistake(tmp_path, collection):
    path = tmp_path / "set.jsonl"
    path.write_bytes(b"\xef\xbb\xbf" + line().encode())
    assert len(load(path, collection).cases) == 1


def test_a_plan_named_by_a_mac_is_the_plan_that_is_meant(tmp_path, collection):
    """File names there are decomposed: a and a ring, not å."""
    source = unicodedata.normalize("NFD", "åvig-2024.txt")
    plans = replace(collection, cards=(replace(collection.cards[0], source=source),))
    for form in ("NFC", "NFD"):
        document = unicodedata.normalize(form, "åvig-2024")
        evidence = [{"document": document, "quote": "samarbejder med havnen"}]
        path = tmp_path / f"{form}.jsonl"
        path.write_text(line(evidence=evidence), encoding="utf-8")
        assert len(load(path, plans).cases) == 1


@pytest.mark.parametrize("before", ["", line(id="x"), f"{line(id='x')}\n"])
def test_a_case_is_added_on_a_line_of_its_own(before, tmp_path, collection):
    path = tmp_path / "set.jsonl"
    path.write_text(before, encoding="utf-8")
    append(parse_case(line(id="ny")), path)
    assert [case.id for case in load(path, collection).cases] == (["x", "ny"] if before else ["ny"])


def test_an_accepted_draft_is_asked(set_path, collection):
    questions = load(set_path, collection)
    drafts = replace(questions, cases=tuple(replace(case, drafted=True) for case in questions.cases))
    assert drafts.accepted().cases == ()
    assert [case.id for case in drafts.with_accepted({"t2"}).accepted().cases] == ["t2"]
