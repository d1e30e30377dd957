"""Build the sample plans: ``python -m corpus.sample.build`` writes every file under ``corpus/sample/plans``."""

from __future__ import annotations

from pathlib import Path

from corpus.sample.manifest import SamplePlan, read_manifest
from corpus.sample.plain import markdown_file, text_file
from corpus.sample.source import read_source

WRITERS = {".txt": text_file, ".md": markdown_file}


def build(plan: SamplePlan) -> bytes:
    """Return the bytes of one plan; the same on every run."""
    return WRITERS[Path(plan.file).suffix](plan, read_source(plan.source))


def main() -> None:
    """Write every plan of the manifest."""
    for plan in read_manifest():
        plan.path.write_bytes(build(plan))


if __name__ == "__main__":
    main()
