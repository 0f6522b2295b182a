"""The wheel of this program itself, of the checkout as it stands: macros included, no build tool needed."""

from __future__ import annotations

import base64
import hashlib
from typing import TYPE_CHECKING

from khoagiao_xl import __version__
from khoagiao_xl.bundling.same_zip import zip_of

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from khoagiao_xl.bundling.source_tree import SourceTree

NAME = "khoagiao_xl"
TAG = "py3-none-any"
_WHEEL = f"Wheel-Version: 1.0\nGenerator: khoagiao bundle\nRoot-Is-Purelib: true\nTag: {TAG}\n"


def own_wheel_name() -> str:
    """Return the name of the wheel: «khoagiao_xl-0.9.0-py3-none-any.whl»."""
    return f"{NAME}-{__version__}-{TAG}.whl"


def own_wheel(tree: SourceTree) -> bytes:
    """Return the wheel, the same for the same checkout."""
    info = f"{NAME}-{__version__}.dist-info"
    members = tree.members()
    about = {"METADATA": _metadata(tree), "WHEEL": _WHEEL, "entry_points.txt": _entry_points(tree)}
    for name, text in about.items():
        members[f"{info}/{name}"] = text.encode("utf-8")
    for name in tree.project["license-files"]:
        terms = tree.top / name
        members[f"{info}/licenses/{name}"] = terms.read_bytes()
    record = f"{info}/RECORD"
    lines = _record(members, record)
    members[record] = lines.encode("utf-8")
    return zip_of(members)


def _metadata(tree: SourceTree) -> str:
    project = tree.project
    lines = [
        "Metadata-Version: 2.1",
        f"Name: {project['name']}",
        f"Version: {__version__}",
        f"Summary: {project['description']}",
        f"License: {project['license']}",
        f"Requires-Python: {project['requires-python']}",
    ]
    lines += [f"Requires-Dist: {needed}" for needed in project["dependencies"]]
    return _ended(lines)


def _entry_points(tree: SourceTree) -> str:
    scripts = tree.project["scripts"]
    lines = ["[console_scripts]"]
    lines += [f"{name} = {place}" for name, place in scripts.items()]
    return _ended(lines)


def _record(members: Mapping[str, bytes], record: str) -> str:
    lines = []
    for name, data in members.items():
        digest = hashlib.sha256(data).digest()
        letters = base64.urlsafe_b64encode(digest).decode("ascii")
        shown = letters.rstrip("=")
        size = len(data)
        lines.append(f"{name},sha256={shown},{size}")
    lines.append(f"{record},,")
    return _ended(lines)


def _ended(lines: Sequence[str]) -> str:
    text = "\n".join(lines)
    return f"{text}\n"
