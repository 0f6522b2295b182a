"""What one check has seen: a verdict, a sentence, and what to do; what was not looked at is never sound."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum

from khoagiao_xl.wording import sentence


class CheckVerdict(Enum):
    """How it stands. UNSEEN: not looked at, which is no praise."""

    SOUND = "sound"
    NOTICE = "notice"
    BROKEN = "broken"
    UNSEEN = "unseen"


@dataclass(frozen=True)
class Seen:
    """What was seen. code: of its sentence."""

    verdict: CheckVerdict
    code: str
    facts: Mapping[str, object] = field(default_factory=dict)

    @property
    def told(self) -> str:
        """What was seen, as a sentence."""
        return self._lines[0]

    @property
    def to_do(self) -> str:
        """What a person does about it, blank for nothing."""
        return self._lines[1]

    @property
    def _lines(self) -> tuple[str, str]:
        text = sentence(self.code, self.facts)
        told, _, to_do = text.partition("\n")
        return told, to_do


def sound(code: str, /, **facts: object) -> Seen:
    """Say that something is as it should be."""
    return Seen(CheckVerdict.SOUND, code, facts)


def notice(code: str, /, **facts: object) -> Seen:
    """Say that something works and should be known or changed."""
    return Seen(CheckVerdict.NOTICE, code, facts)


def broken(code: str, /, **facts: object) -> Seen:
    """Say that something will not work."""
    return Seen(CheckVerdict.BROKEN, code, facts)


def unseen(code: str, /, **facts: object) -> Seen:
    """Say that something was not looked at, and why."""
    return Seen(CheckVerdict.UNSEEN, code, facts)
