"""Settings, from the environment (PLANSVAR_...) or a .env file beside you. Defaults need no network."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

from platformdirs import user_data_path
from pydantic import Field, SecretStr
from pydantic_settings import BaseSettings, SettingsConfigDict

import corpus
from ingest.texts import Language


class Settings(BaseSettings):
    """What a user may set. Every field is described in the README."""

    model_config = SettingsConfigDict(env_prefix="PLANSVAR_", env_file=".env", extra="ignore")

    store: Path = Field(default_factory=lambda: user_data_path("plansvar", appauthor=False))
    language: Language = "da"
    model: str = str(corpus.ROOT / "model")
    query_prompt: str = ""
    passage_prompt: str = ""
    allow_download: bool = False
    """Whether a model that is named but not on this machine may be fetched from the Hugging Face hub."""
    chat_model: str = ""
    """The chat model that may judge and word answers, as "provider:model"; nothing is sent unasked."""
    chat_base_url: str = ""
    chat_key: SecretStr = SecretStr("")

    @property
    def chat_server(self) -> str:
        """Return where texts would be sent, as it may be shown: the provider, or a host without password."""
        parts = urlsplit(self.chat_base_url)
        host = f"{parts.hostname}:{parts.port}" if parts.port else parts.hostname
        return host or self.chat_model.partition(":")[0]
