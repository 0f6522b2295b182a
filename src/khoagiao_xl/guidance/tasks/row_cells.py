"""What one row of a plan says: the work, who, until when, what comes out."""

from __future__ import annotations

from dataclasses import dataclass

from khoagiao_xl.guidance.tree.markers import Rank, marker


@dataclass(frozen=True)
class RowCells:
    """What one row says. text: the work, its lines parted by line ends; label: its number;

    due: the words in which its day is sought; due_words: all words that say when; again: how often;
    span: the month or quarter of another column in which its day lies; start: the words of a beginning;
    remark: what a column of remarks says; group: what its first columns gather it under;
    is_given: it names a lead or a day of its own.
    is_first: only the order of the names, or of the rows, says who leads.
    """

    text: str = ""
    label: str = ""
    lead: str = ""
    support: str = ""
    due: str = ""
    due_words: str = ""
    span: str = ""
    start: str = ""
    again: str = ""
    output: str = ""
    details: tuple[str, ...] = ()
    remark: str = ""
    group: str = ""
    is_given: bool = False
    is_first: bool = False
    has_own_text: bool = True

    @property
    def words(self) -> str:
        """The work on one line, without its marker."""
        line = one_line(self.text)
        opening = marker(line)
        return line[opening.length :].strip() or line

    @property
    def rank(self) -> Rank:
        """How deep the row stands among the others, by its number or the marker of its work."""
        number = self.label.strip(" .)(/")
        if number.isdigit():
            return Rank.ARABIC
        if number:
            found = marker(f"{number}. A").rank
            if found is not Rank.NONE:
                return found
        if self.label.strip().startswith(("-", "+", "•", "*")):
            return marker(f"{self.label.strip()} A").rank
        return marker(self.text).rank

    @property
    def depth(self) -> tuple[Rank, int]:
        """How deep it stands: «1.1.1» deeper than «1.1»."""
        number = self.label.strip(" .)(/")
        return self.rank, number.count(".")


def one_line(text: str) -> str:
    """Return the lines of a cell as one."""
    return " ".join(text.split())
