"""The terminal door: every action as a verb on a file, and the few verbs that are no action."""

from __future__ import annotations

import argparse
import contextlib
import json
import sys
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from tempfile import gettempdir
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl import __version__
from khoagiao_xl.actions import ACTIONS, Action
from khoagiao_xl.doors import standard_streams
from khoagiao_xl.doors.verb_options import (
    AS_JSON,
    DOCUMENT,
    DRY_RUN,
    KIND,
    MASTER,
    MASTERS,
    OPTIONS,
    OUT,
    PERIOD,
    SOURCES,
    TOLD,
    Options,
)
from khoagiao_xl.doors.vietnamese_argparse import Parser, in_vietnamese

if TYPE_CHECKING:
    from collections.abc import Callable

    from khoagiao_xl.model.results import Outcome

CANNOT: Final = 2


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
        parser = _parser()
        chosen = parser.parse_args(arguments)
        if not chosen.verb:
            parser.print_help()
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
    """Return what a log of failure lies beside: the master, or what was to be made in the folder."""
    master: Path | None = getattr(chosen, "master", None)
    if master:
        return master
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


def _parser() -> argparse.ArgumentParser:
    parser = Parser(
        prog="khoagiao", description="Sổ công tác khoa giáo: từ văn bản hướng dẫn đến báo cáo Word."
    )
    said = f"khoagiao {__version__}"
    parser.add_argument("--version", action="version", version=said, help="hiện phiên bản")
    verbs = parser.add_subparsers(metavar="VIỆC", title="Các việc", dest="verb")
    for action in ACTIONS.values():
        _add_action(verbs, action)
    for verb in OTHER_VERBS:
        own = verbs.add_parser(verb.name, help=verb.help, description=verb.help)
        for name, options in verb.arguments.items():
            own.add_argument(name, **options)
        own.add_argument("--json", **AS_JSON)
        own.set_defaults(run=verb.run)
    return parser


def _add_action(verbs: Any, action: Action) -> None:
    own = verbs.add_parser(action.verb, help=action.label, description=action.help)
    own.add_argument("master", **(DOCUMENT if action.by_file else MASTER))
    if action.source.startswith("--"):
        own.add_argument(action.source, dest="source", **SOURCES[action.source])
    elif action.source:
        own.add_argument("source", nargs="?", metavar=action.source, **SOURCES[action.source])
    if action.needs_period:
        is_required = not action.options
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
    run = _runner(action)
    own.set_defaults(run=partial(run, action))


def _runner(action: Action) -> Callable[[Action, argparse.Namespace], Outcome]:
    if action.by_file:
        return _run_by_file
    return _run_with_password if "store-password" in action.options else _run_action


def _run_with_password(action: Action, chosen: argparse.Namespace) -> Outcome:
    """Store a mailbox's password, or do what the action does; where mail leaves, a person agrees first."""
    from khoagiao_xl.doors.mail_in_terminal import agreed, ask_password

    if chosen.store_password:
        return ask_password(chosen.master, action.verb)
    run = partial(_run_action, action)
    return agreed(chosen, run) if "yes" in action.options else run(chosen)


def _run_action(action: Action, chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.doors.progress import show_progress
    from khoagiao_xl.doors.run_action import clock, run_action, try_action
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.settings import day_of

    named = getattr(chosen, "period", None)
    period = Period.parse(named) if named else None
    with show_progress(quiet=chosen.json) as progress:
        job = Job(
            now=clock(),
            period=period,
            source=getattr(chosen, "source", None),
            out=getattr(chosen, "out", None),
            progress=progress,
            kind=getattr(chosen, "kind", ""),
            unit=getattr(chosen, "unit", ""),
            indicator=getattr(chosen, "indicator", ""),
            to_date=getattr(chosen, "to_date", False),
            document=getattr(chosen, "report", None),
            by=getattr(chosen, "by", ""),
            reason=getattr(chosen, "reason", ""),
            directive=getattr(chosen, "directive", ""),
            issue=getattr(chosen, "issue", ""),
            day=day_of(getattr(chosen, "day", "")),
            is_sure=getattr(chosen, "even_unfinished", False) or getattr(chosen, "yes", False),
            profile=getattr(chosen, "profile", ""),
            tone=getattr(chosen, "tone", ""),
            mends=getattr(chosen, "fix", False),
            to_office=getattr(chosen, "to_myself", False),
            looked_over=getattr(chosen, "looked_over", ""),
        )
        run = try_action if getattr(chosen, "dry_run", False) else run_action
        return run(action.id, chosen.master, job)


def _run_by_file(action: Action, chosen: argparse.Namespace) -> Outcome:
    """Do with a Word file what the action does with those of a master; a master is asked as ever."""
    from khoagiao_xl.doors.document_in_terminal import print_documents
    from khoagiao_xl.doors.run_action import clock, run_by_file
    from khoagiao_xl.model.results import Job

    if chosen.master.suffix.lower() in MASTERS:
        return _run_action(action, chosen)
    job = Job(
        now=clock(),
        document=chosen.master,
        out=chosen.out,
        profile=chosen.profile,
        tone=chosen.tone,
        mends=chosen.fix,
    )
    outcome = run_by_file(action, job)
    if chosen.json or outcome.status == CANNOT:
        return outcome
    return print_documents(outcome)


def _new(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.building.new_master import Order, make_master
    from khoagiao_xl.doors.run_action import clock
    from khoagiao_xl.model.results import Outcome
    from khoagiao_xl.wording import sentence

    # The buttons start the Python that makes the master: it finds this program by itself.
    order = Order(
        path=chosen.master,
        year=chosen.year,
        profile=chosen.profile,
        units=chosen.units,
        office=chosen.office,
        python=sys.executable,
        last=chosen.last,
    )
    today = clock().date()
    made = make_master(order, today)
    profile = made.profile
    count = len(profile.units)
    facts = {
        "name": made.path.name,
        "year": profile.year,
        "profile": profile.name,
        "units": count,
    }
    return Outcome(
        sentence("TM-OK", facts),
        counts={"units": count},
        paths=(made.path, *made.folders),
        details=made.notes,
    )


def _upgrade(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.building.upgrade_master import upgrade
    from khoagiao_xl.doors.run_action import clock
    from khoagiao_xl.model.results import Outcome
    from khoagiao_xl.wording import sentence

    master: Path = chosen.master
    done = upgrade(master, clock())
    backup = done.backup
    facts = {
        "name": master.name,
        "added": ", ".join(done.added),
        "left": ", ".join(done.left),
        "backup": backup.name if backup else "",
    }
    if backup is None:
        return Outcome(sentence("NC-03", facts))
    left = [sentence("NC-02", facts)] if done.left else []
    return Outcome(
        sentence("NC-OK", facts),
        counts={"added": len(done.added)},
        paths=(master, backup),
        details=tuple(left),
    )


def _rules(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.books.file_book import FileBook
    from khoagiao_xl.doors.rules_in_terminal import print_rules
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.steps.try_rules import list_rules, try_rules

    year = Year.read(FileBook(chosen.master))
    outcome = try_rules(year) if chosen.trial else list_rules(year)
    if not chosen.json:
        print_rules(outcome.data)
    return outcome


def _check_form(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.doors.run_action import clock
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import read_year
    from khoagiao_xl.steps import try_form

    job = Job(clock(), source=chosen.form)
    if chosen.master is None:
        return try_form.alone(job)
    year = read_year(chosen.master)
    return try_form.by_master(year, job)


def _open(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.doors.open_master import open_master
    from khoagiao_xl.model.results import Outcome
    from khoagiao_xl.wording import sentence

    master: Path = chosen.master
    paths = (master,)
    if open_master(master):
        return Outcome("", paths=paths)
    told = sentence("CS-05", {"name": master.name})
    return Outcome(told, CANNOT, paths=paths)


def _window(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.books.file_book import FileBook
    from khoagiao_xl.doors.window import show_window
    from khoagiao_xl.model.results import Outcome

    master: Path = chosen.master
    FileBook(master, may_be_open=True)  # says at once what is wrong with the file
    show_window(master.resolve())
    return Outcome("")


def _shortcut(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.doors.shortcut import place_shortcut
    from khoagiao_xl.files import read_bytes
    from khoagiao_xl.model.results import Outcome
    from khoagiao_xl.wording import sentence

    master: Path = chosen.master
    read_bytes(master)
    path = place_shortcut(master.resolve(), chosen.out)
    facts = {"name": path.name, "folder": path.parent}
    told = sentence("CS-06", facts)
    return Outcome(told, paths=(path,))


def _demo(chosen: argparse.Namespace) -> Outcome:
    from khoagiao_xl.demo import live_one_day
    from khoagiao_xl.office.profiles import load_profile

    profile = load_profile(chosen.profile, chosen.year)
    return live_one_day(
        chosen.out,
        chosen.guidance,
        profile,
        is_long=chosen.long,
        quiet=chosen.json,
    )


@dataclass(frozen=True)
class Verb:
    """A verb of the terminal that has no button: it makes a master, or only looks into one."""

    name: str
    help: str
    run: Callable[[argparse.Namespace], Outcome]
    arguments: dict[str, Options]


GUIDANCE_HELP: Final = "văn bản hướng dẫn của cơ quan"
OTHER_VERBS: Final = (
    Verb("new", "Tạo sổ mới", _new, {
        "master": {"type": Path, "metavar": "MASTER", "nargs": "?", "default": None,
                   "help": "tên sổ sẽ tạo, đuôi .xlsm (mặc định: KhoaGiao-NĂM.xlsm)"},
        "--year": {"type": int, "default": None, "metavar": "NĂM",
                   "help": "năm của sổ (mặc định: năm nay, từ tháng 10 là năm sau; có --from: năm kế tiếp)"},
        "--profile": {"default": "", "metavar": "HỒ-SƠ",
                      "help": "hồ sơ cơ quan, ví dụ 2026 (mặc định: hồ sơ của năm đó); tên không có thì "
                              "chương trình kể các tên có"},
        "--units": {"type": Path, "default": None, "metavar": "TỆP",
                    "help": "danh sách đơn vị của cơ quan, Excel hoặc CSV (mặc định: danh sách mẫu)"},
        "--from": {"type": Path, "default": None, "metavar": "SỔ-CŨ", "dest": "last",
                   "help": "sổ của năm trước: lấy đơn vị, văn bản, cuộc sơ kết, tổng kết chưa xong, quy tắc, "
                           "chỉ tiêu, cấu hình; năm mặc định là năm sau của sổ đó"},
        "--office": {"default": "excel", "choices": ["excel", "libreoffice"], "help": "dùng với"},
    }),
    Verb("upgrade", "Chuyển sổ làm theo bố cục cũ sang bố cục hiện nay, giữ lại bản cũ", _upgrade,
         {"master": MASTER}),
    Verb("rules", "Xem quy tắc kiểm tra, thử trên các báo cáo đã nhận", _rules, {
        "master": {"type": Path, "metavar": "MASTER", "help": "sổ .xlsm"},
        "--trial": {"action": "store_true", "help": "đếm báo cáo đã nhận mà từng quy tắc sẽ bắt lỗi"},
    }),
    Verb("check-form", "Xem một biểu sẽ ra sao nếu tiếp nhận, không ghi gì cả", _check_form, {
        "form": {"type": Path, "metavar": "TỆP", "help": "biểu .xlsx đơn vị gửi về"},
        "--master": {"type": Path, "default": None, "metavar": "MASTER",
                     "help": "sổ phát hành biểu (không có: chỉ kiểm tra những gì biết được từ biểu)"},
    }),
    Verb("open", "Mở sổ trong Excel hoặc LibreOffice", _open, {"master": MASTER}),
    Verb("window", "Cửa sổ nhỏ có đủ các nút, dùng khi Excel không được phép gọi chương trình", _window,
         {"master": MASTER}),
    Verb("shortcut", "Đặt lối tắt tới cửa sổ nhỏ lên màn hình nền", _shortcut, {
        "master": MASTER,
        "--out": {"type": Path, "default": None, "metavar": "THƯ-MỤC", "help": "mặc định: màn hình nền"},
    }),
    Verb("demo", "Sống thử quý I của một cơ quan trên tệp mẫu", _demo, {
        "--long": {"action": "store_true", "help": "sống tiếp đến hết 6 tháng đầu năm"},
        "--out": {"type": Path, "default": Path("out/demo"), "metavar": "THƯ-MỤC", "help": "nơi ghi"},
        "--guidance": {"type": Path, "default": None, "metavar": "TỆP", "help": GUIDANCE_HELP},
        "--year": {"type": int, "default": None, "metavar": "NĂM", "help": "năm (mặc định: năm mẫu)"},
        "--profile": {"default": "", "metavar": "HỒ-SƠ", "help": "hồ sơ cơ quan (mặc định: hồ sơ mẫu)"},
    }),
)  # fmt: skip
