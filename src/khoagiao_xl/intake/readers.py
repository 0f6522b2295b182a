"""Who opens the files of an intake: a process or two of this machine, or the cluster that was named."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.intake.inbox.far_files import FarFolder
from khoagiao_xl.intake.reading.worker import MANY, reading_process

if TYPE_CHECKING:
    from contextlib import AbstractContextManager

    from khoagiao_xl.intake.one_intake import Intake
    from khoagiao_xl.intake.safety.worker_process import Executor


def readers_of(intake: Intake) -> AbstractContextManager[Executor]:
    """Return who opens the files, as a context.

    Raise WrongRequest TN-180 where a cluster is asked for and what speaks to one is not installed.
    """
    address = intake.job.scheduler
    if not address:
        return reading_process(intake.limits, intake.all_issued, _waiting(intake))
    try:
        from khoagiao_xl.intake.cluster import Cluster
    except ModuleNotFoundError as error:
        raise WrongRequest("TN-180") from error
    return Cluster(address, intake.limits, intake.all_issued)


def _waiting(intake: Intake) -> int:
    """Return how many files lie in the inbox and its sub-folders; many, where that cannot be seen at once."""
    if isinstance(intake.inbox, FarFolder):
        return MANY
    return sum(len(names) for _, _, names in os.walk(intake.inbox))
