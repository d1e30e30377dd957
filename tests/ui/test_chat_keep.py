"""An answer in the chat becomes a question of a set: by a button, and only by it."""

from collections.abc import Callable
from pathlib import Path

from streamlit.testing.v1 import AppTest

from eval.mistakes import read
from ingest.library import Library
from tests.ui.test_chat_pages import ask, shown

Open = Callable[[], AppTest]
SET = Path("sets") / "fra-chatten.jsonl"


def save(app: AppTest, number: int = 0) -> AppTest:
    return app.button(key=f"keep-save-{number}").click().run()


def test_an_answer_is_kept_with_its_quote(assistant: object, library: Library, open_app: Open) -> None:
    app = ask(open_app(), "hvor langt er et sygedagpengeforløb?")
    assert not (library.folder / "sets").exists()
    app = save(app)
    assert not app.exception
    assert "Gemt som fra-chatten-001 i" in shown(app)
    (case,) = read(library.folder / SET).questions.cases
    assert case.question == "hvor langt er et sygedagpengeforløb?"
    assert case.evidence[0].document == "sandkilde"
    assert case.drafted


def test_a_follow_up_is_kept_with_what_came_before_and_the_filter(
    assistant: object, library: Library, open_app: Open
) -> None:
    app = open_app()
    app.sidebar.multiselect[0].set_value(["Sandkilde"]).run()
    app = ask(ask(app, "hvad med sygedagpengeforløb?"), "og arbejdspladsen?")
    app.sidebar.multiselect[0].set_value([]).run()
    save(app, 1)
    (case,) = read(library.folder / SET).questions.cases
    assert (case.question, case.history) == ("og arbejdspladsen?", ("hvad med sygedagpengeforløb?",))
    assert case.municipalities == ("Sandkilde",)


def test_what_was_declined_is_kept_as_a_question_without_an_answer(
    assistant: object, library: Library, open_app: Open
) -> None:
    save(ask(open_app(), "hvad koster en elbil?"))
    (case,) = read(library.folder / SET).questions.cases
    assert not case.answerable
    assert case.reason == "not_in_plans"


def test_a_cpr_number_is_not_kept(assistant: object, library: Library, open_app: Open) -> None:
    save(ask(open_app(), "hvor langt er sygedagpengeforløb for 010190-1234?"))
    assert "010190" not in (library.folder / SET).read_text("utf-8")


def test_a_name_that_cannot_be_used_is_told(assistant: object, library: Library, open_app: Open) -> None:
    app = ask(open_app(), "hvor langt er et sygedagpengeforløb?")
    app.text_input(key="keep-set-0").set_value("../andet")
    app = save(app)
    assert not app.exception
    assert "Et sæt kan ikke hedde sådan" in shown(app)
    assert not (library.folder / "sets").exists()
