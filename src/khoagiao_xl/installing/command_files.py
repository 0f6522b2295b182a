"""The command files of the bundle: ASCII in the tree, CRLF where cmd reads them."""

from __future__ import annotations

from importlib import resources

_FOLDER = "data/bundle"


def source_of(name: str) -> str:
    """Return the text of a file of the bundle as it stands in the package."""
    package = resources.files("khoagiao_xl")
    file = package.joinpath(_FOLDER).joinpath(name)
    return file.read_text(encoding="utf-8")


def for_windows(text: str) -> bytes:
    """Return a text with the line ends that cmd and Notepad want."""
    lines = [*text.splitlines(), ""]
    ended = "\r\n".join(lines)
    return ended.encode("utf-8")
