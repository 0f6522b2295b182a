"""Small PDFs made for the tests: words at places, every letter half as wide as it is high; rules; pictures."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

WIDTH, HEIGHT = 595, 842
_CMAP = b"""/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def
1 begincodespacerange <0000> <FFFF> endcodespacerange
1 beginbfrange <0000> <FFFF> <0000> endbfrange endcmap end end"""


@dataclass
class Sheet:
    """One page, in points from its lower left corner."""

    drawn: list[str] = field(default_factory=list)

    def write(self, left: float, base: float, text: str, size: float = 10) -> Sheet:
        """Put words on the page; their width is half the size a letter."""
        code = text.encode("utf-16-be").hex()
        self.drawn.append(f"BT /F {size} Tf {left} {base} Td <{code}> Tj ET")
        return self

    def lines(self, base: float, *texts: str, left: float = 70, pitch: float = 14) -> Sheet:
        """Put lines one below the other."""
        for number, text in enumerate(texts):
            self.write(left, base - number * pitch, text)
        return self

    def rule(self, left: float, bottom: float, right: float, top: float) -> Sheet:
        """Draw a thin rule."""
        self.drawn.append(f"{left} {bottom} {right - left or 0.5} {top - bottom or 0.5} re f")
        return self

    def grid(self, xs: list[float], ys: list[float]) -> Sheet:
        """Draw the rules of a table."""
        for x in xs:
            self.rule(x, min(ys), x, max(ys))
        for y in ys:
            self.rule(min(xs), y, max(xs), y)
        return self


def save(path: Path, *sheets: Sheet) -> Path:
    """Write the pages as a PDF."""
    kids = " ".join(f"{6 + 2 * number} 0 R" for number in range(len(sheets)))
    font = "/Type /Font /Subtype /Type0 /BaseFont /A /Encoding /Identity-H /DescendantFonts [4 0 R] /ToUnicode 5 0 R"
    inner = "/Type /Font /Subtype /CIDFontType2 /BaseFont /A /DW 500 /CIDSystemInfo << /Registry (A) /Ordering (I) /Supplement 0 >>"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(sheets)} >>".encode(),
    ]
    bodies += [f"<< {font} >>".encode(), f"<< {inner} >>".encode(), _stream(_CMAP)]
    for number, sheet in enumerate(sheets):
        page = f"/Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}] /Resources << /Font << /F 3 0 R >> >>"
        bodies.append(f"<< {page} /Contents {7 + 2 * number} 0 R >>".encode())
        bodies.append(_stream("\n".join(sheet.drawn).encode()))
    path.write_bytes(_packed(bodies))
    return path


def _stream(data: bytes) -> bytes:
    return b"<< /Length %d >>\nstream\n%s\nendstream" % (len(data), data)


def _packed(bodies: list[bytes]) -> bytes:
    data, places = b"%PDF-1.7\n", []
    for number, body in enumerate(bodies, 1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    count = len(bodies) + 1
    end = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (count, len(data))
    return data + b"xref\n0 %d\n0000000000 65535 f \n%s%s" % (count, table, end)
