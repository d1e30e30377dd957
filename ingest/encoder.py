"""Text to vectors: the one place that knows which embedding model is used and how it is loaded.

A static model (one vector a token, their mean) encodes a question with numpy alone, because importing
sentence-transformers takes longer than the shell command may. Passages go through sentence-transformers.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import numpy as np
from numpy.typing import NDArray
from safetensors import SafetensorError
from safetensors.numpy import load_file
from tokenizers import Tokenizer

from ingest.errors import ModelError
from ingest.settings import Settings

if TYPE_CHECKING:
    from sentence_transformers import SentenceTransformer

HUB_NAME = re.compile(r"[\w-][\w.-]*(/[\w-][\w.-]*)?")
E5_NAME = re.compile(r"(^|[-_./])e5([-_./]|$)")
UNUSED_WEIGHTS = ["onnx/*", "openvino/*", "*.h5", "*.msgpack", "*.ot"]
"""What hub folders hold for other programs than ours."""


class Encoder(Protocol):
    """Turns texts into vectors of unit length; near vectors mean near meanings."""

    @property
    def fingerprint(self) -> str:
        """Return what changes when the weights, the prompts or the pooling change."""

    @property
    def dimension(self) -> int:
        """Return the length of a vector."""

    @property
    def quick(self) -> bool:
        """Say whether a text takes well under a millisecond, so that sentences can be encoded when asked."""

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of unit length for each text."""

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return a vector of unit length."""


@dataclass(frozen=True, slots=True)
class Prompts:
    """What is put before a text, since some models tell questions from passages by it."""

    query: str = ""
    passage: str = ""


class TransformerEncoder:
    """Any model that sentence-transformers can read from ``folder``; loaded when first used."""

    def __init__(self, folder: Path, prompts: Prompts) -> None:
        self._folder = folder
        self._prompts = prompts

    @cached_property
    def fingerprint(self) -> str:
        """Return a digest of the files in the folder and the prompts."""
        digest = hashlib.sha256(json.dumps([self._prompts.query, self._prompts.passage]).encode())
        for path in sorted(self._folder.rglob("*")):
            inner = path.relative_to(self._folder).as_posix()
            if path.is_file() and path.suffix != ".md" and "/." not in f"/{inner}":
                digest.update(inner.encode())
                digest.update(hashlib.sha256(path.read_bytes()).digest())
        return digest.hexdigest()[:32]

    @property
    def quick(self) -> bool:
        """Say no: a transformer takes milliseconds a text."""
        return False

    @cached_property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self.encode_passages([""]).shape[1])

    @cached_property
    def _model(self) -> SentenceTransformer:
        from sentence_transformers import SentenceTransformer

        try:
            model = SentenceTransformer(str(self._folder), local_files_only=True)
        except (OSError, ValueError, KeyError, SafetensorError) as error:
            raise ModelError(self._folder, "model_unreadable", detail=error) from error
        # Half precision on disk saves space; on a CPU it computes four times slower.
        return model.float()

    def encode_passages(self, texts: Sequence[str]) -> NDArray[np.float32]:
        """Return one row of unit length for each text."""
        return self._encode(list(texts), self._prompts.passage)

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return a vector of unit length."""
        row: NDArray[np.float32] = self._encode([text], self._prompts.query)[0]
        return row

    def _encode(self, texts: list[str], prompt: str) -> NDArray[np.float32]:
        if not texts:
            return np.zeros((0, self.dimension), dtype=np.float32)
        vectors = self._model.encode(texts, prompt=prompt or None, show_progress_bar=False)
        return unit_rows(np.asarray(vectors, dtype=np.float32))


class StaticEncoder(TransformerEncoder):
    """A token-vector model: questions need its weights and tokenizer only, in milliseconds."""

    @property
    def quick(self) -> bool:
        """Say yes: a text is a sum of a few vectors."""
        return True

    @cached_property
    def _tokenizer(self) -> Tokenizer:
        path = self._folder / "tokenizer.json"
        # The tokenizers library raises a bare Exception for a damaged file, so look first.
        if not isinstance(_read_json(path), dict):
            raise ModelError(path, "model_unreadable", detail="no tokenizer")
        return Tokenizer.from_file(str(path))

    @cached_property
    def _weights(self) -> NDArray[np.float16 | np.float32]:
        path = self._folder / "model.safetensors"
        try:
            weights: NDArray[np.float16 | np.float32] = load_file(path)["embedding.weight"]
        except (OSError, KeyError, SafetensorError) as error:
            raise ModelError(self._folder, "model_unreadable", detail=error) from error
        return weights

    @cached_property
    def dimension(self) -> int:
        """Return the length of a vector."""
        return int(self._weights.shape[1])

    def encode_question(self, text: str) -> NDArray[np.float32]:
        """Return a vector of unit length."""
        tokens = self._tokenizer.encode(self._prompts.query + text, add_special_tokens=False).ids
        total = self._weights[tokens].astype(np.float32).sum(axis=0)
        row: NDArray[np.float32] = unit_rows(total[np.newaxis])[0]
        return row


def load_encoder(settings: Settings) -> Encoder:
    """Return the encoder that ``settings.model`` names: a folder, or a model on the Hugging Face hub.

    Raises ModelError where the model is not on this machine and may not be downloaded.
    """
    folder = Path(settings.model).expanduser()
    local = any((folder / name).is_file() for name in ("modules.json", "config.json"))
    # The libraries read both when they are imported, which is why that happens later than here.
    os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"
    os.environ["HF_HUB_OFFLINE"] = "0" if settings.allow_download and not local else "1"
    folder = folder if local else _hub_folder(settings)
    prompts = _prompts(folder, settings)
    return StaticEncoder(folder, prompts) if _is_static(folder) else TransformerEncoder(folder, prompts)


def unit_rows(vectors: NDArray[np.float32]) -> NDArray[np.float32]:
    """Return the rows at unit length; one of zeros (a text without tokens) gets a fixed one."""
    lengths = np.linalg.norm(vectors, axis=1, keepdims=True)
    fallback = np.full_like(vectors, vectors.shape[1] ** -0.5)
    return np.where(lengths > 0, vectors / np.where(lengths > 0, lengths, 1), fallback).astype(np.float32)


def _hub_folder(settings: Settings) -> Path:
    name = settings.model
    if not HUB_NAME.fullmatch(name):
        raise ModelError(name, "model_missing")
    from huggingface_hub import snapshot_download

    try:
        return Path(snapshot_download(name, local_files_only=True, ignore_patterns=UNUSED_WEIGHTS))
    except (OSError, ValueError) as missing:
        if not settings.allow_download:
            raise ModelError(name, "model_missing") from missing
    try:
        return Path(snapshot_download(name, ignore_patterns=UNUSED_WEIGHTS))
    except (OSError, ValueError) as error:
        raise ModelError(name, "model_download_failed", detail=error) from error


def _is_static(folder: Path) -> bool:
    modules = _read_json(folder / "modules.json")
    if not isinstance(modules, list):
        return False
    kinds = [str(module["type"]).rpartition(".")[2] for module in modules]
    return kinds[:1] == ["StaticEmbedding"] and set(kinds[1:]) <= {"Normalize"}


def _prompts(folder: Path, settings: Settings) -> Prompts:
    config = _read_json(folder / "config_sentence_transformers.json")
    own = config.get("prompts") or {} if isinstance(config, dict) else {}
    query = own.get("query") or ""
    passage = own.get("document") or own.get("passage") or ""
    if not (query or passage) and E5_NAME.search(settings.model.lower()):
        query, passage = "query: ", "passage: "
    return Prompts(settings.query_prompt or query, settings.passage_prompt or passage)


def _read_json(path: Path) -> object:
    try:
        return json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
    except ValueError as error:
        raise ModelError(path, "model_unreadable", detail=error) from error
