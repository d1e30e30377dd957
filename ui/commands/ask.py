"""``plansvar ask``: one question, or a file of them."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from ui.commands.options import (
    LANGUAGE,
    AsJson,
    Municipality,
    Store,
    Year,
    opened,
    say,
    settings_for,
    tell,
    told,
)

if TYPE_CHECKING:
    from assistant.answer import Answer
    from assistant.rewriting import Answerer, Rewriter, Rewritten
    from ingest.library import Library
    from ui.commands.batch import Line

NEAREST = 3
"""Passages shown where there is no answer."""
SNIPPET = 200
"""Characters shown of each."""


def ask(
    question: Annotated[str | None, typer.Argument(help=say("question_help"), show_default=False)] = None,
    batch: Annotated[Path | None, typer.Option(help=say("batch_help"), dir_okay=False)] = None,
    municipality: Municipality = None,
    year: Year = None,
    as_json: AsJson = False,
    rewrite: Annotated[bool, typer.Option("--rewrite", help=say("rewrite_help"))] = False,
    store: Store = None,
) -> None:
    """Ask the plans, and get a cited answer."""
    if (question is None) == (batch is None):
        raise typer.BadParameter(say("one_of_question_and_batch"))
    if question is not None and not question.strip():
        raise typer.BadParameter(say("empty_question"))
    lines = _lines(batch) if batch else []
    with opened(store) as library:
        from assistant.assistant import Assistant
        from assistant.question import Question

        if library.outdated:
            tell(say("outdated"))
        filters = tuple(_known(name, library) for name in municipality or ())
        # A store of another model is told before the first question, also one that needs no vectors.
        _ = library.encoder
        assistant = Assistant(library, LANGUAGE)
        answerer = rewriting(assistant, store) if rewrite else assistant
        if question is not None:
            answer = answerer.ask(Question(question, (), filters, year))
            typer.echo(_json(answer, answer.id, indent=2) if as_json else _shown(answer))
            return
        for line, answer in _answers(answerer, lines, filters, year):
            typer.echo(_json(answer, line.id) if as_json else f"{answer.question}\n\n{_shown(answer)}\n")


def rewriting(answerer: Answerer, store: Path | None) -> Rewriter:
    """Return an answerer that has the chat model of the settings reword, and say where texts are sent."""
    from assistant.chat_model import load_chat_model
    from assistant.rewriting import Rewriter

    settings = settings_for(store)
    model = load_chat_model(settings)
    tell(say("rewrite_sends", model=model.name, server=settings.chat_server))
    return Rewriter(answerer, model, _tell_rewritten)


def _tell_rewritten(done: Rewritten) -> None:
    if done.error:
        tell(say("rewrite_failed", error=done.error.describe(LANGUAGE)))
    elif done.unsupported:
        tell(say("rewrite_left_out", count=done.unsupported, kept=done.kept))


def _known(name: str, library: Library) -> str:
    """Return the municipality of the collection that a name means, also "åby kommune"."""
    from ingest.danish.municipalities import mentions

    known = {card.identity.municipality for card in library.current() if card.identity.municipality}
    found = {mention.name for mention in mentions(f"{name} Kommune", known)} & known
    return found.pop() if len(found) == 1 else name


def _lines(batch: Path) -> list[Line]:
    """Read the batch; a line that cannot be used stops it before anything is asked."""
    from ui.commands.batch import read_batch

    with told():
        lines, bad = read_batch(batch)
    for error in bad:
        tell(error.describe(LANGUAGE))
    if bad:
        raise typer.Exit(1)
    if not lines:
        tell(say("empty_batch", file=batch))
    return lines


def _answers(
    assistant: Answerer, lines: list[Line], municipalities: tuple[str, ...], year: int | None
) -> Iterator[tuple[Line, Answer]]:
    from assistant.question import Question

    for line in lines:
        asked = Question(line.question, tuple(line.history or ()), municipalities, year, str(line.id))
        yield line, assistant.ask(asked)


def _json(answer: Answer, id_: str | int | None, indent: int | None = None) -> str:
    from ui.answer_json import answer_json

    return json.dumps({**answer_json(answer), "id": id_}, ensure_ascii=False, indent=indent)


def _shown(answer: Answer) -> str:
    cited = [f"[{c.n}] {c.location}\n    “{_joined(c.quote)}”" for c in answer.citations]
    parts = [answer.text, *cited]
    if answer.abstained and answer.hits:
        near = [f"- {hit.location}\n    {_snippet(hit.nearest)}" for hit in answer.hits[:NEAREST]]
        parts += ["\n".join([say("nearest"), *near])]
    return "\n\n".join(part for part in parts if part)


def _snippet(words: str) -> str:
    joined = _joined(words)
    return joined if len(joined) <= SNIPPET else f"{joined[:SNIPPET].rsplit(' ', 1)[0]} …"


def _joined(words: str) -> str:
    return " ".join(words.split())
