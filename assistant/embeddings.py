"""The embedding model for other people's chains: LangChain's Embeddings over the library's encoder."""

from __future__ import annotations

from langchain.embeddings import Embeddings

from ingest.encoder import Encoder


class PlanEmbeddings(Embeddings):
    """Turns texts into the vectors that the library itself uses, each of unit length."""

    def __init__(self, encoder: Encoder) -> None:
        self._encoder = encoder

    def embed_documents(self, texts: list[str]) -> list[list[float]]:
        """Return a vector for each passage."""
        return [[float(x) for x in row] for row in self._encoder.encode_passages(texts)]

    def embed_query(self, text: str) -> list[float]:
        """Return a vector for a question."""
        return [float(x) for x in self._encoder.encode_question(text)]
