"""What the verbs do that are no action: each makes a master, brings it up, or only looks."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import argparse
    from pathlib import Path

    from khoagiao_xl.model.results import Outcome


def make_new(chosen: argparse.Namespace) -> Outcome:
    """Make a master and its folders."""
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


def upgrade_master(chosen: argparse.Namespace) -> Outcome:
    """Bring a master of an older layout to today's."""
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


def show_rules(chosen: argparse.Namespace) -> Outcome:
    """Show the rules, or try them on what was taken in."""
    from khoagiao_xl.books.file_book import FileBook
    from khoagiao_xl.doors.rules_in_terminal import print_rules
    from khoagiao_xl.office.year import Year
    from khoagiao_xl.steps.try_rules import list_rules, try_rules

    year = Year.read(FileBook(chosen.master))
    outcome = try_rules(year) if chosen.trial else list_rules(year)
    if not chosen.json:
        print_rules(outcome.data)
    return outcome


def check_form(chosen: argparse.Namespace) -> Outcome:
    """Say what would become of a form, and write nothing."""
    from khoagiao_xl.doors.run_action import clock
    from khoagiao_xl.model.results import Job
    from khoagiao_xl.office.year import read_year
    from khoagiao_xl.steps import try_form

    job = Job(clock(), source=chosen.form)
    if chosen.master is None:
        return try_form.alone(job)
    year = read_year(chosen.master)
    return try_form.by_master(year, job)


def open_it(chosen: argparse.Namespace) -> Outcome:
    """Open a master in its office program."""
    from khoagiao_xl.doors.open_master import open_master
    from khoagiao_xl.model.results import CANNOT, Outcome
    from khoagiao_xl.wording import sentence

    master: Path = chosen.master
    paths = (master,)
    if open_master(master):
        return Outcome("", paths=paths)
    told = sentence("CS-05", {"name": master.name})
    return Outcome(told, CANNOT, paths=paths)


def window(chosen: argparse.Namespace) -> Outcome:
    """Show the small window."""
    from khoagiao_xl.books.file_book import FileBook
    from khoagiao_xl.doors.window import show_window
    from khoagiao_xl.model.results import Outcome

    master: Path = chosen.master
    FileBook(master, may_be_open=True)  # says at once what is wrong with the file
    show_window(master.resolve())
    return Outcome("")


def shortcut(chosen: argparse.Namespace) -> Outcome:
    """Place the shortcut to the small window."""
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


def doctor(chosen: argparse.Namespace) -> Outcome:
    """Look the machine over."""
    from khoagiao_xl.doors.doctor_in_terminal import case_of, printed
    from khoagiao_xl.doors.run_action import clock
    from khoagiao_xl.machine.examination import examine

    case = case_of(chosen.master, clock(), asks_mail=chosen.mail)
    outcome = examine(case)
    return outcome if chosen.json else printed(outcome)


def bundle(chosen: argparse.Namespace) -> Outcome:
    """Make the bundle for an office's Windows."""
    from khoagiao_xl.bundling.make_bundle import make_bundle
    from khoagiao_xl.bundling.source_tree import source_tree
    from khoagiao_xl.doors.bundle_in_terminal import told_of

    bundle = make_bundle(source_tree(), chosen.bundle, chosen.python)
    return told_of(bundle)


def setup(chosen: argparse.Namespace) -> Outcome:
    """Prepare a staff machine."""
    from khoagiao_xl.doors.doctor_in_terminal import printed
    from khoagiao_xl.doors.run_action import clock
    from khoagiao_xl.doors.setting_up import set_up

    outcome = set_up(chosen.out, clock(), chosen.desktop)
    return outcome if chosen.json else printed(outcome)


def demo(chosen: argparse.Namespace) -> Outcome:
    """Live a sample quarter."""
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
