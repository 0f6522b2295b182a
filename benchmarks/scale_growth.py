"""What `scale.py` measured, as a table for docs/scale.md and as a picture of how it grows.

`scale_growth.py FOLDER/measured.jsonl` prints the table and draws docs/scale.svg: processor time and
memory against the number of forms, each beside what is wanted.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

PICTURE = Path(__file__).parents[1] / "docs" / "scale.svg"
WIDE, HIGH, EDGE = 420, 260, 56
COLUMNS = (
    "forms",
    "verb",
    "cpu s",
    "ms a form",
    "wall s",
    "memory MB",
    "kB a form",
    "master MB",
    "kept GB",
)
DRAWN = {"cpu": "processor time, s", "memory_megabytes": "memory of the largest process, MB"}
DASHED = {"cpu": "in proportion to the smallest", "memory_megabytes": "40 MB + 5 kB a form, the aim"}
BASE_MEGABYTES, KILOBYTES_A_FORM = 40, 5

Line = dict[str, Any]


def lines_of(file: Path, verb: str = "") -> list[Line]:
    """Return the last run of each size and verb, the smallest first."""
    last: dict[tuple[str, int], Line] = {}
    for text in file.read_text(encoding="utf-8").splitlines():
        line = json.loads(text)
        if line.get("verb", "") and verb in ("", line["verb"]):
            last[line["verb"], line["forms"]] = line
    return sorted(last.values(), key=lambda line: (line["verb"], line["forms"]))


def row(line: Line) -> str:
    forms = line["forms"]
    cells = (
        f"{forms:,}", line["verb"], f"{line['cpu']:,.0f}", f"{line['cpu'] * 1000 / forms:.1f}",
        f"{line['wall']:,.0f}", f"{line['memory_megabytes']:,.0f}",
        f"{line['memory_megabytes'] * 1024 / forms:.0f}", f"{line['master_bytes'] / 1e6:.1f}",
        f"{line['archive_bytes'] / 1e9:.2f}",
    )  # fmt: skip
    return f"| {' | '.join(cells)} |"


def table(lines: list[Line]) -> str:
    rule = "|".join("---" for _ in COLUMNS)
    return "\n".join([f"| {' | '.join(COLUMNS)} |", f"|{rule}|", *map(row, lines)])


# -- the picture ------------------------------------------------------------------------------------------


def picture(lines: list[Line]) -> str:
    panels = [panel(lines, key, title, at) for at, (key, title) in enumerate(DRAWN.items())]
    size = f'width="{2 * WIDE}" height="{HIGH}" viewBox="0 0 {2 * WIDE} {HIGH}"'
    style = 'font-family="sans-serif" font-size="11" fill="#333"'
    return f'<svg xmlns="http://www.w3.org/2000/svg" {size} {style}>\n{"".join(panels)}</svg>\n'


def panel(lines: list[Line], key: str, title: str, at: int) -> str:
    most_forms = lines[-1]["forms"]
    begin, end = wanted(lines, key)
    most = max(end, *(line[key] for line in lines))

    def place(forms: float, value: float) -> str:
        across = EDGE + forms / most_forms * (WIDE - EDGE - 30)
        down = HIGH - 36 - value / most * (HIGH - 80)
        return f"{across:.1f},{down:.1f}"

    points = [place(line["forms"], line[key]) for line in lines]
    drawn = [
        f'<g transform="translate({at * WIDE} 0)">',
        f'<text x="{EDGE}" y="20" font-size="13" font-weight="bold">{title}</text>',
        stroke(f"{place(0, most)} {place(0, 0)} {place(most_forms, 0)}", "#999"),
        stroke(f"{place(0, begin)} {place(most_forms, end)}", '#999" stroke-dasharray="4 4'),
        stroke(" ".join(points), '#b03030" stroke-width="2'),
    ]
    for line, point in zip(lines, points, strict=True):
        across, down = point.split(",")
        drawn += [
            f'<circle cx="{across}" cy="{down}" r="3.5" fill="#b03030"/>',
            f'<text x="{float(across) - 4}" y="{float(down) - 8}" text-anchor="end">{line[key]:,.0f}</text>',
        ]
        if line["forms"] * 8 > most_forms:
            drawn.append(f'<text x="{across}" y="{HIGH - 18}" text-anchor="middle">{line["forms"]:,}</text>')
    told = f"forms; dashed: {DASHED[key]}"
    drawn.append(f'<text x="{WIDE - 30}" y="{HIGH - 4}" text-anchor="end">{told}</text></g>')
    return "\n".join(drawn) + "\n"


def wanted(lines: list[Line], key: str) -> tuple[float, float]:
    """Return where the dashed line begins and ends."""
    most_forms = lines[-1]["forms"]
    if key == "cpu":
        return 0, lines[0][key] / lines[0]["forms"] * most_forms
    return BASE_MEGABYTES, BASE_MEGABYTES + KILOBYTES_A_FORM * most_forms / 1024


def stroke(points: str, colour: str) -> str:
    return f'<polyline points="{points}" fill="none" stroke="{colour}"/>'


def main(file: str) -> None:
    print(table(lines_of(Path(file))))
    PICTURE.write_text(picture(lines_of(Path(file), "collect")), encoding="utf-8")


if __name__ == "__main__":
    main(*sys.argv[1:])
