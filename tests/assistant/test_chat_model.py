"""The chat model against a real server on this machine: what is sent, what comes back, what is never told."""

import traceback

import pytest
from pydantic import SecretStr

from assistant import chat_model
from assistant.chat_model import ChatError, load_chat_model
from ingest.settings import Settings
from tests.assistant.chat_server import ChatServer

pytest.importorskip("langchain_openai", reason="the extra “chat” is not installed")

KEY = "sk-hemmelig-1234567890"
TEXT = "En fortrolig tekst"


@pytest.fixture(autouse=True)
def _impatient(monkeypatch):
    monkeypatch.setattr(chat_model, "RETRIES", 0)
    monkeypatch.setattr(chat_model, "SECONDS", 5.0)


@pytest.fixture
def chat():
    with ChatServer(lambda text: f"Du skrev: {text}").running() as server:
        yield server


def settings(chat, **changes):
    given = {"chat_model": "openai:lokal", "chat_base_url": chat.url, "chat_key": SecretStr("")}
    return Settings(**{**given, **changes})


def test_a_text_goes_out_and_a_text_comes_back(chat):
    assert load_chat_model(settings(chat)).reply("Svar kort.", "Hej") == "Du skrev: Hej"
    (body,) = chat.asked
    assert body["model"] == "lokal"
    assert [message["role"] for message in body["messages"]] == ["system", "user"]
    assert body["messages"][0]["content"] == "Svar kort."


def test_a_cpr_number_is_masked_before_it_is_sent(chat):
    load_chat_model(settings(chat)).reply("Om 010190-1234", "Hvad får 010190-1234?")
    assert "010190" not in str(chat.asked)
    assert chat.texts == ["Hvad får XXXXXX-XXXX?"]


def test_the_key_goes_to_the_server_it_is_for_and_to_no_other(chat, monkeypatch):
    monkeypatch.setenv("OPENAI_API_KEY", "sk-another-providers-key")
    load_chat_model(settings(chat)).reply("", "Hej")
    load_chat_model(settings(chat, chat_key=SecretStr("min-egen"))).reply("", "Hej")
    assert chat.keys == [chat_model.NO_KEY, "min-egen"]


@pytest.mark.parametrize("status", [400, 401, 403, 404, 429, 500])
def test_a_failure_tells_its_status_and_neither_the_key_nor_the_text(chat, status):
    chat.say = lambda text: status
    model = load_chat_model(settings(chat, chat_key=SecretStr(KEY)))
    with pytest.raises(ChatError, match=str(status)) as caught:
        model.reply("Instruks", TEXT)
    told = "".join(traceback.format_exception(caught.value)) + caught.value.describe("da")
    assert TEXT in str(chat.asked)
    assert chat.keys == [KEY]
    for secret in (KEY, TEXT):
        assert secret not in told
        assert secret not in repr(model)
    assert KEY not in repr(settings(chat, chat_key=SecretStr(KEY)))


def test_a_reply_cannot_speak_to_the_terminal(chat):
    chat.say = lambda text: "\x1b[31mRødt\x07\x9b2J [1]\n\tHer."
    assert load_chat_model(settings(chat)).reply("", "Hej") == " [31mRødt  2J [1]\n\tHer."


def test_an_endless_reply_is_not_read(chat):
    chat.say = lambda text: "a" * (chat_model.LONGEST + 1)
    with pytest.raises(ChatError) as caught:
        load_chat_model(settings(chat)).reply("", "Hej")
    assert caught.value.code == "chat_unreadable"


def test_a_server_that_is_not_there_is_told(chat):
    nowhere = settings(chat, chat_base_url="http://127.0.0.1:9/v1")
    with pytest.raises(ChatError, match="gave no reply"):
        load_chat_model(nowhere).reply("", "Hej")


def test_a_reply_that_is_no_chat_is_told(chat, monkeypatch):
    monkeypatch.setattr("tests.assistant.chat_server._Handler._send", _nonsense)
    with pytest.raises(ChatError, match="gave no reply"):
        load_chat_model(settings(chat)).reply("", "Hej")


def _nonsense(self, status, content):
    self.send_response(200)
    self.send_header("Content-Length", "5")
    self.end_headers()
    self.wfile.write(b"<html")


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("", "No chat model is set"),
        ("gpt-4o", "without its provider"),
        ("openai:", "without its provider"),
        ("udbyder:model", "cannot be used"),
        ("anthropic:claude", r"“anthropic” is not installed.*plansvar\[chat\]"),
    ],
)
def test_a_setting_that_names_no_model_is_told_before_anything_is_sent(chat, name, words):
    with pytest.raises(ChatError, match=words):
        load_chat_model(settings(chat, chat_model=name))
    assert chat.asked == []


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("", "openai"),
        ("http://127.0.0.1:8080/v1", "127.0.0.1:8080"),
        ("https://anna:kode@model.example.org/v1?key=abc", "model.example.org"),
    ],
)
def test_where_texts_go_is_shown_without_a_password(url, shown):
    assert Settings(chat_model="openai:x", chat_base_url=url).chat_server == shown
