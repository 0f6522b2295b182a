"""The office whose files are judged."""

from tests.repair_causes.worked_office import worked_office

__all__ = ["worked_office"]
