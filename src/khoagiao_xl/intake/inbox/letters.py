"""A letter (RFC 822): when it came, from whom, its words, and what was attached to it. In the process."""

from __future__ import annotations

import email
import html
import re
import unicodedata
from collections.abc import Iterator
from datetime import UTC, datetime
from email.header import decode_header
from email.message import Message
from email.policy import compat32
from email.utils import parseaddr, parsedate_to_datetime
from typing import TYPE_CHECKING, Any, Final, cast

from khoagiao_xl.intake.inbox.containers import FileInside, Inside, Why
from khoagiao_xl.intake.inbox.part_names import nameless, split_path
from khoagiao_xl.intake.inbox.uuencoded import uuencoded_files, without_uuencoded
from khoagiao_xl.intake.safety.file_kind import FileKind, letter_start, sniff
from khoagiao_xl.mail.delivery_reports import read_delivery_report

if TYPE_CHECKING:
    from collections.abc import Mapping

    from khoagiao_xl.intake.safety.limits import Limits

HEADER: Final = 100_000  # characters of one header that are looked at
WORDS: Final = 200_000  # and of one text
DEEPEST: Final = 30  # parts of parts of one letter
_BEYOND: Final = "application/x-beyond"
_NEXT_LETTER: Final = re.compile(rb"\r?\n\r?\n(?=From [^\n]{1,200}\d{4}[^\n]{0,40}\r?\n)")
_TAGS: Final = re.compile(r"<[^>]{0,2000}>")
_LINE_ENDS: Final = re.compile(r"<(?:br|/p|/div|/td|/tr|/li|/h\d)\b[^>]{0,200}>", re.IGNORECASE)
# What mail programs call the pictures inside a letter's own text: no attachment of a person.
PICTURE_OF_THE_TEXT: Final = re.compile(r"image\d{1,4}\.(png|jpe?g|gif)", re.IGNORECASE)
# What a program adds to a letter: signatures, receipts, the second half of a file from a Mac.
_OF_PROGRAMS: Final = frozenset({
    "application/pkcs7-signature", "application/x-pkcs7-signature", "application/pgp-signature",
    "application/applefile", "application/delivery-status", "application/disposition-notification",
})  # fmt: skip
# A part without a name is an attachment when it is one of these, whatever it is called.
_NO_TEXT: Final = frozenset(FileKind) - {
    FileKind.EMPTY, FileKind.HTML, FileKind.TEXT, FileKind.PICTURE, FileKind.OTHER,
}  # fmt: skip
_NO_WORDS: Final = _NO_TEXT - {FileKind.LETTER}  # a letter that was copied into the text is text
# S/MIME and PGP: what was encrypted as a whole.
_SMIME: Final = frozenset({"application/pkcs7-mime", "application/x-pkcs7-mime"})
_ENVELOPED: Final = frozenset({"enveloped-data", "authenveloped-data"})
_PGP: Final = b"-----BEGIN PGP MESSAGE-----"


class _Piece(Message):
    """A letter or a part of one; a letter inside it is a file like others, and opened as one."""

    def get(self, name: str, failobj: Any = None) -> Any:
        """Return the first header of that name, bounded, its bytes read as people write them."""
        wanted = name.lower()
        for known, value in self.raw_items():
            if known.lower() == wanted:
                return _as_text(str(value)[:HEADER])
        return failobj

    def get_content_type(self) -> str:
        """Return the type; of a letter inside one that the parser does not look into."""
        return super().get_content_type().replace("message/", "application/")


class _Beyond(_Piece):
    """A part that is one too many: its content stays unread."""

    def get_content_type(self) -> str:
        return _BEYOND


def open_letters(data: bytes, limits: Limits) -> Inside:
    """Return the files attached to a letter, or the letters of a whole folder of them (mbox)."""
    start = letter_start(data)
    several = _NEXT_LETTER.split(start) if start.startswith(b"From ") else [start]
    if len(several) == 1:
        return _open_letter(start, limits)
    kept = several[: limits.attachments]
    inside = Inside([FileInside(f"thư {at}", one) for at, one in enumerate(kept, 1)])
    if len(several) > len(kept):
        inside.why = ("TN-101", {"most": len(kept)})
    return inside


def letter_words(data: bytes, limits: Limits) -> tuple[str, ...]:
    """Return subject and text of a letter, whether it brings files or not."""
    letter = _parse(letter_start(data), limits.attachments)
    pieces, _ = _pieces(letter, limits)
    return (_text_of(letter, "Subject"), *_texts(pieces))


def _open_letter(data: bytes, limits: Limits) -> Inside:
    letter = _parse(data, limits.attachments)
    pieces, why = _pieces(letter, limits)
    words = (_text_of(letter, "Subject"), *_texts(pieces))
    report = read_delivery_report(data)
    if report:
        return Inside.of_report(report, words)
    _, sender = parseaddr(_text_of(letter, "From"))
    facts: dict[str, Any] = {
        "sent": _arrived(letter),
        "sender": sender,
        "words": words,
    }
    inside = Inside(why=why, words=words, sender=sender)
    for piece in pieces:
        found = _attachment(piece, len(inside.parts) + 1)
        if found:
            folder, name = split_path(found[0])
            chain = (folder,) if folder else ()
            called = name or nameless(found[1], len(inside.parts) + 1)
            why_not = _why_closed(piece, found[1])
            inside.parts.append(FileInside(called, found[1], chain, why_not, **facts))
        inside.parts += _written_into(piece, facts)
    if len(inside.parts) > limits.attachments:
        del inside.parts[limits.attachments :]
        inside.why = why or ("TN-101", {"most": limits.attachments})
    return inside


def _written_into(piece: _Piece, facts: Mapping[str, Any]) -> Iterator[FileInside]:
    """Yield the files that stand in the text of a letter, uuencoded."""
    if not _is_own_text(piece):
        return
    for file in uuencoded_files(_content(piece)):
        _, name = split_path(_decoded(file.name, "utf-8"))
        why: Why | None = ("TN-115", {}) if file.data is None else None
        data = file.data or b""
        yield FileInside(name or nameless(data, 1), data, why=why, **facts)


def _parse(data: bytes, most: int) -> _Piece:
    """Return a letter in its parts; beyond `most` of them they stay unread."""
    made = 0

    def make(policy: Any = compat32) -> Message:
        nonlocal made
        made += 1
        return _Beyond(policy) if made > most else _Piece(policy)

    parsed: Any = email.message_from_bytes(data, _class=make)
    return cast("_Piece", parsed)


def _pieces(letter: _Piece, limits: Limits) -> tuple[list[_Piece], Why | None]:
    """Return the parts that hold something, in their order, and why these are not all."""
    found: list[_Piece] = []
    why: Why | None = None
    waiting: list[tuple[Any, int]] = [(letter, 0)]
    while waiting:
        piece, depth = waiting.pop()
        if depth > DEEPEST:
            why = ("TN-114", {"most": DEEPEST})
        elif piece.get_content_type() == _BEYOND:
            why = why or ("TN-101", {"most": limits.attachments})
        elif piece.is_multipart():
            inner = [(part, depth + 1) for part in piece.get_payload()]
            waiting += reversed(inner)
        else:
            found.append(piece)
    return found, why


# -- attachments ------------------------------------------------------------------------------------------


def _attachment(piece: _Piece, number: int) -> tuple[str, bytes] | None:
    """Return name and content of an attachment, None for what is the letter's own."""
    kind = piece.get_content_type()
    if kind in _OF_PROGRAMS:
        return None
    content = _content(piece)
    name = _name(piece)
    if name:
        is_own = PICTURE_OF_THE_TEXT.fullmatch(name) or _is_shown_inside(piece, kind)
        return None if is_own else (name, content)
    if _is_attached(piece, kind, content):
        return nameless(content, number), content
    return None


def _is_shown_inside(piece: _Piece, kind: str) -> bool:
    if not kind.startswith("image/") or piece.get("Content-ID") is None:
        return False
    disposition = _disposition(piece)
    return not disposition.startswith("attachment")


def _is_attached(piece: _Piece, kind: str, content: bytes) -> bool:
    """Say whether a part without a name is an attachment all the same."""
    if kind in ("application/rfc822", "application/ms-tnef"):
        return True
    if _disposition(piece).startswith("attachment"):
        return bool(content.strip())
    if content.lstrip().startswith(_PGP):
        return True
    return sniff(content) in (_NO_WORDS if kind.startswith("text/") else _NO_TEXT)


def _why_closed(piece: _Piece, content: bytes) -> Why | None:
    """Return why nothing is seen of what was encrypted or signed into one block; None for other parts."""
    if content.lstrip().startswith(_PGP):
        return "TN-116", {}
    if piece.get_content_type() not in _SMIME:
        return None
    how = str(piece.get_param("smime-type", ""))
    is_enveloped = how.casefold() in _ENVELOPED
    return ("TN-116", {}) if is_enveloped else ("TN-104", {})


def _disposition(piece: _Piece) -> str:
    return str(piece.get("Content-Disposition", "")).strip().lower()


def _name(piece: _Piece) -> str:
    try:
        name = piece.get_filename()
    except Exception:  # noqa: BLE001  # headers of strangers fail in many ways
        return ""
    return "" if name is None else _words(str(name)).strip()


def _content(piece: _Piece) -> bytes:
    try:
        content = piece.get_payload(decode=True)
    except Exception:  # noqa: BLE001  # a content that cannot be decoded is answered for as an empty file
        return b""
    return content if isinstance(content, bytes) else b""


# -- words ------------------------------------------------------------------------------------------------


def _texts(pieces: list[_Piece]) -> Iterator[str]:
    """Yield what was written in the letter itself."""
    for piece in pieces:
        if _is_own_text(piece):
            yield _text(piece, piece.get_content_type())


def _is_own_text(piece: _Piece) -> bool:
    """Say whether a part is what was written; a workbook that is called a text is not."""
    kind = piece.get_content_type()
    if not kind.startswith("text/") or _name(piece):
        return False
    return sniff(_content(piece)) not in _NO_WORDS


def _text(piece: _Piece, kind: str) -> str:
    charset = str(piece.get_content_charset("utf-8"))
    written = without_uuencoded(_content(piece))
    whole = _decoded(written, charset)
    text = whole[:WORDS]
    return _seen_of_page(text) if kind == "text/html" else text


def _seen_of_page(page: str) -> str:
    lines = _LINE_ENDS.sub("\n", page)
    words = _TAGS.sub(" ", lines)
    return html.unescape(words)


def _decoded(data: bytes, charset: str) -> str:
    for encoding in (charset, "utf-8"):
        try:
            return data.decode(encoding)
        except (LookupError, ValueError):
            continue
    return unicodedata.normalize("NFC", data.decode("cp1258", "replace"))


def _as_text(header: str) -> str:
    """Return a header whose 8-bit letters came without saying in which code."""
    data = header.encode("utf-8", "surrogateescape")
    return _decoded(data, "utf-8").replace("\r", "").replace("\n", "")


def _text_of(letter: _Piece, name: str) -> str:
    return _words(str(letter.get(name, "")))


def _words(header: str) -> str:
    """Return a header with its encoded words («=?UTF-8?B?...?=») decoded, where they are not broken."""
    try:
        pieces = decode_header(header)
    except Exception:  # noqa: BLE001
        return header
    texts = []
    for piece, charset in pieces:
        texts.append(piece if isinstance(piece, str) else _decoded(piece, charset or "utf-8"))
    return shown_words("".join(texts))


def shown_words(text: str) -> str:
    """Return a line of a letter without what no one sees."""
    return " ".join(text.split())


# -- when -------------------------------------------------------------------------------------------------


def _arrived(letter: _Piece) -> datetime | None:
    """Return when the office's own mail server took it in, else the date the sender gave."""
    taken_in = _text_of(letter, "Received").rpartition(";")[2]
    for text in (taken_in, _text_of(letter, "Date")):
        found = _moment(text.strip())
        if found:
            return found
    return None


def _moment(text: str) -> datetime | None:
    try:
        found = parsedate_to_datetime(text)
    except (TypeError, ValueError, IndexError, OverflowError):
        return None
    if found.tzinfo:
        return found
    return found.replace(tzinfo=UTC)
