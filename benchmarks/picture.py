"""The picture of the table: how near to its aim each line is, on one scale; left of 1 the aim is met."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from aims import MET, Measured

GOOD, BAD = "#2a7f62", "#c0392b"


def draw(lines: Sequence[Measured], path: Path) -> None:
    """Draw the lines that have an aim and a figure; .png or .svg by the name."""
    import matplotlib as mpl

    mpl.use("agg")
    from matplotlib import pyplot as plt

    shown = [line for line in reversed(lines) if line.aim.aim and line.value is not None]
    used = [share(line) for line in shown]
    colours = [GOOD if line.verdict == MET else BAD for line in shown]
    figure, axes = plt.subplots(figsize=(11, 0.42 * len(shown) + 1.2))
    axes.barh([named(line) for line in shown], used, color=colours)
    axes.axvline(1, color="black", linewidth=1)
    axes.set_xscale("log")
    axes.set_xlabel("used of what the aim allows (1 = the aim; left of it: met)")
    for at, line in enumerate(shown):
        axes.text(used[at], at, f" {line.value:.2f}", va="center", fontsize=8)
    axes.tick_params(axis="y", labelsize=8)
    figure.tight_layout()
    figure.savefig(path, dpi=110)


def share(line: Measured) -> float:
    """Return what a line uses of what its aim allows; never nothing, which no such scale can show."""
    allowed, value = line.aim.aim or 1, line.value or 0
    used = value / allowed if line.aim.bound == "most" else allowed / max(value, 1e-3)
    return max(used, 1e-2)


def named(line: Measured) -> str:
    """Return what stands beside the bar."""
    return f"{line.aim.work[:46]} | {line.aim.against[:40]} ({line.aim.told})"
