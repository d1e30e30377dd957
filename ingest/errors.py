"""The errors that Plansvar raises: each names the thing, the reason and the remedy, in both languages."""

from __future__ import annotations

from ingest.texts import Language, text


class PlansvarError(Exception):
    """Base of all errors. ``code`` names CODE_reason and CODE_remedy in ``corpus/texts/errors.toml``."""

    def __init__(self, thing: object, code: str, **fields: object) -> None:
        self.thing = str(thing)
        self.code = code
        self.fields = fields
        super().__init__(self.describe("en"))

    def reason(self, language: Language = "da") -> str:
        """Say why it failed, as one sentence."""
        return text(f"errors.{self.code}_reason", language, **self.fields)

    def remedy(self, language: Language = "da") -> str:
        """Say what the user can do about it, as one sentence."""
        return text(f"errors.{self.code}_remedy", language, **self.fields)

    def describe(self, language: Language = "da") -> str:
        """Return "thing: reason remedy"."""
        return f"{self.thing}: {self.reason(language)} {self.remedy(language)}"


class UnreadableFileError(PlansvarError):
    """A file that cannot become a plan: damaged, encrypted, empty, scanned, of an unknown kind."""


class StoreError(PlansvarError):
    """The store cannot be used: locked, out of step, full, of a newer version."""


class ModelError(PlansvarError):
    """The embedding model is missing, or is not the one that the store was built with."""


class UnknownPlanError(PlansvarError):
    """No plan, or more than one, answers to a name that the user gave."""


class QuestionError(PlansvarError):
    """A question, or a file of questions, that cannot be used."""
