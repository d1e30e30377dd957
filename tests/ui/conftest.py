"""Plans made in a line, a store of them, and an assistant that says what the test tells it to."""

from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path

import numpy as np
import pytest
from streamlit.testing.v1 import AppTest

from assistant.answer import Answer, Citation, Hit, Reason
from assistant.question import Question
from corpus.sample.manifest import ROOT as SAMPLES
from ingest.identity import Overrides
from ingest.importing import add_files
from ingest.library import Library
from ingest.passages import passages
from ingest.plan import Block, BlockKind, Document, Identity, Page, Plan
from ingest.settings import Settings
from ingest.vectors import Vectors
from tests.ui.browsing import serving
from ui import resources

APP = Path(__file__).parents[2] / "ui" / "app.py"

SANDKILDE = """# Beskæftigelsesplan 2024
Opdigtet eksempel: kommunen findes ikke.
## Unge uden uddannelse
Ungeporten holder møde med alle unge uden uddannelse inden for fem dage. De unge får en fast kontaktperson.
Indsatsen for unge uden uddannelse følges hvert kvartal, og tallene lægges frem for udvalget hvert halve år.
\f## Mål 2: Kortere sygeforløb
Et sygedagpengeforløb varer i gennemsnit højst 13,5 uger. Målet om kortere sygeforløb gælder hele året.
- Første samtale ligger efter tre uger.
- Jobcentret ringer til arbejdspladsen inden fjorten dage.
|Ydelse\tSandkilde\tHele landet
Sygedagpenge\t455\t2,2 pct.
Kontanthjælp\t236\t1,3 pct.
"""
HALMVIG = """# Ældrepolitik 2025
## Hjemmehjælp i faste team
Hver borger møder højst fire medarbejdere på en uge. Et team dækker ét område, og borgeren kender teamets
nummer. Byrådet har sat penge af til hjemmehjælp i faste team, og ordningen er evalueret af personalet selv.
"""


def document(text: str, source: str) -> Document:
    """Read "# " headings, "- " items, "|" column headings, rows with tabs; a form feed begins a page."""
    whole = ""
    blocks: list[Block] = []
    pages: list[Page] = []
    columns: tuple[str, ...] = ()
    for number, sheet in enumerate(text.split("\f"), 1):
        start = len(whole)
        for line in sheet.splitlines():
            if line.startswith("|"):
                columns = tuple(line[1:].split("\t")) if line[1:] else ()
                continue
            kind, level, words = _read(line)
            of = columns if kind is BlockKind.ROW else ()
            blocks.append(Block(kind, len(whole), len(whole) + len(words), level, of))
            whole += words + "\n"
        pages.append(Page(number, start, len(whole) - 1))
        whole = whole[:-1] + "\f"
    whole = whole[:-1]
    digest = sha256(f"{source} {whole}".encode()).hexdigest()
    return Document(source, digest, "txt", whole, tuple(pages) if len(pages) > 1 else (), tuple(blocks))


def _read(line: str) -> tuple[BlockKind, int, str]:
    if line.startswith("#"):
        return BlockKind.HEADING, line.index(" "), line.lstrip("# ")
    if line.startswith("- "):
        return BlockKind.ITEM, 0, line[2:]
    return (BlockKind.ROW if "\t" in line else BlockKind.PARAGRAPH), 0, line


def plan(text: str, municipality: str = "Sandkilde", title: str = "Beskæftigelsesplan 2024") -> Plan:
    """Return a plan that no store has seen."""
    made = document(text, f"{municipality.lower()}.txt")
    identity = Identity(municipality, 2024, 2024, "beskæftigelsesplan", title)
    return Plan(made.sha256[:12], made, identity, passages(made, made.sha256[:12]))


class Words:
    """An encoder for tests: a vector counts letters."""

    fingerprint = "letters"
    dimension = 26
    quick = False

    def encode_passages(self, texts: list[str]) -> Vectors:
        counts = [[text.lower().count(chr(97 + n)) + 0.01 for n in range(26)] for text in texts]
        vectors = np.array(counts, dtype=np.float32)
        return vectors / np.linalg.norm(vectors, axis=1, keepdims=True)

    def encode_question(self, text: str) -> Vectors:
        return self.encode_passages([text])[0]


class Scripted:
    """An assistant that answers with the first sentence of a plan in which a word of the question stands."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self.asked: list[Question] = []
        self.error: Exception | None = None

    def ask(self, question: Question) -> Answer:
        self.asked.append(question)
        if self.error:
            raise self.error
        cards = [
            card
            for card in self.library.current()
            if not question.municipalities or card.identity.municipality in question.municipalities
        ]
        for card in cards:
            if answer := self._from(question, self.library.plan(card.id)):
                return answer
        hits = tuple(Hit(self.library.plan(card.id).passages[0], card, 0.1) for card in cards)
        return Answer(question.text, "Nej.", True, Reason.NOT_IN_PLANS, tuple(cards), (), hits)

    def _from(self, question: Question, plan: Plan) -> Answer | None:
        for word in question.text.rstrip("?").split():
            at = plan.text.lower().find(word.lower(), plan.text.find("\n"))
            if len(word) < 8 or at < 0:
                continue
            start = max(plan.text.rfind(mark, 0, at) for mark in ("\n", "\f", ". ")) + 1
            end = min(e for e in (plan.text.find(m, at) for m in (".", "\n")) if e > 0)
            card = self.library.resolve(plan.id)
            quote = plan.text[start:end]
            held = next(p for p in plan.passages if p.start <= at < p.end)
            page = plan.document.page_at(start)
            citation = Citation(1, card, page, held.section, quote, start, end)
            understood = f"{question.history[-1]} {question.text}" if question.history else ""
            return Answer(
                question.text,
                f"{quote}. [1]",
                False,
                None,
                (card,),
                (citation,),
                (Hit(held, card, 1.0),),
                understood,
            )
        return None


@pytest.fixture
def empty_library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    monkeypatch.setenv("PLANSVAR_STORE", str(tmp_path))
    monkeypatch.delenv("PLANSVAR_LANGUAGE", raising=False)
    library = Library(tmp_path, Words)
    monkeypatch.setattr(resources, "_library", lambda store: library)
    yield library
    library.close()


@pytest.fixture
def library(empty_library: Library) -> Library:
    empty_library.add(document(SANDKILDE, "sandkilde.txt"), Overrides("Sandkilde", 2024))
    empty_library.add(document(HALMVIG, "halmvig.txt"), Overrides("Halmvig", 2025))
    return empty_library


@pytest.fixture
def assistant(library: Library, monkeypatch: pytest.MonkeyPatch) -> Scripted:
    scripted = Scripted(library)
    monkeypatch.setattr(resources, "_assistant", lambda store, language: scripted)
    return scripted


@pytest.fixture
def open_app() -> Callable[[], AppTest]:
    return lambda: AppTest.from_file(str(APP), default_timeout=30).run()


@pytest.fixture
def make_document() -> Callable[[str, str], Document]:
    return document


@pytest.fixture
def make_plan() -> Callable[..., Plan]:
    return plan


@pytest.fixture(scope="session")
def sample_store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store with the sample plans, read as users read them."""
    folder = tmp_path_factory.mktemp("store")
    library = Library.open(Settings(store=folder))
    result = add_files(library, [SAMPLES / "plans"], Overrides())
    library.close()
    assert not result.failed
    return folder


@pytest.fixture(scope="session")
def address(sample_store: Path) -> Iterator[str]:
    """The address of a server over the sample plans."""
    with serving(sample_store) as address:
        yield address
