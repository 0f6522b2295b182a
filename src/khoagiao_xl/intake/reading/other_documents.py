"""Files that are no form: searched for marks of secrecy, whatever they are, and for nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Final

from khoagiao_xl.intake.reading import binary_texts
from khoagiao_xl.intake.reading.package_texts import comments, is_xml, members, xml_text
from khoagiao_xl.intake.reading.pdf_texts import pdf_texts
from khoagiao_xl.intake.safety.file_kind import FileKind, sniff
from khoagiao_xl.intake.safety.secrecy import marks_letter, names_a_secret
from khoagiao_xl.vietnamese.secrecy_marks import bears_mark

if TYPE_CHECKING:
    from khoagiao_xl.intake.safety.limits import Limits

_DEEPEST: Final = 3  # a workbook in an archive in a letter
_RTF: Final = b"{\\rtf"
_LONGEST: Final = 2_000_000  # letters of one text
_LETTERS: Final = frozenset({FileKind.LETTER, FileKind.OUTLOOK, FileKind.WINMAIL})
_NO_LETTERS: Final = frozenset({FileKind.EMPTY, FileKind.ENCRYPTED, FileKind.PICTURE})


def is_marked(data: bytes, limits: Limits, depth: int = 0) -> bool:
    """Say whether a mark of secrecy stands in a file of any kind, as far as its letters can be read.

    Pictures, scans and what has a password are not. To be called in a process that may die.
    """
    kind = sniff(data)
    if depth > _DEEPEST or kind in _NO_LETTERS:
        return False
    if kind is FileKind.WORKBOOK_OR_ZIP:
        return _is_marked_package(data, limits, depth)
    if kind in _LETTERS:
        return _is_marked_letter(data, limits, depth)
    return any(bears_mark(text[:_LONGEST]) for text in _texts(kind, data))


def _texts(kind: FileKind, data: bytes) -> Iterator[str]:
    if data.startswith(_RTF):
        return binary_texts.rtf_text(data)
    return _READERS.get(kind, binary_texts.letters_in)(data)


_READERS: Final[dict[FileKind, Callable[[bytes], Iterator[str]]]] = {
    FileKind.PDF: pdf_texts,
    FileKind.TEXT: binary_texts.plain_text,
    FileKind.HTML: binary_texts.web_text,
}


def _is_marked_package(data: bytes, limits: Limits, depth: int) -> bool:
    """Say whether a member of an archive bears a mark, or its name does, or a comment."""
    if any(map(marks_letter, comments(data))):
        return True
    for name, content in members(data, limits):
        if is_xml(name, content):
            is_found = bears_mark(xml_text(content)[:_LONGEST])
        else:
            is_found = names_a_secret(name) or is_marked(content, limits, depth + 1)
        if is_found:
            return True
    return False


def _is_marked_letter(data: bytes, limits: Limits, depth: int) -> bool:
    """Say whether a letter bears a mark: in its own words, or in what it brings."""
    from khoagiao_xl.intake.inbox.opening import open_file

    if any(map(marks_letter, _words_of_letter(data, limits))):
        return True
    for part in open_file(data, "", limits, _DEEPEST):
        names = (*part.chain, part.name)
        if any(map(names_a_secret, names)) or any(map(marks_letter, part.words)):
            return True
        if part.data != data and is_marked(part.data, limits, depth + 1):
            return True
    return False


def _words_of_letter(data: bytes, limits: Limits) -> Iterator[str]:
    """Yield the words of a letter itself, also of one that brings nothing."""
    from khoagiao_xl.intake.inbox.letters import letter_words

    if sniff(data) is FileKind.LETTER:
        return iter(letter_words(data, limits))
    return binary_texts.letters_in(data)
