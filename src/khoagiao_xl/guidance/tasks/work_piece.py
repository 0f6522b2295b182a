"""One task in its paragraph: its own words, its title, who is named in it, what is said of it."""

from __future__ import annotations

from dataclasses import dataclass
from functools import cached_property

from khoagiao_xl.guidance.tasks.paragraph_labels import is_topic, tells_matter
from khoagiao_xl.guidance.tree.attribute_records import Attribute
from khoagiao_xl.guidance.tree.attributes import attributes_in, without_attributes
from khoagiao_xl.guidance.tree.clause_attributes import clause_attributes
from khoagiao_xl.guidance.words.helpers import partners
from khoagiao_xl.guidance.words.parties import leader
from khoagiao_xl.guidance.words.requests import asked_by_day, verb_behind_time

SIGNS = " :-–"


@dataclass(frozen=True)
class Piece:
    """One task in its paragraph. start, end: its span; main: where its own words end and its topics begin."""

    text: str
    start: int
    end: int
    main: int
    label: str = ""
    parts: tuple[str, ...] = ()

    @property
    def source(self) -> str:
        """The exact words, sub-topics included."""
        words = self.text[self.start : self.end]
        return words.strip()

    @cached_property
    def own_words(self) -> str:
        """The words of the task without its sub-topics."""
        words = self.text[self.start : self.main]
        own = without_attributes(words)
        return own.strip(" ;,:-–")

    @property
    def title(self) -> str:
        """The words of the task, with the name of the work that stands before its colon."""
        before = self.text[: self.start]
        label = before.strip(" :")
        if not label:
            return self.own_words
        if label != self.label:
            return self.own_words
        if is_topic(label) and not tells_matter(label):
            return self.own_words
        return f"{label}: {self.own_words}"

    @cached_property
    def attributes(self) -> tuple[Attribute, ...]:
        """Who, with whom, when and where, as labels in its words and the clauses behind its name say."""
        labelled = attributes_in(self.source)
        if self.parts:
            return labelled
        behind = without_attributes(self.text[self.main : self.end].strip(SIGNS))
        return (*labelled, *clause_attributes(behind))

    @cached_property
    def leader(self) -> str:
        """Whom its own words name to lead, "" where they name nobody."""
        return leader(self.own_words)

    @cached_property
    def partners(self) -> str:
        """Whom its own words name to help."""
        return partners(self.own_words)

    @cached_property
    def asks(self) -> bool:
        """Whether its own words begin with a verb of request or say who is to do something."""
        if self.leader:
            return True
        return verb_behind_time(self.own_words) != "" or asked_by_day(self.own_words)
