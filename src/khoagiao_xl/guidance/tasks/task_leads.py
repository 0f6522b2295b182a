"""Who leads a task: named in its own words, by its label or heading, or by what was said above it."""

from __future__ import annotations

from dataclasses import dataclass, field

from khoagiao_xl.guidance.guidance_records import Sure
from khoagiao_xl.guidance.tasks.clauses import served_by
from khoagiao_xl.guidance.tasks.split_items import Piece
from khoagiao_xl.guidance.tree.outline import Node
from khoagiao_xl.guidance.words.organs import is_organ_alone, leader, organ_at_start
from khoagiao_xl.vietnamese.running_text import plain


@dataclass
class Above:
    """What the sentences above say, within one section.

    intro: whom the leading sentence names; last: the last lead a task named; label: an organ alone on a
    line above; period: «Quý II» alone on a line; outer: the intros of the sections around.
    """

    section: str = ""
    intro: str = ""
    last: str = ""
    label: str = ""
    period: str = ""
    outer: dict[str, str] = field(default_factory=dict)


@dataclass
class Leads:
    """The leads named so far, for the tasks that name none; `audience`: whom the frame asks, and where."""

    audience: tuple[str, str] = ("", "")
    above: Above = field(default_factory=Above)
    _of_part: dict[str, str] = field(default_factory=dict)

    def enter(self, section: str) -> None:
        """Forget what was said in the last section, but for what introduces the section around this one."""
        old = self.above
        if section == old.section:
            return
        outer = old.outer
        if old.section and section.startswith(f"{old.section}."):
            outer = {**outer, old.section: old.intro}
        held = [intro for name, intro in outer.items() if section.startswith(f"{name}.") and intro]
        self.above = Above(section, held[-1] if held else "", outer=outer)

    def leave_item(self) -> None:
        """Forget the single body that the last item named: items beside each other inherit nothing."""
        if not is_everybody(self.above.last):
            self.above.last = ""

    def of(self, node: Node, piece: Piece) -> tuple[str, str, Sure]:
        """Return who leads, where that was found, and how sure it is; the nearest place wins."""
        heading = next((text for text in reversed(node.above) if is_organ_alone(text)), "")
        own = leader(piece.own_words) or served_by(piece.own_words)
        in_same_paragraph = piece.start > 0 and not piece.label
        last = self.above.last if in_same_paragraph or is_everybody(self.above.last) else ""
        candidates = [
            (own, "câu", Sure.CERTAIN),
            (
                organ_at_start(piece.label)[0] if is_organ_alone(piece.label) else "",
                "nhãn đầu đoạn",
                Sure.CERTAIN,
            ),
            (self.above.label, "nhãn đoạn trên", Sure.CERTAIN),
            (organ_at_start(heading)[0], "đề mục", Sure.CERTAIN),
            (self.above.intro, "câu dẫn", Sure.FAIRLY),
            (last, "câu trên", Sure.FAIRLY if in_same_paragraph else Sure.LOOK),
            (*self.audience, Sure.LOOK),
            (self._of_part.get(great_section(node.section), ""), "mục trước", Sure.LOOK),
        ]
        if own:
            self.above.last = own
            if is_everybody(own):
                self._of_part[great_section(node.section)] = own
        return next((one for one in candidates if one[0]), ("", "", Sure.LOOK))


def is_everybody(organ: str) -> bool:
    """Say whether the name stands for all units: they go on leading below, where a single office does not."""
    return plain(organ).startswith(("các ", "cấp ủy", "mỗi ", "từng ", "tất cả ", "toàn thể "))


def great_section(section: str) -> str:
    """Return the great section that holds `section`: II for II.4.2, Phần 2.II for Phần 2.II.1."""
    labels = section.split(".")
    is_part = labels[0].startswith("Phần") or labels[0] in set("ABCDĐEFGH")
    return ".".join(labels[: 2 if is_part else 1])
