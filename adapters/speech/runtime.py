"""The runtime of the speech models that come as ONNX files."""

from __future__ import annotations

from pathlib import Path
from typing import Any


def session(path: Path, threads: int) -> Any:  # noqa: ANN401 - the package publishes no types
    """Return an inference session on this model.

    A thread that waits for its next part of the work sleeps. Spinning, as is usual, two threads on
    two busy cores took a third longer for a clause than one thread; sleeping, a third less.
    """
    import onnxruntime  # noqa: PLC0415 - slow to import

    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(str(path), options, providers=["CPUExecutionProvider"])
