"""The bare minimum of issuing: compressed parts copied as they lie, one part written anew for each unit.

copy_parts.py TEMPLATE PART UNITS.json FOLDER; UNITS: code of a unit -> token -> what stands in its place.
"""

import json
import struct
import sys
import zipfile
import zlib
from pathlib import Path

template, part, units, folder = sys.argv[1:]
data = Path(template).read_bytes()
with zipfile.ZipFile(template) as book:
    infos, text = book.infolist(), book.read(part).decode()
copied = bytearray()
directory = []  # of what is copied: the entry but its place
for info in infos:
    if info.filename == part:
        continue
    name = info.filename.encode()
    at = info.header_offset
    length = 30 + sum(struct.unpack_from("<HH", data, at + 26)) + info.compress_size
    head = struct.pack(
        "<4s6H3I5H2I", b"PK\1\2", 20, 20, info.flag_bits, info.compress_type, 0, 33, info.CRC,
        info.compress_size, info.file_size, len(name), 0, 0, 0, 0, 0, len(copied),
    )  # fmt: skip
    directory.append(head + name)
    copied += data[at : at + length]
listed, own = b"".join(directory), part.encode()
Path(folder).mkdir(exist_ok=True)
for code, tokens in json.loads(Path(units).read_text(encoding="utf-8")).items():
    filled = text
    for token, fact in tokens.items():
        filled = filled.replace(token, fact)
    raw = filled.encode()
    packer = zlib.compressobj(6, zlib.DEFLATED, -15)
    packed = packer.compress(raw) + packer.flush()
    told = (8, 0, 33, zlib.crc32(raw), len(packed), len(raw), len(own), 0)
    local = struct.pack("<4s5H3I2H", b"PK\3\4", 20, 0, *told) + own + packed
    entry = struct.pack("<4s6H3I5H2I", b"PK\1\2", 20, 20, 0, *told, 0, 0, 0, 0, len(copied)) + own
    end = struct.pack(
        "<4s4H2IH",
        b"PK\5\6",
        0,
        0,
        len(infos),
        len(infos),
        len(listed) + len(entry),
        len(copied) + len(local),
        0,
    )
    Path(folder, f"{code}.xlsx").write_bytes(b"".join((copied, local, listed, entry, end)))
sys.stdout.write(json.dumps({"forms": len(list(Path(folder).iterdir()))}))
