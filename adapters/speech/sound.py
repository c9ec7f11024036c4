"""Sound as the models take it: from 16-bit samples to floating-point ones, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Samples = NDArray[np.float32]

_FULL = 32_768.0


def samples(audio: bytes | bytearray | memoryview) -> Samples:
    """Return the samples of 16-bit PCM, -1 to 1. Raises ValueError for half a sample."""
    import numpy as np  # noqa: PLC0415 - slow to import

    if len(audio) % 2:
        raise ValueError("Sound of 16 bits has an even number of bytes.")
    return np.frombuffer(audio, dtype="<i2").astype(np.float32) / np.float32(_FULL)


def pcm(sound: Samples) -> bytes:
    """Return samples, -1 to 1, as 16-bit PCM; what is louder is cut off at full scale."""
    import numpy as np  # noqa: PLC0415 - slow to import

    made: bytes = np.clip(sound * _FULL, -_FULL, _FULL - 1).astype("<i2").tobytes()
    return made


def loudness(sound: Samples, window: int) -> Samples:
    """Return the root mean square of each whole window of so many samples."""
    import numpy as np  # noqa: PLC0415 - slow to import

    whole = sound[: len(sound) // window * window].reshape(-1, window)
    level: Samples = np.sqrt(np.mean(np.square(whole), axis=1, dtype=np.float32))
    return level
