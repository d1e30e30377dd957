"""The page "Evaluering" as an evaluator meets it: picking a set, running it, reading and comparing runs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from streamlit.testing.v1 import AppTest

from assistant.question import Question
from assistant.weights import DEFAULT
from eval.excel import export
from eval.folder import RunFolder
from eval.history import History, State
from eval.mistakes import read
from eval.plans import Plans
from eval.questions import Case, Gold, QuestionSet, dump_case
from eval.run import evaluate
from eval.shelf import SetShelf
from eval.weighing import all_settings, weights_with
from ingest.library import Library
from ui import eval_resources
from ui.eval_process import Job

Open = Callable[[], AppTest]
LONG = Gold("sandkilde", "Et sygedagpengeforløb varer i gennemsnit højst 13,5 uger.")
TEAM = Gold("halmvig", "Hver borger møder højst fire medarbejdere på en uge.")
CASES = (
    Case(
        "e1", "number", "Hvor langt er et sygedagpengeforløb?", True, evidence=(LONG,), must_include=("13,5",)
    ),
    Case(
        "e2",
        "number",
        "Hvor mange medarbejdere møder en borger?",
        True,
        evidence=(TEAM,),
        must_include=("tre",),
    ),
    Case(
        "e3", "fact", "Hvem ringer til <b>arbejdspladsen</b>?", True, evidence=(TEAM,), must_include=("fire",)
    ),
    Case("e4", "none", "Hvad koster en elbil?", False),
    Case("e5", "none", "Hvad siger byrådet om kontanthjælp?", False),
)


class Here:
    """Runs a set at once, by the assistant of the test; rows are kept as by the real one."""

    def __init__(self, library: Library, answerer: object) -> None:
        self.library = library
        self.answerer = answerer
        self.jobs: list[Job] = []
        self.broken = ""

    def start(self, job: Job) -> None:
        self.jobs.append(job)
        job.folder.mkdir(parents=True, exist_ok=True)
        if self.broken:
            (job.folder / "log.txt").write_text(self.broken, "utf-8")
            return
        history = History(self.library.catalogue.runs, self.library.folder)
        evaluate(
            job.questions,
            self.answerer,  # type: ignore[arg-type]
            Plans(self.library.current(), self.library.plan),
            out=job.folder,
            settings=all_settings(weights_with(job.changed)),
            note=history.note,
        )

    def is_alive(self, folder: Path) -> bool:
        return False

    def alive(self) -> tuple[Path, ...]:
        return ()

    def failed(self, folder: Path) -> bool:
        return bool(self.broken)


@pytest.fixture
def runner(assistant, library: Library, monkeypatch: pytest.MonkeyPatch) -> Here:
    monkeypatch.setattr("eval.stamp.commit", lambda: "c0ffee")
    here = Here(library, assistant)
    monkeypatch.setattr(eval_resources, "processes", lambda: here)
    return here


@pytest.fixture
def history(library: Library) -> History:
    return History(library.catalogue.runs, library.folder)


@pytest.fixture
def own_set(library: Library) -> Path:
    lines = "".join(f"{dump_case(case)}\n" for case in CASES)
    return SetShelf(library.folder).keep("mine.jsonl", lines.encode()).path


@pytest.fixture
def page(open_app: Open) -> Callable[[], AppTest]:
    return lambda: open_app().switch_page("eval_page.py").run()


def shown(app: AppTest) -> str:
    """Return everything on the page that was written as HTML or Markdown."""
    assert not app.exception
    html = [element.proto.body for element in app.get("html")]
    others = [*app.main.markdown, *app.title, *app.subheader, *app.main.caption]
    return "\n".join([*html, *(each.value for each in others)])


def press(app: AppTest, key: str) -> AppTest:
    return next(button for button in app.button if button.key == key).click().run()


def keys(app: AppTest) -> list[str]:
    return [button.key for button in app.button]


def go(app: AppTest, view: str) -> AppTest:
    return app.segmented_control(key="eval-view").set_value(view).run()


def upload(app: AppTest, name: str, content: bytes) -> AppTest:
    return app.file_uploader[0].set_value((name, content, "application/octet-stream")).run()


def test_without_plans_it_says_what_to_do(empty_library: Library, page: Open) -> None:
    assert "Læg nogle ind på siden Planer" in shown(page())


def test_a_set_whose_plans_are_missing_cannot_be_run(runner: Here, page: Open) -> None:
    app = page()
    told = shown(app)
    assert "bygger på planer, der ikke er i samlingen: eksempel-" in told
    assert "eval-run" not in keys(app)
    assert "Der er ingen kørsler endnu" in told


def test_a_set_says_what_is_in_it(runner: Here, own_set: Path, page: Open) -> None:
    told = shown(page())
    assert "5 spørgsmål: 3 har et svar i planerne, og 2 skal afvises." in told
    assert "Tal 2" in told


def test_every_mistake_in_an_uploaded_set_is_named_with_its_line(
    runner: Here, library: Library, page: Open
) -> None:
    wrong = dump_case(CASES[0]).replace("13,5 uger.", "14 uger.")
    content = "\n".join([dump_case(CASES[1]), "{", wrong, dump_case(CASES[1])]).encode()
    app = upload(page(), "wrong.jsonl", content)
    told = shown(app)
    assert "Der er 3 fejl i det." in told
    assert "linje 2: Linjen er ikke gyldig JSON" in told
    assert "linje 3 (e1): Citatet står ikke i planen" in told
    assert "linje 4 (e2): Det samme id er brugt på linje 1." in told
    assert "eval-keep" not in keys(app)
    assert not SetShelf(library.folder).folder.exists()


def test_an_uploaded_set_is_kept_and_stood_on(runner: Here, library: Library, page: Open) -> None:
    app = upload(page(), "../new.jsonl", f"{dump_case(CASES[0])}\n".encode())
    app = press(app, "eval-keep")
    assert "Sættet new er gemt." in shown(app)
    assert app.selectbox(key="eval-set").value == str(library.folder / "sets" / "new.jsonl")
    assert "eval-run" in keys(app)


def test_a_run_leads_to_what_went_wrong_and_where(runner: Here, own_set: Path, page: Open) -> None:
    app = press(page(), "eval-run")
    told = shown(app)
    assert "Alle 5 spørgsmål er stillet." in told
    assert "2 af 5 spørgsmål endte, som de skulle." in told
    assert app.pills(key="eval-ending").value == "failed"
    endings = {caption.replace("\\", "") for radio in app.main.radio for caption in radio.proto.captions}
    assert any("e2 · Belægget blev valgt, men svaret er forkert" in each for each in endings)
    assert any("e5 · Burde være afvist" in each for each in endings)
    assert "ingen data" in told
    assert "nan" not in told


def test_one_question_shows_the_quotes_in_their_page(runner: Here, own_set: Path, page: Open) -> None:
    app = press(page(), "eval-run")
    app = app.pills(key="eval-ending").set_value("all").run()
    told = shown(app.radio(key="eval-question").set_value("e1").run())
    assert "<mark>Et sygedagpengeforløb varer i gennemsnit højst 13,5 uger.</mark>" in told
    assert '<li class="pv-there">13,5' in told
    assert "Svaret er rigtigt." in told


def test_nothing_in_a_set_becomes_markup(runner: Here, own_set: Path, page: Open) -> None:
    app = press(page(), "eval-run")
    told = shown(app.radio(key="eval-question").set_value("e3").run())
    assert "&lt;b&gt;arbejdspladsen&lt;/b&gt;" in told
    assert "<b>arbejdspladsen" not in told


def test_a_setting_is_turned_and_the_runs_are_compared(
    runner: Here, own_set: Path, page: Open, history: History
) -> None:
    app = go(press(page(), "eval-run"), "run")
    app = app.select_slider(key="eval-knob-support").set_value(0.6).run()
    answer = runner.answerer.ask  # type: ignore[attr-defined]
    runner.answerer.ask = lambda asked: answer(Question("elbil") if asked.id == "e1" else asked)  # type: ignore[attr-defined]
    app = press(app, "eval-run")
    assert [setting.value for setting in runner.jobs[-1].changed] == ["0.6"]
    assert [run.good for run in history.runs()] == [1, 2]
    app = press(app, "eval-compare")
    told = shown(app)
    assert app.segmented_control(key="eval-view").value == "compare"
    assert "1 er blevet dårligere, og 0 er blevet bedre." in told
    usual = f"{DEFAULT.support:g}".replace(".", ",")
    assert f'<th scope="row">Krav for at svare</th><td>{usual}</td><td>0,6</td>' in told
    assert "Blevet dårligere (1)" in told
    assert "kan være tilfældigt" in told
    flip = told[told.index('class="pv-flip"') :]
    assert flip.index("Rigtigt svar") < flip.index("Belægget blev ikke fundet")


def test_the_same_run_twice_is_no_comparison(runner: Here, own_set: Path, page: Open) -> None:
    app = go(page(), "compare")
    assert "mindst to kørsler" in shown(app)
    app = go(press(go(press(go(app, "run"), "eval-run"), "run"), "eval-run"), "compare")
    assert "Tallene er ens i de to kørsler." in shown(app)
    after = app.selectbox(key="eval-after").value
    assert "Vælg to forskellige kørsler." in shown(app.selectbox(key="eval-before").set_value(after).run())


def test_a_stopped_run_says_how_far_it_came_and_goes_on(
    runner: Here, own_set: Path, page: Open, history: History
) -> None:
    press(page(), "eval-run")
    (run,) = history.runs()
    rows = (run.folder / "rows.jsonl").read_bytes().splitlines(keepends=True)
    (run.folder / "rows.jsonl").write_bytes(b"".join(rows[:2]))
    history.note(RunFolder(run.folder))
    app = page()
    assert "ikke færdig: 2 af 5" in shown(app)
    assert "de 2 af 5 spørgsmål, der er stillet" in shown(go(app, "read"))
    app = press(go(app, "run"), "eval-resume")
    assert [(each.id, each.state) for each in history.runs()] == [(run.id, State.WHOLE)]


def test_a_run_that_goes_on_elsewhere_is_shown_and_can_be_stopped(
    runner: Here, own_set: Path, page: Open, history: History
) -> None:
    press(page(), "eval-run")
    (run,) = history.runs()
    rows = (run.folder / "rows.jsonl").read_bytes().splitlines(keepends=True)
    (run.folder / "rows.jsonl").write_bytes(b"".join(rows[:3]))
    history.note(RunFolder(run.folder))
    with RunFolder(run.folder).held():
        app = page()
        assert "i gang: 3 af 5" in shown(app)
        press(app, f"eval-stop-{run.folder.name}")
        assert RunFolder(run.folder).stop_wanted


def test_a_run_that_cannot_begin_says_why(runner: Here, own_set: Path, page: Open) -> None:
    runner.broken = "samling: En anden model.\nTraceback (most recent call last):\n  hemmeligt"
    told = shown(press(page(), "eval-run"))
    assert "samling: En anden model." in told
    assert "hemmeligt" not in told
    runner.broken = "Traceback (most recent call last):\n  hemmeligt"
    told = shown(press(page(), "eval-run"))
    assert "Kørslen gik i stå." in told
    assert "hemmeligt" not in told


def test_a_run_is_removed_after_a_second_question(
    runner: Here, own_set: Path, page: Open, history: History
) -> None:
    app = press(go(press(page(), "eval-run"), "run"), "eval-remove")
    assert "er fjernet." in shown(app)
    assert history.runs() == ()


def test_a_damaged_run_is_named(runner: Here, own_set: Path, page: Open, library: Library) -> None:
    (library.folder / "runs" / "broken").mkdir(parents=True)
    (library.folder / "runs" / "broken" / "run.json").write_text("{")
    told = shown(page())
    assert "broken kan ikke læses" in told


def test_an_excel_sheet_that_is_none_is_a_sentence(runner: Here, page: Open) -> None:
    assert "Filen kan ikke læses som et Excel-ark." in shown(upload(page(), "x.xlsx", b"no sheet"))


def test_everything_is_there_in_english(runner: Here, own_set: Path, page: Open) -> None:
    app = page()
    app.sidebar.radio[0].set_value("en").run()
    assert "5 questions: 3 have an answer in the plans" in shown(app)
    told = shown(press(app, "eval-run"))
    assert "2 of 5 questions ended as they should." in told
    assert "no data" in told


def test_a_plan_that_is_gone_is_told(runner: Here, own_set: Path, page: Open, library: Library) -> None:
    app = press(page(), "eval-run")
    library.remove("sandkilde.txt")
    app = app.pills(key="eval-ending").set_value("all").run()
    told = shown(app.radio(key="eval-question").set_value("e1").run())
    assert "Planen er ikke længere i samlingen" in told


def drafted(case: Case) -> str:
    return json.dumps(json.loads(dump_case(case)) | {"drafted": True}, ensure_ascii=False)


def test_drafts_are_asked_once_a_person_accepts_them(runner: Here, library: Library, page: Open) -> None:
    content = f"{dump_case(CASES[0])}\n{drafted(CASES[1])}\n{drafted(CASES[2])}\n".encode()
    kept = SetShelf(library.folder).keep("drafts.jsonl", content)
    app = page()
    told = shown(app)
    assert "1 spørgsmål: 1 har et svar i planerne" in told
    assert "“Hver borger møder højst fire medarbejdere på en uge.” (halmvig)" in told
    app.checkbox(key="eval-draft-e2").check()
    app = next(button for button in app.button if button.label == "Godkend de valgte").click().run()
    told = shown(app)
    assert "Kladder godkendt: 1." in told
    assert "2 spørgsmål: 2 har et svar i planerne" in told
    assert [each.case.drafted for each in read(kept.path).numbered] == [False, False, True]


def test_drafts_in_a_sheet_are_named(runner: Here, library: Library, page: Open, tmp_path: Path) -> None:
    export(QuestionSet("x", (CASES[0], replace(CASES[1], drafted=True))), tmp_path / "x.xlsx")
    SetShelf(library.folder).keep("x.xlsx", (tmp_path / "x.xlsx").read_bytes())
    told = shown(page())
    assert "1 kladder er ikke stillet, fordi ingen har godkendt dem endnu: e2." in told


def test_a_set_is_removed_after_a_second_question(runner: Here, own_set: Path, page: Open) -> None:
    app = press(page(), "eval-remove-set")
    assert "Sættet mine er slettet." in shown(app)
    assert not own_set.exists()
    assert "eval-remove-set" not in keys(app)


def test_many_drafts_come_in_turns_and_say_what_is_expected(
    runner: Here, library: Library, page: Open
) -> None:
    drafts = [replace(CASES[3], id=f"d{n}", drafted=True) for n in range(23)]
    SetShelf(library.folder).keep("mine.jsonl", "".join(f"{dump_case(case)}\n" for case in drafts).encode())
    app = page()
    assert len([box for box in app.checkbox if str(box.key).startswith("eval-draft-")]) == 20
    told = shown(app)
    assert "og 3 til" in told
    assert "d0 · skal afvises: planerne svarer ikke på det" in told
