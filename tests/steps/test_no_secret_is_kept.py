"""Whatever a secret comes as: after an intake nothing of it lies anywhere beside or in the master."""

from __future__ import annotations

import gzip
import io
import unicodedata
import zipfile
from typing import TYPE_CHECKING, Any

import pytest

from khoagiao_xl.intake import one_intake
from khoagiao_xl.intake.reading import read_form, worker
from khoagiao_xl.model import schema
from tests.intake.secret_documents import KINDS, letter, word_body, zipped
from tests.steps.paper_office import PaperOffice

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from tests.steps.conftest import Office

    Send = Callable[[PaperOffice], object]

WORDS = "Phương án khu vực Hoa Ban"  # what nobody may find again
MARKED = f"TỐI MẬT\n{WORDS}"
TRACES = (WORDS, "Hoa Ban", "TỐI MẬT", "(MẬT)", "Toi mat")


def unpacked(data: bytes) -> Iterator[bytes]:
    """Yield the bytes of a file and of everything packed in it."""
    yield data
    if data[:2] == b"\x1f\x8b":
        yield from unpacked(gzip.decompress(data))
    if zipfile.is_zipfile(io.BytesIO(data)):
        archive = zipfile.ZipFile(io.BytesIO(data))
        for name in archive.namelist():
            yield from unpacked(archive.read(name))


def traces(folder: Path, inbox: Path) -> list[str]:
    """Return what of the secret stands anywhere in a folder but in the inbox."""
    found = []
    for path in folder.rglob("*"):
        if not path.is_file() or path.is_relative_to(inbox):
            continue
        pieces = [path.name.encode(), *unpacked(path.read_bytes())]
        for trace in TRACES:
            spellings = _spellings(trace)
            if any(spelling in piece for piece in pieces for spelling in spellings):
                found.append(f"{path.relative_to(folder)}: {trace}")
    return found


def _spellings(text: str) -> list[bytes]:
    forms = (text, unicodedata.normalize("NFD", text))
    return [form.encode(encoding) for form in forms for encoding in ("utf-8", "utf-16-le")]


def put(office: PaperOffice, name: str, data: bytes) -> Path:
    path = office.inbox / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(data)
    return office.arrive(path)


def form(office: PaperOffice) -> bytes:
    """Return a form whose answer is the secret's words, without any mark."""
    path = office.receive("SYT", KG602=WORDS)
    data = path.read_bytes()
    path.unlink()
    return data


SENT: dict[str, Send] = {
    "a form with a mark": lambda office: office.receive("SYT", KG602=MARKED),
    "a form in a marked folder": lambda office: put(office, "TỐI MẬT/SYT.xlsx", form(office)),
    "a form by a marked name": lambda office: put(office, f"{WORDS} (MẬT).xlsx", form(office)),
    "a form in a marked archive": lambda office: put(office, "TỐI MẬT.zip", zipped(a_dot_xlsx=form(office))),
    "a form in a letter with a marked subject": lambda office: put(
        office, "thu.eml", letter(subject=f"{WORDS} (MẬT)", name=f"{WORDS}.xlsx", data=form(office))
    ),
    "a form in a letter with a marked text": lambda office: put(
        office, "thu.eml", letter(f"Độ mật: TỐI MẬT\n{WORDS}\n", name="SYT.xlsx", data=form(office))
    ),
    "a letter that brings nothing": lambda office: put(office, "thu.eml", letter(MARKED)),
    "a marked document in an archive": lambda office: put(
        office, "goi.zip", zipped(a_dot_docx=word_body(f"TỐI MẬT. {WORDS}"))
    ),
}


def sends(kind: str) -> Send:
    """Return what sends a file of a kind that bears a mark."""
    data = KINDS[kind](f"TỐI MẬT - {WORDS}")
    return lambda office: put(office, kind, data)


# The last is an archive of which no more than the names can be read, and these are no text.
SENT |= {f"a file {kind}": sends(kind) for kind in KINDS if kind != "member.7z"}


@pytest.fixture
def paper_office(tmp_path: Path) -> PaperOffice:
    return PaperOffice(tmp_path)


def tables_of(office: PaperOffice) -> list[schema.Table]:
    written = [schema.ARRIVALS, schema.FINDINGS, schema.DUTIES, schema.NARRATIVES]
    return [*written, office.year.figures_table]


@pytest.mark.parametrize("sent", SENT)
def test_nothing_of_a_secret_is_kept(paper_office: PaperOffice, sent: str) -> None:
    paper_office.receive("STP")
    SENT[sent](paper_office)
    for _ in range(2):
        outcome = paper_office.collect()
        told = repr((outcome, *map(paper_office.rows, tables_of(paper_office))))
        assert [trace for trace in TRACES if trace in told] == []
        assert traces(paper_office.folder, paper_office.inbox) == []
    assert paper_office.states()["STP"] == "đã nhận"
    assert paper_office.figure("SYT", "KG110") is None


def test_the_other_files_of_an_archive_are_taken_in(paper_office: PaperOffice) -> None:
    data = form(paper_office)
    put(paper_office, "goi.zip", zipped(a_dot_xlsx=data, b_dot_docx=word_body(MARKED)))
    paper_office.collect()
    verdicts = {row["file"]: row["verdict"] for row in paper_office.rows(schema.ARRIVALS)}
    assert verdicts == {"a.xlsx": "đã nhận", "b.docx": "không dùng được"}


def test_a_row_says_what_to_do_and_by_what_to_find_the_file(paper_office: PaperOffice) -> None:
    put(paper_office, f"{WORDS} (MẬT).docx", word_body(WORDS))
    paper_office.collect()
    (row,) = paper_office.rows(schema.ARRIVALS)
    assert row["file"].startswith("(không ghi tên) ")
    assert "Nhận lúc" in row["reason"]
    (again,) = [row for _ in [paper_office.collect()] for row in paper_office.rows(schema.ARRIVALS)]
    assert again == row


def test_what_was_kept_before_its_mark_was_known_is_told_and_its_words_go(
    paper_office: PaperOffice, monkeypatch: pytest.MonkeyPatch
) -> None:
    paper_office.receive("SYT", KG602=f"Độ mật: Mật. {WORDS}")
    monkeypatch.setattr(one_intake, "reader_version", lambda *_: "an older one")
    monkeypatch.setattr(worker, "read_file", read_by_an_older_reader)
    paper_office.collect()
    monkeypatch.undo()
    paper_office.collect()
    (row,) = paper_office.rows(schema.ARRIVALS)
    assert (row["verdict"], "Xóa hẳn" in row["reason"]) == ("không dùng được", True)
    (original,) = traces(paper_office.folder, paper_office.inbox)
    assert original.split(":")[0].removeprefix("KhoaGiao-luu-tru/") in row["reason"]


def read_by_an_older_reader(source: Any, name: str, _: str, limits: Any) -> Any:
    """In the process: read a file without looking for marks."""
    vars(read_form)["secret_cell"] = lambda *_: None
    data = source if isinstance(source, bytes) else source.read_bytes()
    return read_form.read_form(data, name, limits)


def test_through_the_action_nothing_of_a_secret_reaches_the_master_or_its_folder(office: Office) -> None:
    office.receive("STP")
    secret = letter(subject=f"{WORDS} (MẬT)", name=f"{WORDS}.xlsx", data=office.form("SYT"))
    (office.inbox / "thu.eml").write_bytes(secret)
    (office.inbox / "TỐI MẬT").mkdir()
    (office.inbox / "TỐI MẬT" / f"{WORDS}.docx").write_bytes(word_body(WORDS))
    for name in ("body.docx", "page.pdf", "old.doc", "text.rtf"):
        (office.inbox / name).write_bytes(KINDS[name](f"TỐI MẬT - {WORDS}"))
    for _ in range(2):
        outcome = office.act("tiep_nhan", out=office.folder / "tra-lai")
        assert outcome.counts.get("refused") == 6, outcome
        assert [trace for trace in TRACES if trace in repr(outcome)] == []
        assert traces(office.folder, office.inbox) == []
