"""A bundle of two tiny wheels for whatever Python runs, unpacked, and a Python that only says how it was started."""

from __future__ import annotations

import sys
from pathlib import Path

from khoagiao_xl.bundling.same_zip import zip_of
from khoagiao_xl.files import sha256_of
from khoagiao_xl.installing.bundle_manifest import BundleManifest
from khoagiao_xl.installing.bundle_names import LOCK, MANIFEST, PARTS

HERE = "{}.{}".format(*sys.version_info)
OURS = {
    "khoagiao_xl/__init__.py": b"",
    "khoagiao_xl-1.dist-info/METADATA": b"Name: khoagiao-xl\n",
}
OTHER = {
    "other.py": b"",
    "other-2.data/purelib/apart.py": b"",
    "other-2.data/scripts/never.py": b"",
    "other-2.data/data/never.dll": b"",
}


def unpacked_bundle(folder: Path, version: str = "1", megabytes: int = 1, python: str = HERE) -> Path:
    """Lay a bundle into `folder`, as it stands once it is unpacked, and return it."""
    parts = {
        f"khoagiao_xl-{version}-py3-none-any.whl": zip_of(OURS),
        "other-2-py3-none-any.whl": zip_of(OTHER),
        LOCK: b"other==2\n",
    }
    place = folder / PARTS
    place.mkdir(parents=True)
    for name, data in parts.items():
        (place / name).write_bytes(data)
    hashes = {name: sha256_of(data) for name, data in parts.items()}
    (place / MANIFEST).write_bytes(BundleManifest(version, python, megabytes, hashes).to_bytes())
    return folder


def saying_python(folder: Path) -> Path:
    """Return the folder of a Python that prints its words and ends with 1."""
    program = folder / "bin" / "python3"
    program.parent.mkdir(parents=True)
    program.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\nexit 1\n', encoding="ascii")
    program.chmod(0o755)
    return folder
