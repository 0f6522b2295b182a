"""One copy of the tree for the session, and from it one for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.how_to_add.tree_copy import HOW_TO_ADD, TreeCopy, copy_tree, promised, promises


@pytest.fixture(scope="session")
def whole_tree(tmp_path_factory: pytest.TempPathFactory) -> Path:
    top = tmp_path_factory.mktemp("tree")
    copy_tree(top)
    return top


@pytest.fixture
def tree(whole_tree: Path, tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[TreeCopy]:
    """A copy of the tree; what the test edits in it must be what the page names under the test's promise."""
    copy = TreeCopy(whole_tree, tmp_path / "tree")
    yield copy
    named = promises(copy.read(HOW_TO_ADD))[request.module.PROMISE]
    assert {promised(path, named) for path in copy.edited} == named
