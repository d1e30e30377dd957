"""Train the bundled embedding model: one vector a token, from public law and texts written for it.

    python -m ingest.training.train danish-law.jsonl.gz [corpus/model]

Everything random follows the seed: the same machine gives the same model again.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path

os.environ["HF_HUB_OFFLINE"] = "1"
os.environ["HF_HUB_DISABLE_TELEMETRY"] = "1"

import torch
from datasets import Dataset
from sentence_transformers import (
    SentenceTransformer,
    SentenceTransformerTrainer,
    SentenceTransformerTrainingArguments,
)
from sentence_transformers.sentence_transformer.modules import Normalize, StaticEmbedding
from torch import Tensor, nn

import corpus
from ingest.training.cooccurrence import token_vectors
from ingest.training.law import Provision, read_law
from ingest.training.pairs import Pair, PairMaker, Sizes
from ingest.training.tokens import build_tokenizer
from ingest.training.written import Asked, Concepts, municipalities, read_concepts, read_questions

SEED = 1
VOCABULARY = 18_000
DIMENSION = 256
BATCH = 1024
LEARNING_RATE = 2e-3
SCALE = 8.0
"""How sharply the loss tells the right text from the others of a batch."""
HEARD = 30
"""How often the written texts count beside the law when tokens get their first vectors."""


class RankingLoss(nn.Module):
    """The right text must rank above all others of the batch, except where the same text stands again.

    ``MultipleNegativesRankingLoss`` would push a question away from its own answer when a batch holds that
    answer twice, as it does here: ``labels`` number the texts to be found.
    """

    def __init__(self, model: SentenceTransformer) -> None:
        super().__init__()
        self.model = model

    def forward(self, sentence_features: list[dict[str, Tensor]], labels: Tensor) -> Tensor:
        """Return the cross entropy of the right texts over the batch."""
        queries, found = (self.model(features)["sentence_embedding"] for features in sentence_features)
        scores = queries @ found.T * SCALE
        itself = torch.eye(len(labels), dtype=torch.bool)
        repeated = (labels[:, None] == labels[None, :]) & ~itself
        return nn.functional.cross_entropy(scores.masked_fill(repeated, -1e4), torch.arange(len(labels)))


def train(law: list[Provision], sizes: Sizes) -> SentenceTransformer:
    """Return a model trained on the law and the written texts."""
    torch.set_num_threads(1)
    torch.manual_seed(SEED)
    concepts, questions, places = read_concepts(), read_questions(), municipalities()
    model = first_model(law, concepts, questions, places)
    pairs = PairMaker(law, concepts, questions, places, SEED).make(sizes)
    with tempfile.TemporaryDirectory() as scratch:
        SentenceTransformerTrainer(
            model=model,
            args=_arguments(scratch),
            train_dataset={kind: _dataset(made) for kind, made in pairs.items()},
            loss=RankingLoss(model),
        ).train()
    return model


def first_model(
    law: list[Provision], concepts: Concepts, questions: list[Asked], places: list[str]
) -> SentenceTransformer:
    """Return the model before contrastive training: tokens near those they keep company with."""
    groups = [" ".join(group) for group in concepts.groups]
    answers = [f"{pair.question} {pair.sentence}" for pair in questions]
    texts = [provision.text for provision in law]
    tokenizer = build_tokenizer(texts, groups + answers + places, VOCABULARY)
    heard = [text for text in groups + answers for _ in range(HEARD)]
    vectors = token_vectors(tokenizer, texts + heard, DIMENSION, SEED)
    return SentenceTransformer(modules=[StaticEmbedding(tokenizer, vectors), Normalize()], device="cpu")


def _arguments(folder: str) -> SentenceTransformerTrainingArguments:
    return SentenceTransformerTrainingArguments(
        output_dir=folder,
        num_train_epochs=1,
        per_device_train_batch_size=BATCH,
        learning_rate=LEARNING_RATE,
        warmup_steps=0.1,
        # Clipping would let the kind of pair with the largest gradients set the pace of the others.
        max_grad_norm=0.0,
        seed=SEED,
        use_cpu=True,
        save_strategy="no",
        report_to="none",
        logging_steps=100,
        disable_tqdm=True,
        dataloader_drop_last=True,
    )


def _dataset(pairs: list[Pair]) -> Dataset:
    numbers = {pair.found: number for number, pair in enumerate(pairs)}
    return Dataset.from_dict(
        {
            "query": [pair.query for pair in pairs],
            "found": [pair.found for pair in pairs],
            "label": [numbers[pair.found] for pair in pairs],
        }
    )


def main() -> None:
    """Train on the law file named first and write the model to the folder named second."""
    law = Path(sys.argv[1])
    folder = Path(sys.argv[2]) if len(sys.argv) > 2 else corpus.ROOT / "model"
    # Half precision halves the files and changes no vector by more than a thousandth.
    train(read_law(law), Sizes()).half().save(str(folder), create_model_card=False)
    (folder / "model.safetensors").chmod(0o644)


if __name__ == "__main__":
    main()
