"""An interpreter of its own, for the buttons of a test: its office clock shows the moment that stands in a file."""

from __future__ import annotations

import sysconfig
import venv
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from datetime import datetime

# Every interpreter reads it when it starts, also that of a worker process.
SITE: Final = """
from datetime import datetime
from pathlib import Path
import khoagiao_xl.doors.run_action as doors
moment = Path(r"{moment}")
doors.clock = lambda: datetime.fromisoformat(moment.read_text())
"""


@dataclass(frozen=True)
class ClockedPython:
    """An environment that borrows all packages of this one. path: its interpreter, to name in a master."""

    path: Path
    moment: Path

    @classmethod
    def in_folder(cls, folder: Path) -> ClockedPython:
        """Make one; Windows needs a real python.exe, so that a script in its place would not do."""
        venv.create(folder, with_pip=False)
        places = {
            name: Path(sysconfig.get_path(name, "venv", {"base": str(folder)}))
            for name in ("purelib", "scripts")
        }
        lent = sysconfig.get_path("purelib")
        # As the system itself would: what a package says about its own folders (pywin32 does) is heard too.
        (places["purelib"] / "lent.pth").write_text(
            f"import site; site.addsitedir({lent!r})\n", encoding="utf-8"
        )
        moment = folder / "moment.txt"
        (places["purelib"] / "sitecustomize.py").write_text(SITE.format(moment=moment), encoding="utf-8")
        [python] = [path for path in places["scripts"].iterdir() if path.stem == "python"]
        return cls(python, moment)

    def show(self, moment: datetime) -> None:
        """Set the clock."""
        self.moment.write_text(moment.isoformat(), encoding="ascii")
