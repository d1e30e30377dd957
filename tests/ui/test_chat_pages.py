"""The pages as a visitor meets them: asking, follow-ups, limits, languages, errors."""

import logging
from collections.abc import Callable
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.answer import Answer, Reason
from assistant.assistant import Assistant
from ingest.errors import StoreError
from ingest.library import Library
from ui import resources

Open = Callable[[], AppTest]


def shown(app: AppTest) -> str:
    """Return everything on the page that was written as HTML or Markdown."""
    html = [element.proto.body for element in app.get("html")]
    return "\n".join([*html, *(m.value for m in [*app.main.markdown, *app.title, *app.subheader])])


def ask(app: AppTest, question: str) -> AppTest:
    return app.chat_input[0].set_value(question).run()


def test_without_plans_the_page_says_what_to_do(empty_library: Library, open_app: Open) -> None:
    app = open_app()
    assert not app.exception
    assert app.title[0].value == "Der er ingen planer endnu"
    assert not app.chat_input
    app.button[0].click().run()
    assert app.title[0].value == "Planer"


def test_examples_are_questions_that_are_answered(assistant: object, open_app: Open) -> None:
    app = open_app()
    examples = [button.label for button in app.button]
    assert examples
    assert "2 planer fra 2 kommuner" in shown(app)
    app.button[0].click().run()
    assert not app.exception
    assert "<mark>" in shown(app)


def test_an_answer_shows_its_source(assistant: object, open_app: Open) -> None:
    app = ask(open_app(), "hvor langt er et sygedagpengeforløb?")
    page = shown(app)
    assert "Et sygedagpengeforløb varer i gennemsnit højst 13,5 uger" in page
    assert "Sandkilde, Beskæftigelsesplan 2024, s. 2, Mål 2: Kortere sygeforløb" in page
    assert "Opdigtet eksempel" in page
    assert "Kilder" in app.code[0].value


def test_a_follow_up_knows_the_questions_before_it(assistant: object, open_app: Open) -> None:
    app = ask(open_app(), "hvad med sygedagpengeforløb?")
    app = ask(app, "og arbejdspladsen?")
    assert assistant.asked[-1].history == ("hvad med sygedagpengeforløb?",)  # type: ignore[attr-defined]
    assert "Forstået som: hvad med sygedagpengeforløb? og arbejdspladsen?" in shown(app)


def test_thanks_are_answered_and_not_offered_to_be_kept(
    assistant: object, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = Answer("tak", "Selv tak!", True, Reason.NO_QUESTION, (), (), ())
    monkeypatch.setattr(assistant, "ask", lambda question: told)
    app = ask(open_app(), "tak")
    assert "Selv tak!" in shown(app)
    assert "keep-set-0" not in [field.key for field in app.text_input]


def test_a_new_conversation_forgets(assistant: object, open_app: Open) -> None:
    app = ask(open_app(), "hvad med sygedagpengeforløb?")
    next(button for button in app.sidebar.button if button.label == "Ny samtale").click().run()
    assert "sygedagpengeforløb?" not in shown(app)
    assert app.title[0].value == "Hvad vil du vide?"


def test_no_answer_lists_the_plans_and_what_came_nearest(assistant: object, open_app: Open) -> None:
    page = shown(ask(open_app(), "hvad koster en elbil?"))
    assert "Det har jeg ikke fundet i de planer, jeg har søgt i." in page
    assert "<li>Halmvig, Ældrepolitik 2025</li>" in page
    assert "se selv, om det svarer på spørgsmålet" in page


def test_limits_are_passed_on_and_named(assistant: object, open_app: Open) -> None:
    app = open_app()
    app.sidebar.multiselect[0].set_value(["Halmvig"]).run()
    app.sidebar.selectbox[0].set_value(2025).run()
    assert app.chat_input[0].placeholder.endswith("Halmvig, 2025")
    ask(app, "hvad med hjemmehjælp i faste team?")
    question = assistant.asked[-1]  # type: ignore[attr-defined]
    assert (question.municipalities, question.year) == (("Halmvig",), 2025)


def test_limits_that_no_plan_fits_say_so(assistant: object, open_app: Open) -> None:
    app = open_app()
    app.sidebar.multiselect[0].set_value(["Halmvig"]).run()
    app.sidebar.selectbox[0].set_value(2024).run()
    assert "Ingen plan passer" in shown(app)
    assert app.chat_input[0].disabled


def test_limits_outlive_a_visit_to_the_other_page(assistant: object, open_app: Open) -> None:
    app = open_app()
    app.sidebar.multiselect[0].set_value(["Halmvig"]).run()
    app.switch_page("plans_page.py").run()
    app.switch_page("chat_page.py").run()
    assert app.sidebar.multiselect[0].value == ["Halmvig"]


def test_a_limit_to_a_plan_that_is_removed_goes_with_it(
    assistant: object, library: Library, open_app: Open
) -> None:
    app = open_app()
    app.sidebar.multiselect[0].set_value(["Halmvig"]).run()
    library.remove("halmvig.txt")
    app.run()
    assert not app.exception
    assert app.sidebar.multiselect[0].value == []


def test_an_answer_outlives_its_plan_and_says_so(assistant: object, library: Library, open_app: Open) -> None:
    app = ask(open_app(), "hvor langt er et sygedagpengeforløb?")
    library.remove("sandkilde.txt")
    page = shown(app.run())
    assert not app.exception
    assert "Planen er fjernet fra samlingen" in page
    assert "højst 13,5 uger" in page


def test_everything_is_there_in_english(assistant: object, open_app: Open) -> None:
    app = open_app()
    app.sidebar.radio[0].set_value("en").run()
    assert app.title[0].value == "What would you like to know?"
    page = shown(ask(app, "hvor langt er et sygedagpengeforløb?"))
    assert "Sources" in page
    assert ", p. 2, " in page
    app.switch_page("plans_page.py").run()
    assert app.title[0].value == "Plans"
    assert "Municipality" in shown(app)


def test_a_known_error_is_a_sentence(assistant: object, open_app: Open) -> None:
    assistant.error = StoreError("store", "store_busy", seconds=120)  # type: ignore[attr-defined]
    page = shown(ask(open_app(), "hvad med sygedagpengeforløb?"))
    assert "En anden proces har brugt samlingen" in page
    assert 'role="alert"' in page


def test_an_unknown_error_is_a_sentence_and_no_question_is_logged(
    assistant: object, open_app: Open, caplog: pytest.LogCaptureFixture
) -> None:
    assistant.error = KeyError("hemmeligt spørgsmål")  # type: ignore[attr-defined]
    with caplog.at_level(logging.ERROR):
        app = ask(open_app(), "hemmeligt spørgsmål")
    assert not app.exception
    assert "Noget gik galt." in shown(app)
    assert "KeyError" not in shown(app)
    assert "KeyError at " in caplog.text
    assert "hemmeligt" not in caplog.text


def test_examples_that_fail_leave_the_question_box(assistant: object, open_app: Open) -> None:
    assistant.error = KeyError("x")  # type: ignore[attr-defined]
    app = open_app()
    assert "Noget gik galt." in shown(app)
    assert not app.chat_input[0].disabled


def test_a_page_that_fails_is_a_sentence(
    library: Library, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Library) -> None:
        raise OSError("/hemmelig/sti")

    monkeypatch.setattr(Library, "current", fails)
    app = open_app()
    assert not app.exception
    assert "Noget gik galt." in shown(app)


def test_a_store_that_cannot_be_opened_is_a_sentence(
    library: Library, open_app: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(_: Path) -> Library:
        raise StoreError("**samling**", "store_busy", seconds=120)

    monkeypatch.setattr(resources, "_library", fails)
    app = open_app()
    assert not app.exception
    assert "**samling**: En anden proces har brugt samlingen" in shown(app)
    assert app.sidebar.radio


def test_a_cpr_number_goes_nowhere(assistant: object, open_app: Open) -> None:
    app = ask(open_app(), "hvad med sygedagpengeforløb for 010190-1234?")
    app = ask(app, "og arbejdspladsen?")
    assert "010190" not in shown(app)
    assert "XXXXXX-XXXX" in shown(app)
    assert "Et CPR-nummer i spørgsmålet er skjult." in shown(app)
    assert "010190" not in repr(assistant.asked)  # type: ignore[attr-defined]
    assert "010190" not in repr(app.session_state["turns"])


def test_a_question_of_spaces_is_no_question(assistant: object, open_app: Open) -> None:
    before = open_app()
    app = ask(before, "   ")
    assert not app.exception
    assert app.title[0].value == "Hvad vil du vide?"


@pytest.mark.parametrize("nasty", ["<script>alert(1)</script>", "**x** $y$ :red[z] | `k`"])
def test_what_is_typed_is_shown_as_text(assistant: object, open_app: Open, nasty: str) -> None:
    page = shown(ask(open_app(), nasty))
    assert "<script>alert" not in page
    assert nasty.replace("<", "&lt;").replace(">", "&gt;") in page


def test_two_visitors_have_a_conversation_each(assistant: object, open_app: Open) -> None:
    one, other = open_app(), open_app()
    ask(one, "hvad med sygedagpengeforløb?")
    other.run()
    assert "sygedagpengeforløb?" not in shown(other)


def test_the_list_shows_the_plans(library: Library, open_app: Open) -> None:
    app = open_app().switch_page("plans_page.py").run()
    page = shown(app)
    assert "Beskæftigelsesplan 2024" in page
    assert "sandkilde.txt" in page
    assert page.index("Halmvig") < page.index("Sandkilde")


def test_a_plan_is_added_and_each_file_has_its_outcome(empty_library: Library, open_app: Open) -> None:
    app = open_app().switch_page("plans_page.py").run()
    text = "Halmvig Kommune\nÆldrepolitik 2025\n\nHalmvig Kommune giver hjemmehjælp i faste team.\n"
    files = [("halmvig.txt", text.encode(), "text/plain"), ("tom.txt", b"", "text/plain")]
    app.file_uploader[0].set_value(files)
    next(button for button in app.button if button.label == "Læs ind").click().run()
    page = shown(app)
    assert not app.exception
    assert "<strong>halmvig.txt</strong> Lagt ind som Halmvig, Ældrepolitik 2025" in page
    assert "<strong>tom.txt</strong> Ikke lagt ind. Filen er tom." in page
    assert "/tmp" not in page
    assert [card.source for card in empty_library.cards()] == ["halmvig.txt"]


def test_a_plan_is_removed_after_a_second_question(library: Library, open_app: Open) -> None:
    app = open_app().switch_page("plans_page.py").run()
    plan = library.resolve("halmvig.txt").id
    app.selectbox[0].set_value(plan).run()
    next(button for button in app.button if button.label == "Fjern …").click().run()
    assert len(library.cards()) == 2
    next(button for button in app.button if button.label == "Fjern planen").click().run()
    assert [card.source for card in library.cards()] == ["sandkilde.txt"]
    assert "Halmvig, Ældrepolitik 2025 er fjernet." in shown(app)


def test_a_plan_that_is_gone_already_is_a_sentence(library: Library, open_app: Open) -> None:
    app = open_app().switch_page("plans_page.py").run()
    app.selectbox[0].set_value(library.resolve("halmvig.txt").id).run()
    next(button for button in app.button if button.label == "Fjern …").click().run()
    library.remove("halmvig.txt")
    next(button for button in app.button if button.label == "Fjern planen").click().run()
    assert not app.exception
    assert "Planen er allerede fjernet" in shown(app)


def test_the_real_assistant_answers(library: Library, open_app: Open, tmp_path: Path) -> None:
    assert isinstance(resources.assistant("da"), Assistant)
    page = shown(ask(open_app(), "hvor længe varer et sygedagpengeforløb i sandkilde"))
    assert "højst 13,5 uger" in page
    assert "<mark>" in page
