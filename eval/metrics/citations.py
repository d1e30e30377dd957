"""Do the citations prove the answer? ALCE's recall and precision, adapted to quotes that can be looked up."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from eval.marks import Statement, statements, without_marks
from eval.outcome import cites
from eval.questions import Case
from eval.quotes import holds
from eval.row import Cited, Row
from eval.score import Score, because
from ingest.danish.numbers import numbers
from ingest.plan import Remark


def on_page(row: Row) -> Score:
    """Score the share of the citations whose quote stands, word for word, on the page they name."""
    if not row.cited:
        return Score(None, (because("no_citations"),))
    wrong = [citation for citation in row.cited if not citation.stands]
    why = tuple(_misplaced(citation) for citation in wrong) or (because("all_stand", count=len(row.cited)),)
    return Score(1 - len(wrong) / len(row.cited), why)


def citation_recall(row: Row) -> Score:
    """Score the share of the pieces of evidence that a citation shares words with, in their plan."""
    evidence = row.case.evidence
    if not evidence:
        return Score(None, (because("no_evidence"),))
    missing = [gold for gold in evidence if not cites(row, gold)]
    why = tuple(because("not_cited", document=gold.document, quote=gold.quote) for gold in missing)
    share = 1 - len(missing) / len(evidence)
    return Score(share, why or (because("evidence_cited"),), weight=len(evidence))


def citation_precision(row: Row) -> Score:
    """Score the share of the citations that share words with a piece of evidence."""
    if not row.cited or not row.case.evidence:
        return Score(None, (because("no_citations" if row.case.evidence else "no_evidence"),))
    places = [place for each in row.expected for place in each.places]
    beside = [each for each in row.cited if not any(each.place.overlaps(place) for place in places)]
    why = tuple(because("beside_evidence", n=each.n, source=each.source) for each in beside)
    return Score(1 - len(beside) / len(row.cited), why or (because("all_are_evidence"),))


def gold_plan(row: Row) -> Score:
    """Score the share of the citations that point to a plan that holds evidence."""
    if not row.cited or not row.case.evidence:
        return Score(None, (because("no_citations" if row.case.evidence else "no_evidence"),))
    other = [each for each in row.cited if each.document not in row.case.documents]
    why = tuple(because("other_plan", n=each.n, source=each.source) for each in other)
    return Score(1 - len(other) / len(row.cited), why or (because("only_gold_plans"),))


def wrong_municipality(row: Row) -> Score:
    """Score 1 where a citation is another municipality's: right words, wrong municipality. Lower is better.

    Where the case has no evidence and names no municipality that must not be cited, nothing can be said.
    """
    if not row.cited or not (row.municipalities or row.case.not_municipalities):
        return Score(None, (because("no_municipality_to_check" if row.cited else "no_citations"),))
    wrong = [each for each in row.cited if _is_foreign(each, row.case, row.municipalities)]
    why = tuple(_foreign(each, row.municipalities) for each in wrong)
    return Score(float(bool(wrong)), why or (because("right_municipality"),))


def uncited_sentences(row: Row) -> Score:
    """Score the share of the answer's sentences that rest on no citation. Lower is better.

    A sentence rests on a citation whose mark it carries, or whose quote it stands in word for word: one
    mark often follows several sentences that were quoted as one.
    """
    sentences = () if row.abstained else statements(row.answer)
    if not sentences:
        return Score(None, (because("no_answer"),))
    bare = [each for each in sentences if not _rests(each, row.cited)]
    why = tuple(because("uncited", sentence=each.text) for each in bare)
    return Score(len(bare) / len(sentences), why or (because("all_cited", count=len(sentences)),))


def cited_numbers(row: Row) -> Score:
    """Score the share of the figures in the answer that stand in one of its quotes or above its cells.

    What a quote does not say, a figure must not: this is where a writing model would slip.
    """
    stated = () if row.abstained else tuple(dict.fromkeys(_figures(without_marks(row.answer))))
    if not stated:
        return Score(None, (because("no_figures"),))
    quoted = (words for citation in row.cited for words in (citation.quote, *citation.columns))
    known = {figure for words in quoted for figure in _figures(words)}
    loose = [figure for figure in stated if figure not in known]
    why = tuple(because("loose_figure", figure=f"{figure:.10g}") for figure in loose)
    return Score(1 - len(loose) / len(stated), why or (because("figures_cited", count=len(stated)),))


def _figures(text: str) -> list[float]:
    values = ((number.value, number.high) for number in numbers(text))
    return [value for pair in values for value in pair if value is not None]


def _rests(statement: Statement, cited: Sequence[Cited]) -> bool:
    _, _, after_label = statement.text.partition(": ")
    readings = [reading for reading in (statement.text, after_label) if reading]
    return any(
        citation.n in statement.marks or any(holds(citation.quote, reading) for reading in readings)
        for citation in cited
    )


def _is_foreign(citation: Cited, case: Case, gold: Collection[str | None]) -> bool:
    if citation.municipality in case.not_municipalities:
        return True
    return bool(case.evidence) and citation.municipality not in gold


def _foreign(citation: Cited, gold: Sequence[str]) -> Remark:
    whose = citation.municipality or citation.source
    if not gold:
        return because("forbidden", n=citation.n, municipality=whose)
    return because("foreign", n=citation.n, municipality=whose, gold=", ".join(gold))


def _misplaced(citation: Cited) -> Remark:
    page = citation.place.page
    if not citation.pages:
        return because("quote_not_in_plan", n=citation.n, source=citation.source)
    really = ", ".join(str(each) for each in citation.pages)
    return because("other_page", n=citation.n, page=page, really=really)
