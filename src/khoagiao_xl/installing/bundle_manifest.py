"""What a bundle says of itself: which version, for which Python, and the hash of each of its files."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Final

from khoagiao_xl import files
from khoagiao_xl.errors import KhoaGiaoError, WrongRequest
from khoagiao_xl.installing.bundle_names import MANIFEST

MEGABYTE: Final = 1_000_000  # bytes, as sizes of the bundle are told


@dataclass(frozen=True)
class BundleManifest:
    """version: of the program. python: «3.12». megabytes: once installed, without Python.

    parts: name of a file beside the manifest -> its SHA-256.
    """

    version: str
    python: str
    megabytes: int
    parts: Mapping[str, str]

    def to_bytes(self) -> bytes:
        """Return it as it is stored."""
        values = asdict(self)
        text = json.dumps(values, indent=1, sort_keys=True)
        return f"{text}\n".encode("ascii")

    @property
    def wheels(self) -> list[str]:
        """The names of the wheels."""
        return sorted(name for name in self.parts if name.endswith(".whl"))


def read_manifest(folder: Path) -> BundleManifest:
    """Return the manifest in `folder`; raise WrongRequest (CD-01) where there is none that can be read."""
    try:
        data = files.read_bytes(folder / MANIFEST)
        values = json.loads(data)
        return BundleManifest(**values)
    except (KhoaGiaoError, ValueError, TypeError) as error:
        raise WrongRequest("CD-01", name=MANIFEST) from error


def refuse_damaged(folder: Path, manifest: BundleManifest) -> None:
    """Raise WrongRequest (CD-02) where a part is missing or is not what was packed."""
    wrong: list[str] = []
    for name, digits in manifest.parts.items():
        if _hash_of(folder / name) != digits:
            wrong.append(name)
    if wrong:
        names = ", ".join(sorted(wrong))
        raise WrongRequest("CD-02", names=names)


def _hash_of(path: Path) -> str:
    """Return the SHA-256 of a file, blank where there is none."""
    if not path.is_file():
        return ""
    data = path.read_bytes()
    return files.sha256_of(data)
