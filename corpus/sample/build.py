"""Build the sample plans: ``python -m corpus.sample.build`` writes every file of the manifest anew."""

from __future__ import annotations

from pathlib import Path

from corpus.sample.manifest import SamplePlan, read_manifest
from corpus.sample.pdf import pdf_file
from corpus.sample.plain import markdown_file, text_file
from corpus.sample.source import read_source
from corpus.sample.web import html_file
from corpus.sample.word import docx_file

WRITERS = {
    ".docx": docx_file,
    ".html": html_file,
    ".md": markdown_file,
    ".pdf": pdf_file,
    ".txt": text_file,
}


def build(plan: SamplePlan) -> bytes:
    """Return the bytes of one plan; the same on every run."""
    return WRITERS[Path(plan.file).suffix](plan, read_source(plan.source))


def main() -> None:
    """Write every plan of the manifest."""
    for plan in read_manifest():
        plan.path.write_bytes(build(plan))


if __name__ == "__main__":
    main()
