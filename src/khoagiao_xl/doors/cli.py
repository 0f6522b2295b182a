"""The terminal door: every action as a verb on a file, and the few verbs that are no action."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any

from khoagiao_xl import __version__
from khoagiao_xl.actions import ACTIONS, Action
from khoagiao_xl.doors import standard_streams
from khoagiao_xl.doors.action_in_terminal import runner
from khoagiao_xl.doors.verb_options import (
    ALWAYS_OF_A_PERIOD,
    AS_JSON,
    DOCUMENT,
    DRY_RUN,
    KIND,
    MASTER,
    OPTIONS,
    OUT,
    PERIOD,
    SOURCES,
    TOLD,
)
from khoagiao_xl.doors.verb_table import OTHER_VERBS
from khoagiao_xl.doors.vietnamese_argparse import Parser, in_vietnamese
from khoagiao_xl.model.results import CANNOT

if TYPE_CHECKING:
    from khoagiao_xl.model.results import Outcome


def main(arguments: list[str] | None = None) -> int:
    """Run one verb; return 0 done, 1 done with findings that block, 2 cannot."""
    standard_streams.make_whole()
    try:
        chosen = _understood(arguments)
        return _run(chosen) if chosen.verb else 0
    except KeyboardInterrupt:
        from khoagiao_xl.errors import Interrupted

        print(Interrupted(), file=sys.stderr)
        return CANNOT
    finally:
        standard_streams.drop_unsaid()


def _understood(arguments: list[str] | None) -> argparse.Namespace:
    """Return what the command line asks for; one that asks for nothing gets the help."""
    with in_vietnamese():
        own = parser()
        chosen = own.parse_args(arguments)
        if not chosen.verb:
            own.print_help()
    return chosen


def _run(chosen: argparse.Namespace) -> int:
    from khoagiao_xl.doors.error_outcomes import answered
    from khoagiao_xl.doors.run_action import clock

    answer = partial(answered, chosen.verb, _log_place(chosen), clock())
    outcome = answer(partial(chosen.run, chosen))
    show = _show_json if chosen.json else _show
    shown = answer(partial(show, outcome))
    if shown is outcome:
        return outcome.status
    with contextlib.suppress(OSError):
        print(shown.sentence, file=sys.stderr, flush=True)
    # Where showing was all that was asked, what could not be shown is not done.
    return CANNOT if outcome.data else outcome.status


def _log_place(chosen: argparse.Namespace) -> Path:
    """Return what a log of failure lies beside: master, bundle, or what was to be made in a folder."""
    for name in ("master", "bundle"):
        named: Path | None = getattr(chosen, name, None)
        if named:
            return named
    folder: Path = getattr(chosen, "out", None) or Path(gettempdir())
    verb: str = chosen.verb
    return folder / verb


def _show_json(outcome: Outcome) -> Outcome:
    values = outcome.to_json()
    text = json.dumps(values, ensure_ascii=False)
    print(text, flush=True)
    return outcome


def _show(outcome: Outcome) -> Outcome:
    if outcome.status == CANNOT:
        print(outcome.sentence, file=sys.stderr, flush=True)
    else:
        lines = [outcome.sentence, *outcome.details]
        print("\n".join(lines), flush=True)
    return outcome


def parser() -> argparse.ArgumentParser:
    """Return the command line as it is understood: every action, and the verbs that are none."""
    whole = Parser(
        prog="khoagiao", description="Sổ công tác khoa giáo: từ văn bản hướng dẫn đến báo cáo Word."
    )
    said = f"khoagiao {__version__}"
    whole.add_argument("--version", action="version", version=said, help="hiện phiên bản")
    verbs = whole.add_subparsers(metavar="VIỆC", title="Các việc", dest="verb")
    for action in ACTIONS.values():
        _add_action(verbs, action)
    for verb in OTHER_VERBS:
        own = verbs.add_parser(verb.name, help=verb.help, description=verb.help)
        for name, options in verb.arguments.items():
            own.add_argument(name, **options)
        own.add_argument("--json", **AS_JSON)
        own.set_defaults(run=verb.run)
    return whole


def _add_action(verbs: Any, action: Action) -> None:
    own = verbs.add_parser(action.verb, help=action.label, description=action.help)
    own.add_argument("master", **(DOCUMENT if action.by_file else MASTER))
    if action.source.startswith("--"):
        own.add_argument(action.source, dest="source", **SOURCES[action.source])
    elif action.source:
        own.add_argument("source", nargs="?", metavar=action.source, **SOURCES[action.source])
    if action.needs_period:
        is_required = not set(action.options) - ALWAYS_OF_A_PERIOD
        own.add_argument("--period", required=is_required, **PERIOD)
    for name in action.options:
        own.add_argument(f"--{name}", **OPTIONS[name])
    if action.out:
        own.add_argument(action.out, **OUT)
    if action.kinds:
        own.add_argument("--kind", choices=action.kinds, **KIND)
    for name in action.told:
        own.add_argument(f"--{name}", **TOLD[name])
    if action.trial:
        own.add_argument("--dry-run", **DRY_RUN)
    own.add_argument("--json", **AS_JSON)
    run = runner(action)
    own.set_defaults(run=partial(run, action))
