"""The small organisation and its report, as in the tests of the report."""

from tests.report.conftest import content, total

__all__ = ["content", "total"]
