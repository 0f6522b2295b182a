"""The codes that no test on this kind of machine can raise, each with its reason and where it is tried instead."""

from typing import Final

ONLY_ELSEWHERE: Final[dict[str, str]] = {}
