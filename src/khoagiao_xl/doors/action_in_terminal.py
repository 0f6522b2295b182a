"""An action as the terminal asks for it: its options become the job that a step is told."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any, Final

from khoagiao_xl.doors.verb_options import MASTERS

if TYPE_CHECKING:
    import argparse
    from collections.abc import Callable, Mapping

    from khoagiao_xl.actions import Action
    from khoagiao_xl.model.results import Outcome


def runner(action: Action) -> Callable[[Action, argparse.Namespace], Outcome]:
    """Return the function that does an action by what the command line asks for."""
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
    from khoagiao_xl.model.results import Job

    asked = vars(chosen)
    with show_progress(quiet=chosen.json) as progress:
        job = Job(clock(), progress=progress, **_told(asked))
        run = try_action if asked.get("dry_run") else run_action
        return run(action.id, chosen.master, job)


# Options that a job knows under their own names, and those that it has under another.
SAME: Final = ("source", "out", "kind", "unit", "indicator", "to_date", "by", "reason", "directive", "issue",
               "profile", "tone", "looked_over", "scheduler")  # fmt: skip
RENAMED: Final = {"report": "document", "fix": "mends", "to_myself": "to_office"}
YES: Final = ("even_unfinished", "yes")  # to what a step would ask


def _told(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the job is told, by its fields; what the verb has no option for keeps its usual value."""
    from khoagiao_xl.model.periods import Period
    from khoagiao_xl.office.settings import day_of

    named = {**dict.fromkeys(SAME), **RENAMED}
    told = {field or option: asked[option] for option, field in named.items() if option in asked}
    if isinstance(told.get("source"), str):
        told["place"] = told.pop("source")
    if asked.get("period"):
        told["period"] = Period.parse(asked["period"])
    told["day"] = day_of(asked.get("day", ""))
    told["is_sure"] = any(asked.get(option) for option in YES)
    return told


def _run_by_file(action: Action, chosen: argparse.Namespace) -> Outcome:
    """Do with a Word file what the action does with those of a master; a master is asked as ever."""
    from khoagiao_xl.doors.document_in_terminal import print_documents
    from khoagiao_xl.doors.run_action import clock, run_by_file
    from khoagiao_xl.model.results import CANNOT, Job

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
