"""Pages of a Word document as pictures, as LibreOffice prints them."""

from __future__ import annotations

import shutil
import subprocess
from typing import TYPE_CHECKING, Final

from pictures.catalogue import path_of
from pictures.screen import keep_picture

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from pictures.catalogue import PagePicture

DOTS: Final = "80"  # an inch
FRAME: Final = ("-bordercolor", "#808080", "-border", "1")  # a white page on a white page has no edge
PATIENCE: Final = 120  # seconds


def take_pages(document: Path, pictures: Iterable[PagePicture], folder: Path) -> None:
    """Keep the first page of the document that has the words of each picture for a line."""
    printed = _printed(document, folder)
    texts = _texts(printed)
    for picture in pictures:
        page = next(at for at, text in enumerate(texts, 1) if picture.words in text.splitlines())
        seen = _page(printed, page)
        keep_picture(path_of(picture.name), seen, *FRAME)


def _printed(document: Path, folder: Path) -> Path:
    profile = (folder / "printing").as_uri()
    program = shutil.which("soffice") or "soffice"
    command = [program, f"-env:UserInstallation={profile}", "--headless", "--convert-to", "pdf"]
    where = ["--outdir", str(folder), str(document)]
    subprocess.run([*command, *where], check=True, capture_output=True, timeout=PATIENCE)
    return folder / f"{document.stem}.pdf"


def _texts(printed: Path) -> list[str]:
    told = subprocess.run(["pdftotext", str(printed), "-"], check=True, capture_output=True, text=True)
    return told.stdout.split("\f")


def _page(printed: Path, page: int) -> bytes:
    at = str(page)
    command = ["pdftoppm", "-r", DOTS, "-f", at, "-l", at, "-png", str(printed)]
    return subprocess.run(command, check=True, capture_output=True).stdout
