from __future__ import annotations

import numpy as np

from assistant.embeddings import PlanEmbeddings
from ingest.encoder import load_encoder
from ingest.settings import Settings


def test_embeddings_are_those_of_the_library() -> None:
    encoder = load_encoder(Settings())
    embeddings = PlanEmbeddings(encoder)
    texts = ["Borgere på sygedagpenge", "Kommunens klimaplan"]
    assert np.allclose(embeddings.embed_documents(texts), encoder.encode_passages(texts))
    query = np.asarray(embeddings.embed_query("hvad gør I for syge borgere"))
    near = np.asarray(embeddings.embed_documents(texts)) @ query
    assert near[0] > near[1]
