"""Data, no logic: sample plans, texts, vocabulary, municipalities and the bundled model."""

from pathlib import Path

ROOT = Path(__file__).parent
"""The folder that holds the data files."""
