"""Running a macro of a workbook by the name Excel knows it under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Sequence

_NAME: Final = re.compile(r"(?:'?(?P<book>[^']+?)'?!)?(?P<macro>[^!]+)")


def split(name: str) -> tuple[str, str]:
    """Return the workbook, «» if none is named, and the macro of «'Sổ.xlsm'!Module1.Sub»."""
    found = _NAME.fullmatch(name)
    if not found:
        raise KeyError(name)
    return found["book"] or "", found["macro"]


def run(model: Any, name: str, args: Sequence[Any]) -> Any:
    """Run «Module.Sub» or «Sub» of a document and return what it returns."""
    url = f"vnd.sun.star.script:{_place(model, name)}?language=Basic&location=document"
    result, _, _ = model.ScriptProvider.getScript(url).invoke(tuple(args), (), ())
    return result


def _place(model: Any, name: str) -> str:
    """Return «Library.Module.Sub», looking the Sub up where the module is not named."""
    libraries = model.BasicLibraries
    module, _, sub = name.rpartition(".")
    says = re.compile(
        rf"^\s*(?:Public\s+)?(?:Sub|Function)\s+{re.escape(sub)}\b", re.IGNORECASE | re.MULTILINE
    )
    for library in libraries.ElementNames:
        libraries.loadLibrary(library)
        modules = libraries.getByName(library)
        for found in modules.ElementNames:
            if module in ("", found) and says.search(modules.getByName(found)):
                return f"{library}.{found}.{sub}"
    raise KeyError(name)
