"""The encoder: what it promises of vectors, prompts, fingerprints and missing models."""

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
import torch
from sentence_transformers import SentenceTransformer
from sentence_transformers.sentence_transformer.modules import (
    Normalize,
    Pooling,
    StaticEmbedding,
    Transformer,
)
from tokenizers import Tokenizer, models, normalizers, pre_tokenizers
from transformers import BertConfig, BertModel, PreTrainedTokenizerFast

import corpus
from ingest.encoder import StaticEncoder, TransformerEncoder, load_encoder, unit_rows
from ingest.errors import ModelError
from ingest.settings import Settings

WORDS = ["[UNK]", "[PAD]", "ledig", "unge", "virksomhed", "mål", "query", "passage", ":"]
TEXTS = ["Unge uden job", "ledig ledig mål", "", "12 34", "virksomhed: mål"]


def tokenizer() -> Tokenizer:
    built = Tokenizer(models.WordLevel({word: place for place, word in enumerate(WORDS)}, unk_token="[UNK]"))
    built.normalizer = normalizers.Lowercase()
    built.pre_tokenizer = pre_tokenizers.Whitespace()
    return built


@pytest.fixture(scope="module")
def static(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("static") / "model"
    weights = np.random.default_rng(1).normal(size=(len(WORDS), 8)).astype(np.float32)
    model = SentenceTransformer(modules=[StaticEmbedding(tokenizer(), weights), Normalize()], device="cpu")
    model.half().save(str(folder), create_model_card=False)
    return folder


@pytest.fixture(scope="module")
def transformer(tmp_path_factory: pytest.TempPathFactory) -> Path:
    parts = tmp_path_factory.mktemp("parts")
    torch.manual_seed(1)
    config = BertConfig(
        vocab_size=len(WORDS),
        hidden_size=16,
        num_hidden_layers=1,
        num_attention_heads=2,
        intermediate_size=16,
    )
    BertModel(config).save_pretrained(parts)
    fast = PreTrainedTokenizerFast(tokenizer_object=tokenizer(), unk_token="[UNK]", pad_token="[PAD]")
    fast.save_pretrained(parts)
    folder = tmp_path_factory.mktemp("named") / "small-e5-random"
    model = SentenceTransformer(modules=[Transformer(str(parts)), Pooling(16)], device="cpu")
    model.save(str(folder), create_model_card=False)
    return folder


def with_prompts(folder: Path, target: Path, prompts: dict[str, str]) -> Path:
    shutil.copytree(folder, target)
    path = target / "config_sentence_transformers.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"prompts": prompts}))
    return target


@pytest.mark.parametrize("kind", ["static", "transformer"])
def test_every_vector_has_unit_length(kind: str, request: pytest.FixtureRequest) -> None:
    encoder = load_encoder(Settings(model=str(request.getfixturevalue(kind))))
    rows = encoder.encode_passages(TEXTS)
    assert rows.shape == (len(TEXTS), encoder.dimension)
    assert rows.dtype == np.float32
    assert np.allclose(np.linalg.norm(rows, axis=1), 1, atol=1e-5)
    for text in TEXTS:
        question = encoder.encode_question(text)
        assert question.shape == (encoder.dimension,)
        assert np.linalg.norm(question) == pytest.approx(1, abs=1e-5)


@pytest.mark.parametrize("kind", ["static", "transformer"])
def test_no_texts_give_no_rows(kind: str, request: pytest.FixtureRequest) -> None:
    encoder = load_encoder(Settings(model=str(request.getfixturevalue(kind))))
    assert encoder.encode_passages([]).shape == (0, encoder.dimension)


def test_a_text_without_tokens_points_the_same_way_for_both(static: Path) -> None:
    encoder = load_encoder(Settings(model=str(static)))
    assert np.allclose(encoder.encode_passages([""])[0], encoder.encode_question("  "))


def test_numpy_and_sentence_transformers_agree(static: Path) -> None:
    encoder = load_encoder(Settings(model=str(static)))
    assert isinstance(encoder, StaticEncoder)
    questions = np.stack([encoder.encode_question(text) for text in TEXTS])
    assert np.abs(encoder.encode_passages(TEXTS) - questions).max() < 1e-4


def test_numpy_and_sentence_transformers_agree_on_the_bundled_model() -> None:
    encoder = load_encoder(Settings(model=str(corpus.ROOT / "model")))
    texts = [
        "",
        "Hvor mange sygedagpengemodtagere er der?",
        "faar unge hjaelp",
        "20 pct. i 2024",
        "§§ 🙂\x00\n",
    ]
    questions = np.stack([encoder.encode_question(text) for text in texts])
    assert np.abs(encoder.encode_passages(texts) - questions).max() < 1e-4


def test_a_question_to_the_bundled_model_needs_no_torch() -> None:
    code = (
        "import sys; from ingest.encoder import load_encoder; from ingest.settings import Settings;"
        "load_encoder(Settings(_env_file=None)).encode_question('Hvad er målet?');"
        "sys.exit('torch' in sys.modules or 'transformers' in sys.modules)"
    )
    environment = {key: value for key, value in os.environ.items() if not key.startswith("PLANSVAR_")}
    subprocess.run([sys.executable, "-c", code], check=True, env=environment, cwd=corpus.ROOT.parent)


def test_other_modules_than_mean_and_length_are_not_computed_by_hand(static: Path, tmp_path: Path) -> None:
    shutil.copytree(static, tmp_path / "model")
    path = tmp_path / "model" / "modules.json"
    modules = json.loads(path.read_text())
    modules[1]["type"] = "sentence_transformers.models.Dense"
    path.write_text(json.dumps(modules))
    assert type(load_encoder(Settings(model=str(tmp_path / "model")))) is TransformerEncoder


@pytest.mark.parametrize(
    ("own", "setting", "query"),
    [
        ({}, "", "query: ledig"),
        ({"query": "mål: ", "document": ""}, "", "mål: ledig"),
        ({"query": "mål: "}, "virksomhed: ", "virksomhed: ledig"),
    ],
)
def test_prompts_come_from_the_setting_then_the_model_then_its_name(
    transformer: Path, tmp_path: Path, own: dict[str, str], setting: str, query: str
) -> None:
    folder = with_prompts(transformer, tmp_path / "my-e5-model", own)
    encoder = load_encoder(Settings(model=str(folder), query_prompt=setting))
    bare = TransformerEncoder(folder, prompts=type(encoder._prompts)())  # type: ignore[attr-defined]
    assert np.allclose(encoder.encode_question("ledig"), bare.encode_question(query), atol=1e-6)


def test_e5_tells_questions_from_passages(transformer: Path) -> None:
    encoder = load_encoder(Settings(model=str(transformer)))
    assert not np.allclose(encoder.encode_question("ledig"), encoder.encode_passages(["ledig"])[0])


def test_the_fingerprint_follows_weights_and_prompts_but_not_the_card(static: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(static, tmp_path / "copy")
    first = load_encoder(Settings(model=str(static))).fingerprint
    (copy / "README.md").write_text("En note")
    assert load_encoder(Settings(model=str(copy))).fingerprint == first
    assert load_encoder(Settings(model=str(copy), query_prompt="mål: ")).fingerprint != first
    weights = copy / "model.safetensors"
    changed = bytearray(weights.read_bytes())
    changed[-1] ^= 1
    weights.write_bytes(changed)
    assert load_encoder(Settings(model=str(copy))).fingerprint != first


@pytest.mark.parametrize(
    "name", ["/no/such/folder", "nobody/no-such-model", "./models/x", "", "a b", "æ/ø/å"]
)
def test_a_missing_model_says_what_to_do(name: str) -> None:
    with pytest.raises(ModelError) as caught:
        load_encoder(Settings(model=name))
    assert caught.value.code == "model_missing"
    assert "PLANSVAR_MODEL" in caught.value.remedy("da")


@pytest.mark.parametrize("file", ["tokenizer.json", "model.safetensors"])
def test_damaged_files_of_a_static_model_are_named(static: Path, tmp_path: Path, file: str) -> None:
    copy = shutil.copytree(static, tmp_path / "copy")
    (copy / file).write_bytes((copy / file).read_bytes()[:40])
    encoder = load_encoder(Settings(model=str(copy)))
    with pytest.raises(ModelError, match="cannot be read"):
        encoder.encode_question("ledig")


def test_damaged_weights_of_a_transformer_are_named(transformer: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(transformer, tmp_path / "copy")
    (copy / "model.safetensors").write_bytes(b"short")
    with pytest.raises(ModelError, match="cannot be read"):
        load_encoder(Settings(model=str(copy))).encode_question("ledig")


def test_damaged_configuration_is_named(static: Path, tmp_path: Path) -> None:
    copy = shutil.copytree(static, tmp_path / "copy")
    (copy / "modules.json").write_text("[{")
    with pytest.raises(ModelError, match="cannot be read"):
        load_encoder(Settings(model=str(copy)))


def test_loading_forbids_network_and_telemetry(static: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_HUB_OFFLINE", raising=False)
    load_encoder(Settings(model=str(static), allow_download=True))
    assert os.environ["HF_HUB_OFFLINE"] == "1"
    assert os.environ["HF_HUB_DISABLE_TELEMETRY"] == "1"


def test_unit_rows_of_zeros_are_defined() -> None:
    rows = unit_rows(np.array([[0, 0, 0, 0], [3, 4, 0, 0]], dtype=np.float32))
    assert rows.tolist() == [[0.5, 0.5, 0.5, 0.5], [pytest.approx(0.6), pytest.approx(0.8), 0, 0]]
