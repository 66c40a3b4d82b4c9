"""What a worker does, in whatever process it lives: it loads one model, tells what it codes with, and codes."""

from dataclasses import replace

from dateline.config import Settings
from dateline.errors import DatelineError
from dateline.model import CoderInfo, Document
from dateline.run.job import Coded, Outcome, code_one

Greeting = CoderInfo | DatelineError
"""What made the records of this worker, or why it cannot work."""
Answer = Outcome | DatelineError
"""What became of a document, or why no document can be coded."""


class Worker:
    """One pipeline; errors that concern every document are answers, so that they cross processes whole."""

    def __init__(self, settings: Settings) -> None:
        self.settings = settings

    def greet(self) -> Greeting:
        """Loads the model, the tables and the rules."""
        from dateline.pipeline import build

        try:
            self.pipeline = build(self.settings)
        except DatelineError as error:
            return error
        return self.pipeline.identity

    def code(self, document: Document) -> Answer:
        """The outcome, without the parse, which is never serialised."""
        try:
            outcome = code_one(self.pipeline.code, document)
        except DatelineError as error:
            return error
        return Coded(replace(outcome.document, parse=None)) if isinstance(outcome, Coded) else outcome
