"""The chat model from the shell: it judges when it is told to, and hears of nothing else."""

import json

import pytest

from tests.assistant.chat_server import ChatServer
from tests.cli.test_eval_commands import CASE, OTHER, write

pytest.importorskip("langchain_openai", reason="the extra “chat” is not installed")

KEY = "sk-hemmelig-1234567890"
VOTE = json.dumps({"supported": True, "right": True, "why": "Det står i citatet."})
FIGURES = "[ceilings]\nright = 0.0\n"


@pytest.fixture
def chat():
    with ChatServer(lambda text: VOTE).running() as server:
        yield server


@pytest.fixture
def settings(chat):
    tracing = {
        "LANGSMITH_TRACING": "true",
        "LANGCHAIN_TRACING_V2": "true",
        "LANGSMITH_API_KEY": "key",
        "LANGSMITH_ENDPOINT": chat.url,
    }
    chosen = {"CHAT_MODEL": "openai:lokal", "CHAT_BASE_URL": chat.url, "CHAT_KEY": KEY}
    return tracing | {f"PLANSVAR_{name}": value for name, value in chosen.items()}


def test_answers_are_judged_and_nothing_but_that_is_sent(run, store, chat, settings, tmp_path):
    questions = write(tmp_path / "set.jsonl", CASE, OTHER)
    done = run("eval", questions, "--judge", "--out", tmp_path / "run", "--store", store, **settings)
    assert done.returncode == 0, done.stderr
    assert "2 svar bedømt, 2 af dem enstemmigt" in done.stdout
    assert "sendes nu til openai:lokal (127.0.0.1:" in done.stderr
    assert chat.paths == ["/v1/chat/completions"] * 6, "and nothing to a tracer"
    assert set(chat.keys) == {KEY}
    written = "".join(file.read_text("utf-8-sig") for file in (tmp_path / "run").iterdir())
    assert KEY not in written + done.stdout + done.stderr
    assert "Det står i citatet." in (tmp_path / "run" / "judged.csv").read_text("utf-8-sig")


def test_no_verdict_changes_a_gate(run, store, chat, settings, tmp_path):
    questions, gate = write(tmp_path / "set.jsonl", CASE), tmp_path / "gate.toml"
    gate.write_text(FIGURES)
    done = run("eval", questions, "--judge", "--gate", gate, "--store", store, **settings)
    assert done.returncode == 3, "the judge says right, and so does the metric that is gated"
    chat.say = lambda text: 400
    gate.write_text("[floors]\nright = 1.0\n")
    done = run("eval", questions, "--judge", "--gate", gate, "--store", store, **settings)
    assert done.returncode == 0, done.stderr
    assert "1 ikke bedømt" in done.stdout


def test_no_command_but_the_judge_asks_the_chat_model(run, store, chat, settings, tmp_path):
    questions = write(tmp_path / "set.jsonl", CASE)
    for command in (["ask", CASE["question"]], ["doctor"], ["eval", questions]):
        assert run(*command, "--store", store, **settings).returncode == 0
    assert chat.paths == []


def test_without_a_chat_model_nothing_is_asked(run, store, tmp_path):
    questions = write(tmp_path / "set.jsonl", CASE)
    done = run("eval", questions, "--judge", "--out", tmp_path / "run", "--store", store)
    assert done.returncode == 1
    assert "PLANSVAR_CHAT_MODEL" in done.stderr
    assert not (tmp_path / "run").exists()


GOOD = "Bakkeby har 96 på sygedagpenge. [1]"


def test_an_answer_may_be_worded_by_the_model_and_is_checked(run, store, chat, settings):
    chat.say = lambda text: f"{GOOD}\nI hele landet er der 9.000. [1]"
    done = run("ask", CASE["question"], "--rewrite", "--json", "--store", store, **settings)
    assert done.returncode == 0, done.stderr
    answer = json.loads(done.stdout)
    assert answer["answer"] == GOOD
    assert [citation["n"] for citation in answer["citations"]] == [1]
    assert "1 sætninger fra sprogmodellen er udeladt" in done.stderr
    assert "sendes til openai:lokal (127.0.0.1:" in done.stderr
    assert chat.paths == ["/v1/chat/completions"]
    assert KEY not in done.stdout + done.stderr


def test_a_model_that_fails_costs_no_answer(run, store, chat, settings):
    plain = run("ask", CASE["question"], "--json", "--store", store)
    chat.say = lambda text: 400
    done = run("ask", CASE["question"], "--rewrite", "--json", "--store", store, **settings)
    assert done.returncode == 0
    assert done.stdout == plain.stdout
    assert "Svaret er planernes egne sætninger." in done.stderr


def test_worded_answers_can_be_measured(run, store, chat, settings, tmp_path):
    chat.say = lambda text: GOOD
    questions = write(tmp_path / "set.jsonl", CASE)
    done = run("eval", questions, "--rewrite", "--out", tmp_path / "run", "--store", store, **settings)
    assert done.returncode == 0, done.stderr
    assert GOOD in (tmp_path / "run" / "rows.jsonl").read_text("utf-8")
    assert json.loads((tmp_path / "run" / "run.json").read_text("utf-8"))["model"].endswith(" + openai:lokal")


def test_labels_alone_are_wrong_usage(run, store, tmp_path):
    done = run("eval", "set.jsonl", "--labels", "judged.csv", "--store", store)
    assert done.returncode == 2


def test_the_doctor_tells_what_is_set_and_not_the_key(run, store, settings):
    assert "Sprogmodel: ingen" in run("doctor", "--store", store).stdout
    told = run("doctor", "--store", store, **settings).stdout
    assert "Sprogmodel: openai:lokal hos 127.0.0.1:" in told
    assert "nøgle: sat" in told
    assert KEY not in told
