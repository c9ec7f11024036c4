"""What tests of `scrimmage call` begin with: the command, a scenario of one's own, and a sound."""

from __future__ import annotations

import os
import subprocess
import sys
import wave
from pathlib import Path

import numpy as np

Done = subprocess.CompletedProcess[str]
PERSONA = """\
persona: noor-halabi
name: Noor Halabi
mood: calm
drift: medium
backstory: Noor ordered a birthday cake for her son, and nothing came.
"""
SCENARIO = """\
scenario: late-cake
title: The cake that did not come
goal: Find out where the cake is.
brief: You answer the phones of Crumb & Co.
persona: noor-halabi
mode: chat
opening: Hi, where is my cake?
situation: Noor paid for a cake, and it did not come.
documents:
  - id: rules
    title: The rules
    file: ../documents/rules.md
facts:
  - id: order_number
    asked:
      like: [What's your order number?, What is the number of your order?]
    says: ["It's four four seven."]
exit_conditions:
  - id: found
    description: The cake was found.
    outcome: good
    steps:
      - id: found
        like: [I have found your cake]
    closing: [Thank you. Bye.]
"""


def scrimmage(*arguments: str, folder: Path, said: str = "", **settings: str) -> Done:
    """Run a command in a folder; `settings` are SCRIMMAGE_ variables without the prefix."""
    plain = {k: v for k, v in os.environ.items() if not k.startswith("SCRIMMAGE_")}
    given = {f"SCRIMMAGE_{name.upper()}": value for name, value in settings.items()}
    return subprocess.run(
        [sys.executable, "-m", "app", *arguments],
        cwd=folder,
        env={**plain, **given, "PYTHONPATH": str(Path(__file__).parents[3])},
        input=said,
        capture_output=True,
        text=True,
        check=False,
        timeout=110,
    )


def own_scenario(folder: Path) -> Path:
    """Write a folder of scenarios as docs/scenarios.md lays it out."""
    files = {
        "personas/noor-halabi.yaml": PERSONA,
        "documents/rules.md": "# Rules\n\nBe kind.\n",
        "scenarios/late-cake.yaml": SCENARIO,
    }
    for name, text in files.items():
        path = folder / "my-scenarios" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    return Path("my-scenarios/scenarios/late-cake.yaml")


def noise(path: Path, seconds: float) -> Path:
    """Write loud noise, at a rate that is not the call's."""
    samples = np.random.default_rng(7).normal(0, 8000, round(44_100 * seconds))
    with wave.open(str(path), "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(44_100)
        file.writeframes(samples.clip(-32_000, 32_000).astype("<i2").tobytes())
    return path
