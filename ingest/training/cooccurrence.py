"""First vectors of the tokens, from the company they keep.

Positive pointwise mutual information of tokens within a window, reduced by a singular value decomposition:
contrastive training from random vectors learns topics, from these it learns meanings.
"""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray
from scipy import sparse
from sklearn.utils.extmath import randomized_svd
from tokenizers import Tokenizer

WINDOW = 6
"""How many tokens apart two tokens still count as neighbours."""
SMOOTHING = 0.75
"""The exponent that keeps rare tokens from looking like the best company of all."""
FREQUENT = 1e-4
"""The share of the text at which a token's weight has fallen to a half."""
UNSEEN = 0.3
"""The length of a vector whose token never stands in the texts."""


def token_vectors(
    tokenizer: Tokenizer, texts: Sequence[str], dimension: int, seed: int
) -> NDArray[np.float32]:
    """Return a vector for each token, shorter the commoner the token is."""
    encoded = tokenizer.encode_batch(list(texts), add_special_tokens=False)
    documents = [np.array(encoding.ids, dtype=np.int64) for encoding in encoded]
    size = tokenizer.get_vocab_size()
    information = _information(_neighbours(documents, size))
    left, values, _ = randomized_svd(information, dimension, n_iter=3, random_state=seed)
    vectors = left * np.sqrt(values)
    vectors /= np.linalg.norm(vectors, axis=1, keepdims=True) + 1e-6
    return _weighted(vectors, np.bincount(np.concatenate(documents), minlength=size))


def _neighbours(documents: list[NDArray[np.int64]], size: int) -> sparse.coo_matrix:
    gap = np.full(WINDOW, -1)
    text = np.concatenate([part for document in documents for part in (document, gap)])
    pairs = sparse.csr_matrix((size, size), dtype=np.float32)
    for distance in range(1, WINDOW + 1):
        before, after = text[:-distance], text[distance:]
        inside = (before >= 0) & (after >= 0)
        weights = np.full(int(inside.sum()), distance**-0.5, dtype=np.float32)
        pairs = pairs + sparse.csr_matrix((weights, (before[inside], after[inside])), shape=(size, size))
    return (pairs + pairs.T).tocoo()


def _information(pairs: sparse.coo_matrix) -> sparse.csr_matrix:
    totals = np.asarray(pairs.tocsr().sum(axis=1)).ravel()
    smoothed = totals**SMOOTHING / (totals**SMOOTHING).sum()
    values = np.log(pairs.data / (totals[pairs.row] * smoothed[pairs.col]))
    kept = values > 0
    return sparse.csr_matrix((values[kept], (pairs.row[kept], pairs.col[kept])), shape=pairs.shape)


def _weighted(vectors: NDArray[np.float32], counts: NDArray[np.int64]) -> NDArray[np.float32]:
    shares = counts / counts.sum()
    weights = np.where(counts > 0, FREQUENT / (FREQUENT + shares), UNSEEN)
    weighted = vectors * weights[:, np.newaxis]
    centred: NDArray[np.float32] = (weighted - shares @ weighted).astype(np.float32)
    return centred
