"""Running a macro of a workbook by the name Excel knows it under."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_NAME: Final = re.compile(r"(?:'?(?P<book>[^']+?)'?!)?(?P<macro>[^!]+)")
_FLAGS: Final = re.IGNORECASE | re.MULTILINE
_BEGINNING: Final = r"^\s*(?:Public\s+)?(?:Sub|Function)\s+"


def split(name: str) -> tuple[str, str]:
    """Return the workbook, «» if none is named, and the macro of «'Sổ.xlsm'!Module1.Sub»."""
    found = _NAME.fullmatch(name)
    if not found:
        raise KeyError(name)
    return found["book"] or "", found["macro"]


def run(model: Any, name: str, args: Sequence[Any]) -> Any:
    """Run «Module.Sub» or «Sub» of a document and return what it returns."""
    place = _place(model, name)
    url = f"vnd.sun.star.script:{place}?language=Basic&location=document"
    script = model.ScriptProvider.getScript(url)
    result, _, _ = script.invoke(tuple(args), (), ())
    return result


def _place(model: Any, name: str) -> str:
    """Return «Library.Module.Sub», looking the Sub up where the module is not named."""
    wanted, _, sub = name.rpartition(".")
    begins = re.compile(rf"{_BEGINNING}{re.escape(sub)}\b", _FLAGS)
    for library, module, code in _modules(model):
        is_asked = wanted in ("", module)
        if is_asked and begins.search(code):
            return f"{library}.{module}.{sub}"
    raise KeyError(name)


def _modules(model: Any) -> Iterator[tuple[str, str, str]]:
    """Yield the library, the name and the code of every module of a document."""
    libraries = model.BasicLibraries
    for library in libraries.ElementNames:
        libraries.loadLibrary(library)
        modules = libraries.getByName(library)
        for module in modules.ElementNames:
            yield library, module, modules.getByName(module)
