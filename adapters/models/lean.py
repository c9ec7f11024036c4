"""Keeping the sentence model small in memory.

Read as it is, the model of 23 MB takes 160 MB: the runtime unpacks the word vectors to 47 MB, keeps
copies of what it rearranges, and the C library holds on to pages it no longer needs. So the
optimised model is written once beside its weights, which the runtime then maps from the file, and
only the pages that are used become resident. Measured with what stands
below: 250 MB in place of 380 for the whole server after fourteen calls.
"""

from __future__ import annotations

import ctypes
import hashlib
import os
import platform
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Any

_KEPT_INSIDE = 4096
"""Bytes up to which a tensor stays in the model's own file."""
_WEIGHTS = "weights.bin"
_MADV_DONTNEED = 4
_M_ARENA_MAX, _M_TRIM_THRESHOLD, _M_MMAP_THRESHOLD = -8, -1, -3


def session(model: Path, digest: str, threads: int) -> Any:  # noqa: ANN401 - no types published
    """Return an inference session on the model; `digest` is the model file's SHA-256.

    Where the optimised copy cannot be written or read, the model is taken as it is.
    """
    import onnxruntime  # noqa: PLC0415 - slow to import

    stay_small()
    lean = _lean_copy(model, digest, onnxruntime)
    options = _options(onnxruntime, threads)
    if lean is not None:
        # It has been optimised for this machine already; doing it again would unpack it again.
        options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    opened = onnxruntime.InferenceSession(str(lean or model), options, providers=[_CPU])
    give_back_memory()
    return opened


_CPU = "CPUExecutionProvider"


def _options(onnxruntime: Any, threads: int) -> Any:  # noqa: ANN401
    options = onnxruntime.SessionOptions()
    options.intra_op_num_threads = threads
    options.log_severity_level = 3
    # The arena would keep what the largest batch ever needed.
    options.enable_cpu_mem_arena = False
    return options


def _lean_copy(model: Path, digest: str, onnxruntime: Any) -> Path | None:  # noqa: ANN401
    """Return the optimised copy, written now if it is not there; None where that fails."""
    machine = f"{onnxruntime.__version__} {platform.machine()} {_processor()}"
    name = hashlib.sha256(f"{digest} {machine}".encode()).hexdigest()[:16]
    folder = _cache_folder() / f"minilm-{name}"
    if not (folder / "model.onnx").is_file():
        try:
            _write(model, folder, onnxruntime)
        except Exception:  # noqa: BLE001 - whatever it is, the model itself still works
            return None
    return folder / "model.onnx"


def _write(model: Path, folder: Path, onnxruntime: Any) -> None:  # noqa: ANN401
    """Write the copy aside and move it in place whole: another process may be doing the same."""
    folder.parent.mkdir(parents=True, exist_ok=True)
    aside = Path(tempfile.mkdtemp(dir=folder.parent))
    try:
        options = _options(onnxruntime, 1)
        options.optimized_model_filepath = str(aside / "model.onnx")
        external = "session.optimized_model_external_initializers"
        options.add_session_config_entry(f"{external}_file_name", _WEIGHTS)
        options.add_session_config_entry(f"{external}_min_size_in_bytes", str(_KEPT_INSIDE))
        onnxruntime.InferenceSession(str(model), options, providers=[_CPU])
        aside.rename(folder)
    except OSError:
        if not (folder / "model.onnx").is_file():
            raise
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _cache_folder() -> Path:
    base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "scrimmage"


def _processor() -> str:
    """What the optimisation depends on: the processor's model and what it can do."""
    try:
        lines = Path("/proc/cpuinfo").read_text(encoding="utf-8", errors="replace").splitlines()
    except OSError:
        return platform.processor()
    return " ".join(sorted({x for x in lines if x.startswith(("model name", "flags"))}))


@cache
def stay_small() -> None:
    """Let the C library return memory early and share one arena. Only glibc can."""
    try:
        mallopt = ctypes.CDLL("libc.so.6").mallopt
    except (OSError, AttributeError):
        return
    for name, value in (
        (_M_ARENA_MAX, 1),
        (_M_TRIM_THRESHOLD, 128 * 1024),
        (_M_MMAP_THRESHOLD, 128 * 1024),
    ):
        mallopt(name, value)


def give_back_memory() -> None:
    """Let go of freed pages, and of pages of the mapped weights. Only glibc on Linux can.

    The kernel maps sixteen pages around each one that is touched, so that a batch of sentences
    makes most of the weights resident; they stay in the page cache and come back when needed.
    """
    try:
        libc = ctypes.CDLL("libc.so.6", use_errno=True)
        libc.malloc_trim(0)
        for start, size in _clean_mappings(_WEIGHTS):
            libc.madvise(ctypes.c_void_p(start), ctypes.c_size_t(size), _MADV_DONTNEED)
    except (OSError, AttributeError, ValueError):
        return


def _clean_mappings(name: str) -> list[tuple[int, int]]:
    """Return start and size of the mappings of the file that hold no page of our own writing.

    A page that was written to would be lost; there is none as long as the runtime only reads.
    """
    found: list[tuple[int, int]] = []
    start = size = 0
    with Path("/proc/self/smaps").open(encoding="utf-8") as lines:
        for line in lines:
            first, *rest = line.split()
            if "-" in first and not first.endswith(":"):
                low, high = (int(part, 16) for part in first.split("-"))
                start, size = (low, high - low) if rest[-1].endswith(name) else (0, 0)
            elif first == "Private_Dirty:" and start and rest[0] == "0":
                found.append((start, size))
    return found
