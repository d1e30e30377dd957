from dataclasses import replace

import pytest

from eval.mistakes import InvalidSetError, load
from eval.questions import Gold, QuestionSet, save
from eval.set_command import check_command, convert_command, draft_command
from ingest.errors import QuestionError


@pytest.fixture
def drafted(collection, set_path, tmp_path):
    cases = load(set_path, collection).cases
    path = tmp_path / "set.jsonl"
    save(QuestionSet("set", (replace(cases[0], drafted=True), *cases[1:])), path)
    return path


def test_a_set_without_mistakes_is_told_with_what_is_in_it(drafted, collection, capsys):
    check_command(drafted, collection)
    assert capsys.readouterr().out.startswith("6 spørgsmål uden fejl: 2 uden svar i planerne, 1 kladder")


def test_a_set_with_mistakes_is_told_with_each(drafted, collection):
    with drafted.open("a", encoding="utf-8") as file:
        file.write('{"id": "\n')
    with pytest.raises(InvalidSetError) as caught:
        check_command(drafted, collection)
    assert [mistake.line for mistake in caught.value.mistakes] == [7]


def test_a_set_goes_to_a_sheet_and_back_as_it_was(drafted, collection, tmp_path, capsys):
    convert_command(drafted, tmp_path / "set.xlsx", collection)
    convert_command(tmp_path / "set.xlsx", tmp_path / "again.jsonl", collection)
    assert (tmp_path / "again.jsonl").read_bytes() == drafted.read_bytes()
    assert "6 spørgsmål er skrevet" in capsys.readouterr().err


def test_drafts_that_were_read_can_be_accepted_all_at_once(drafted, collection, tmp_path):
    convert_command(drafted, tmp_path / "read.jsonl", collection, accept=True)
    assert load(tmp_path / "read.jsonl", collection).drafts == ()
    assert load(drafted, collection).drafts == ("t1",)


def test_a_quote_that_is_not_in_the_plan_is_told_and_can_be_mended_in_the_sheet(
    drafted, collection, tmp_path, capsys
):
    cases = load(drafted, collection).cases
    wrong = replace(cases[0], evidence=(Gold("birkelund-2024", "har 99 medarbejdere"),))
    save(QuestionSet("set", (wrong,)), drafted)
    convert_command(drafted, tmp_path / "set.xlsx", collection)
    assert "linje 1 (t1): Citatet står ikke i planen" in capsys.readouterr().err
    assert (tmp_path / "set.xlsx").exists()


@pytest.mark.parametrize("name", ["set.xlsx", "set.jsonl"])
def test_a_file_that_is_there_is_never_written_over(name, drafted, collection, tmp_path):
    (tmp_path / name).write_bytes(b"work of a colleague")
    for write in (
        lambda out: convert_command(drafted, out, collection),
        lambda out: draft_command(collection.cards, collection, out),
    ):
        with pytest.raises(QuestionError, match="is there already"):
            write(tmp_path / name)
    assert (tmp_path / name).read_bytes() == b"work of a colleague"


@pytest.fixture
def towns(make_plan, make_shelf):
    told = "{} bruger individuel kompetencevurdering (IKV) i alle forløb."
    made = [make_plan(f"{name}-2024", name, told.format(name)) for name in ("Nordby", "Vestby")]
    same = [replace(plan, document=replace(plan.document, source="plan.txt")) for plan in made]
    return make_shelf([*same, make_plan("østby-2024", "Østby", "Vi glæder os.")]).collection


def test_a_set_is_drafted_from_plans_and_no_id_is_used_twice(towns, tmp_path, capsys):
    draft_command(towns.cards[:2], towns, tmp_path / "drafts.jsonl")
    questions = load(tmp_path / "drafts.jsonl", towns)
    asked = ["Hvad står IKV for i Nordby?", "Hvad står IKV for i Vestby?"]
    assert [case.question for case in questions.cases if case.answerable] == asked
    assert [case.question for case in questions.cases if not case.answerable] == [
        "Hvad står IKV for i Østby?"
    ]
    assert len(questions.drafts) == len(questions.cases) == 3
    assert "3 kladder er skrevet" in capsys.readouterr().err


def test_a_plan_that_was_replaced_is_not_drafted_from(collection, tmp_path):
    newer = replace(collection, cards=collection.cards[1:])
    with pytest.raises(QuestionError, match="newer version"):
        draft_command(collection.cards[:1], newer, tmp_path / "drafts.jsonl")


def test_a_plan_with_nothing_to_ask_for_is_told(make_plan, make_shelf, tmp_path):
    plans = make_shelf([make_plan("tom-2024", "Tomby", "Vi glæder os.")]).collection
    with pytest.raises(QuestionError, match="no figures"):
        draft_command(plans.cards, plans, tmp_path / "drafts.jsonl")
