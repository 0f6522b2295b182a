"""Each test of this folder runs in a process of its own that believes to be on Windows."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.excel_stand_in import own_process

if TYPE_CHECKING:
    from pathlib import Path


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem: pytest.Function) -> bool:
    """Run the test in a fork; what it raised is raised here."""
    if not hasattr(os, "fork"):
        pytest.skip("cần Linux: trên Windows đã có Excel thật")
    names = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    told = own_process.run(partial(pyfuncitem.obj, **arguments))
    if told:
        pytest.fail(told, pytrace=False)
    return True


@pytest.fixture(scope="session")
def built_master(small_master: Path) -> Path:
    """A fresh master of eight units."""
    return small_master
