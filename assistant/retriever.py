"""The retriever for other people's chains: a LangChain BaseRetriever over the plans of a library."""

from __future__ import annotations

from langchain_core.callbacks import CallbackManagerForRetrieverRun
from langchain_core.documents import Document
from langchain_core.retrievers import BaseRetriever
from pydantic import ConfigDict

from assistant.answer import Hit
from assistant.assistant import Assistant
from assistant.question import Question


class PlanRetriever(BaseRetriever):
    """Finds passages as the assistant does: scoped by what the question names, best first.

    Each document's metadata holds plan, source, municipality, year, title, page, section, start, end, score.
    """

    assistant: Assistant
    municipalities: tuple[str, ...] = ()
    year: int | None = None
    k: int = 10

    model_config = ConfigDict(arbitrary_types_allowed=True)

    def _get_relevant_documents(
        self, query: str, *, run_manager: CallbackManagerForRetrieverRun
    ) -> list[Document]:
        asked = Question(query, (), self.municipalities, self.year)
        return [document(hit) for hit in self.assistant.find(asked)[: self.k]]


def document(hit: Hit) -> Document:
    """Return a hit as a LangChain document: the raw passage, and where it stands."""
    identity = hit.plan.identity
    return Document(
        page_content=hit.passage.text,
        id=hit.passage.key,
        metadata={
            "plan": hit.plan.id,
            "source": hit.plan.source,
            "municipality": identity.municipality,
            "year": identity.first_year,
            "title": identity.title,
            "page": hit.passage.page,
            "section": hit.passage.section,
            "start": hit.passage.start,
            "end": hit.passage.end,
            "score": hit.score,
        },
    )
