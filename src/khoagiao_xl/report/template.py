"""Where report templates lie: the office's own beside its master first, then those of the tool.

python -m khoagiao_xl.report    draws the committed ones anew
"""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path
from typing import Final

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.report.document_shapes import SHAPES
from khoagiao_xl.report.template_drawing import draw_template

OWN_FOLDERS: Final = ("templates", "mau")  # beside the master
HERE = Path(__file__).resolve()


def template_name(report: str, *, is_state: bool = False) -> str:
    """Return the name of a template: «bao-cao-quy.docx», of bodies of the state «nd30-bao-cao-quy.docx»."""
    name = f"bao-cao-{report}.docx"
    return f"nd30-{name}" if is_state else name


def find_template(report: str, master: Path | None = None, *, is_state: bool = False) -> Path:
    """Return the template of a report, one of SHAPES; the office's own comes first.

    Looks into «templates» and «mau» beside `master`, then into the templates that came with the tool.
    Raises WrongRequest BC-02 where there is none, BC-20 where a folder has its name.
    """
    name = template_name(report, is_state=is_state)
    for folder in _folders(master):
        template = folder / name
        if template.is_dir():
            raise WrongRequest(
                "BC-20",
                name=name,
                folder=folder.name,
            )
        if template.is_file():
            return template
    raise WrongRequest("BC-02", name=name)


def _folders(master: Path | None) -> list[Path]:
    folders = []
    if master:
        folders += [master.parent / name for name in OWN_FOLDERS]
    folders.append(template_folder())
    return folders


def template_folder() -> Path:
    """Return the folder of the templates that came with the tool.

    In a checkout they are the committed files of templates/. An installed package holds their source
    alone, so that nothing is kept twice: they are drawn for the time of this run.
    """
    checkout = HERE.parents[3]
    if (checkout / "pyproject.toml").is_file():
        return checkout / "templates"
    return _drawn_for_this_run()


@cache
def _drawn_for_this_run() -> Path:
    folder = Path(tempfile.mkdtemp(prefix="khoagiao-mau-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    draw_templates(folder)
    return folder


def draw_templates(folder: Path) -> None:
    """Write every template into `folder`."""
    folder.mkdir(
        parents=True,
        exist_ok=True,
    )
    for report in SHAPES:
        drawn = draw_template(report)
        (folder / template_name(report)).write_bytes(drawn)
        for_state = draw_template(report, is_state=True)
        (folder / template_name(report, is_state=True)).write_bytes(for_state)
