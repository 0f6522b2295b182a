"""Where report templates lie: the office's own beside its master first, then those of the tool."""

from __future__ import annotations

import atexit
import shutil
import tempfile
from functools import cache
from pathlib import Path

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.model.periods import Kind

OWN_FOLDERS = ("templates", "mau")  # beside the master
TEMPLATE_NAMES = {
    Kind.MONTH: "bao-cao-thang.docx",
    Kind.QUARTER: "bao-cao-quy.docx",
    Kind.HALF: "bao-cao-6-thang.docx",
    Kind.YEAR: "bao-cao-nam.docx",
}
HERE = Path(__file__).resolve()


def find_template(kind: Kind | str, master: Path | None = None) -> Path:
    """Return the template for a kind of period, or of a file name; the office's own comes first.

    Looks into «templates» and «mau» beside `master`, then into the templates that came with the tool.
    Raises WrongRequest BC-02 where there is none.
    """
    name = TEMPLATE_NAMES[kind] if isinstance(kind, Kind) else kind
    own = [master.parent / folder for folder in OWN_FOLDERS] if master else []
    for folder in (*own, template_folder()):
        if (folder / name).is_file():
            return folder / name
    raise WrongRequest("BC-02", name=name)


def template_folder() -> Path:
    """Return the folder of the templates that came with the tool.

    In a checkout they are the committed files of templates/. An installed package holds their source
    alone, so that nothing is kept twice: they are drawn for the time of this run.
    """
    checkout = HERE.parents[3]
    return checkout / "templates" if (checkout / "pyproject.toml").is_file() else _drawn_for_this_run()


@cache
def _drawn_for_this_run() -> Path:
    from khoagiao_xl.report.template import main

    folder = Path(tempfile.mkdtemp(prefix="khoagiao-mau-"))
    atexit.register(shutil.rmtree, folder, ignore_errors=True)
    main(folder)
    return folder
