"""Whether every rule, every finding and every message is really raised by some test, as a whole run shows.

A code that stands in a test is no proof: it counts when the product itself asks for its sentence, or makes a
finding of it, while a test runs. Each process notes what was raised; at the end of a whole run what is missing
fails it by name.
"""

from __future__ import annotations

import sys
from collections.abc import Generator
from typing import Any, Final

import pytest

from khoagiao_xl import wording
from khoagiao_xl.model.findings import Finding
from khoagiao_xl.office.profiles import load_profile
from tests.only_elsewhere import ONLY_ELSEWHERE

PRODUCT: Final = "khoagiao_xl."
RULES: Final = "tests/rules/test_rules.py"  # the table of a form that breaks each rule and one that does not
# So much is raised here by the way that it proves nothing.
BROAD: Final = ("tests/doors/test_demo.py", "tests/clicking/test_whole_day.py", "tests/mutations/")
KEY: Final = "raised"


class Raised:
    """What was raised, by which test, in this process and in those that it started."""

    def __init__(self) -> None:
        self.test = ""
        self.codes: set[str] = set()

    def note(self, code: str, caller: str) -> None:
        """Note a code that `caller` used, if that is the product and the test is one that means it."""
        if not caller.startswith(PRODUCT) or not self.test or self.test.startswith(BROAD):
            return
        if code in RULE_CODES and not self.test.startswith(RULES):
            return
        self.codes.add(str(code))  # of an enumeration the bare value, which can go to another process

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Generator[None, Any, Any]:
        """Know which test runs."""
        self.test = item.nodeid
        answer = yield
        self.test = ""
        return answer

    @pytest.hookimpl(optionalhook=True)  # of xdist, which need not be there
    def pytest_testnodedown(self, node: Any) -> None:
        """Take over what one of the processes noted."""
        self.codes |= set(getattr(node, "workeroutput", {}).get(KEY, ()))

    def pytest_sessionfinish(self, session: pytest.Session, exitstatus: int) -> None:
        """Hand over what was noted; after a whole run, fail it for what nobody raised."""
        if hasattr(session.config, "workeroutput"):
            session.config.workeroutput[KEY] = sorted(self.codes)
        elif is_whole(session.config) and exitstatus == pytest.ExitCode.OK and self.missing():
            session.exitstatus = pytest.ExitCode.TESTS_FAILED

    def pytest_terminal_summary(self, terminalreporter: Any, config: pytest.Config) -> None:
        """Name what no test raised, and what is excused without need."""
        if not is_whole(config):
            return
        if missing := self.missing():
            terminalreporter.section("no test raises", red=True)
            terminalreporter.line(", ".join(missing))

    def missing(self) -> list[str]:
        """Return the codes that no test raised, though they can be raised here."""
        return sorted((RULE_CODES | set(wording.SENTENCES)) - self.codes - ONLY_ELSEWHERE.keys())


RULE_CODES: Final = {str(row["code"]) for row in load_profile("2024").rules}


def is_whole(config: pytest.Config) -> bool:
    """Whether all tests run that can run on this machine."""
    only_last_failed = getattr(config.option, "lf", False)  # not there where pytest keeps no cache
    chosen = (config.option.keyword, only_last_failed, config.option.deselect, config.option.collectonly)
    is_all = config.args_source is pytest.Config.ArgsSource.TESTPATHS
    return is_all and not any(chosen) and config.option.markexpr == "not excel"


class _Sentences(dict[str, str]):
    """The catalogue, noting which of its sentences the product asks for."""

    def get(self, code: str, *rest: Any) -> Any:
        RAISED.note(code, sys._getframe(2).f_globals["__name__"])  # 1 is `sentence`
        return super().get(code, *rest)


def _watch_findings() -> None:
    make = Finding.__init__

    def noting(self: Finding, code: str, *rest: Any, **more: Any) -> None:
        RAISED.note(code, sys._getframe(1).f_globals["__name__"])
        make(self, code, *rest, **more)

    Finding.__init__ = noting  # type: ignore[method-assign]


RAISED: Final = Raised()


def pytest_configure(config: pytest.Config) -> None:
    """Begin to watch."""
    wording.SENTENCES = _Sentences(wording.SENTENCES)
    _watch_findings()
    config.pluginmanager.register(RAISED, "khoagiao-raised")
