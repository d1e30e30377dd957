"""The chat model that a setting names: a text goes out, a text comes back. Nothing uses it unasked."""

from __future__ import annotations

import re
from dataclasses import dataclass
from types import TracebackType
from typing import TYPE_CHECKING, Any, Protocol

from langchain.chat_models import init_chat_model
from langsmith import tracing_context

from ingest.errors import PlansvarError
from ingest.privacy import mask_cpr
from ingest.settings import Settings

if TYPE_CHECKING:
    from langchain_core.language_models import BaseChatModel

SECONDS = 60.0
"""How long a server may be silent; one that keeps sending is waited for."""
RETRIES = 2
LONGEST = 100_000
"""Characters of a reply that are read: every sentence of it is checked, and no wording needs as many."""
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f]")
"""What moves a terminal's cursor or changes its colours."""
NO_KEY = "none"
"""What a server of one's own is told for a key: the key of a provider must not end there."""


class ChatError(PlansvarError):
    """The chat model is not set, cannot be made from the settings, or gave no reply."""


class ChatModel(Protocol):
    """Whatever gives a reply to a text."""

    @property
    def name(self) -> str:
        """Return what the model is called, as "provider:model"."""
        ...

    def reply(self, instruction: str, text: str) -> str:
        """Return the reply to ``text``. Raises ChatError where there is none."""
        ...


@dataclass(frozen=True, slots=True)
class LangChainModel:
    """A chat model of LangChain's. CPR numbers are masked in all that is sent."""

    name: str
    model: BaseChatModel

    def reply(self, instruction: str, text: str) -> str:
        """Return the reply to ``text``. Raises ChatError where there is none."""
        masked = [("system", mask_cpr(instruction)[0]), ("human", mask_cpr(text)[0])]
        # Tracing that is set for other programs would send the same texts to yet another server.
        with _failing(self.name, "chat_failed"), tracing_context(enabled=False):
            said = str(self.model.invoke(masked).text)
        if len(said) > LONGEST:
            raise ChatError(self.name, "chat_unreadable")
        return _CONTROL.sub(" ", said)


def load_chat_model(settings: Settings) -> LangChainModel:
    """Return the chat model of the settings. Raises ChatError where there is none; connects nowhere yet."""
    name = settings.chat_model
    if not name:
        raise ChatError("PLANSVAR_CHAT_MODEL", "no_chat_model")
    provider, _, model = name.partition(":")
    if not provider or not model:
        raise ChatError(name, "chat_model_without_provider")
    return LangChainModel(name, _made(name, settings))


def _made(name: str, settings: Settings) -> BaseChatModel:
    key = settings.chat_key.get_secret_value()
    options: dict[str, Any] = {"timeout": SECONDS, "max_retries": RETRIES}
    if settings.chat_base_url:
        options |= {"base_url": settings.chat_base_url, "api_key": NO_KEY}
    if key:
        options |= {"api_key": key}
    with _failing(name, "chat_model_unusable"):
        try:
            made: BaseChatModel = init_chat_model(name, **options)
        except ImportError:
            raise ChatError(name, "chat_package_missing", provider=name.partition(":")[0]) from None
    return made


class _failing:  # noqa: N801 - read as a function in a with statement
    """Turns whatever a provider's client raises into a ChatError that holds its kind and status alone.

    Its message may repeat a part of the key, or of the text that was sent.
    """

    def __init__(self, name: str, code: str) -> None:
        self._name, self._code = name, code

    def __enter__(self) -> None: ...

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if kind is None or not issubclass(kind, Exception) or issubclass(kind, ChatError):
            return
        status = getattr(error, "status_code", None)
        detail = f"{kind.__name__} {status}" if status else kind.__name__
        raise ChatError(self._name, self._code, detail=detail) from None
