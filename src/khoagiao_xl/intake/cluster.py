"""Files opened on an existing Dask cluster: each call in a child process of the worker that it comes to.

The one file that knows dask, imported only where a scheduler is named. A worker does what this machine does
without one: it hands the call to a `Process`, with its limits, and sends back how that went. A file that
kills its reader kills that child and nothing else. A worker that dies is the scheduler's to replace, and
what it had in hand is done by another; what the cluster cannot do at all is done here.
"""

from __future__ import annotations

import logging
import multiprocessing
from concurrent.futures import CancelledError
from contextlib import suppress
from threading import Lock
from typing import TYPE_CHECKING, Any, Final
from uuid import uuid4

from distributed import Client, WorkerPlugin, get_worker
from distributed.comm import CommClosedError

from khoagiao_xl.errors import WrongRequest
from khoagiao_xl.intake.code_version import reader_version
from khoagiao_xl.intake.reading.worker import import_readers
from khoagiao_xl.intake.safety.worker_process import Answered, Process, call_result

if TYPE_CHECKING:
    from collections.abc import Callable
    from typing import Self

    from khoagiao_xl.intake.safety.limits import Limits

NOT_REACHED: Final = "TN-181"
LOST: Final = "TN-182"
OF_ANOTHER_VERSION: Final = "TN-183"
CONNECT: Final = 10  # seconds until nobody is taken to answer at an address
LOOK: Final = 2  # seconds between two looks at a cluster that is silent
LOOKS: Final = 30  # of them without a single worker, then the cluster is lost
AHEAD: Final = 32  # calls for each thread of the cluster: a slow worker does not make the others wait
TRIES: Final = 2  # of a call whose child died: it may have died of its neighbours' memory
_CHILD_DIED: Final = "TN-25"
_NOT_SEEN: Final = "TN-28"  # a worker that has not the shared folder cannot see the file


class Cluster:
    """The cluster at an address, as a context; it submits calls as `concurrent.futures` does.

    at_hand: what the calls need, sent to each worker once. ahead: how many calls keep all workers busy.
    """

    ahead = AHEAD

    def __init__(self, address: str, limits: Limits, at_hand: object = None) -> None:
        self.address = address
        self.limits = limits
        self.here = Process(limits, import_readers, at_hand)
        self._children = Children(limits, at_hand)
        self._looks = 0

    def __enter__(self) -> Self:
        logging.getLogger("distributed").setLevel(logging.CRITICAL)  # what is told is told in our own words
        self._client = self._connected()
        try:
            self._make_ready()
        except WrongRequest:
            self._client.close()
            raise
        return self

    def _make_ready(self) -> None:
        """Give every worker what the calls need."""
        try:
            self._client.register_plugin(self._children)
        except (CommClosedError, TimeoutError) as error:
            raise self.lost() from error
        except Exception as error:  # what the set-up of a worker raised
            raise WrongRequest(OF_ANOTHER_VERSION, address=self.address) from error
        self._executor = self._client.get_executor(pure=False)
        self.look()

    def _connected(self) -> Client:
        try:
            return Client(self.address, timeout=CONNECT, set_as_default=False)
        except (OSError, ValueError) as error:  # nobody there, or no address
            raise WrongRequest(NOT_REACHED, address=self.address) from error

    def submit(self, function: Callable[..., Any], /, *arguments: Any) -> FarCall:
        """Return the future of a call on the cluster."""
        call = (function, *arguments)
        try:
            future = self._executor.submit(in_child, self._children.name, *call)
        except (OSError, RuntimeError) as error:  # whose scheduler is gone takes nothing more
            raise self.lost() from error
        return FarCall(self, future, call)

    def look(self) -> None:
        """See whether anybody is still at work; raise WrongRequest where the cluster is lost."""
        threads = self._threads()
        self.ahead = AHEAD * max(1, threads)
        self._looks = 0 if threads else self._looks + 1
        if self._looks > LOOKS:
            raise self.lost()

    def _threads(self) -> int:
        """Return how many threads all workers have; raise WrongRequest where the cluster is lost."""
        if self._client.status != "running":
            raise self.lost()
        try:
            by_worker: dict[str, int] = self._client.ncores()
        except (OSError, CommClosedError) as error:
            raise self.lost() from error
        return sum(by_worker.values())

    def lost(self) -> WrongRequest:
        """Return what is raised where the cluster is gone; nothing was written yet."""
        return WrongRequest(LOST, address=self.address)

    def __exit__(self, *_: object) -> None:
        self.here.__exit__()
        with suppress(Exception):  # a cluster that is lost has nothing left to be taken from it
            self._client.unregister_worker_plugin(self._children.name)
        self._client.close()


class FarCall:
    """A call that was handed to the cluster."""

    def __init__(self, cluster: Cluster, future: Any, call: tuple[Any, ...]) -> None:
        self._cluster = cluster
        self._future = future
        self._call = call

    def result(self) -> Answered:
        """Return how it went, there or else here; raise WrongRequest where the cluster is lost."""
        try:
            answered = self._awaited()
        except WrongRequest:
            raise
        except (CancelledError, CommClosedError) as error:
            raise self._cluster.lost() from error
        except Exception:  # noqa: BLE001  # its worker died again and again, whatever the cause: done here
            return self._here()
        return self._here() if answered.code == _NOT_SEEN else answered

    def _awaited(self) -> Answered:
        while True:
            try:
                answered: Answered = self._future.result(timeout=LOOK)
            except TimeoutError:
                if self._future.done():  # it is the call that ended so
                    raise
                self._cluster.look()
            else:
                return answered

    def _here(self) -> Answered:
        future = self._cluster.here.submit(*self._call)
        return Answered(*call_result(future, self._cluster.limits))


# -- on a worker ------------------------------------------------------------------------------------------


class Children(WorkerPlugin):  # type: ignore[misc]  # a class of dask, which has no types
    """What each worker of the cluster is given, also one that comes later: child processes of its own.

    Of another version of the program a worker is refused: what it reads would be kept as read by this one.
    """

    def __init__(self, limits: Limits, at_hand: object) -> None:
        self.name = f"khoagiao-{uuid4().hex}"
        self._limits = limits
        self._at_hand = at_hand
        self._version = reader_version(limits)

    def setup(self, worker: Any) -> None:
        """On a worker: make ready for calls."""
        if reader_version(self._limits) != self._version:
            raise WrongRequest(OF_ANOTHER_VERSION, address=worker.address)
        # A nanny starts its worker as a «daemon», which Python does not let have children; ours end with it.
        multiprocessing.current_process()._config["daemon"] = False  # type: ignore[attr-defined]  # noqa: SLF001
        self._process = Process(self._limits, import_readers, self._at_hand, worker.state.nthreads)
        self._one_at_a_time = Lock()

    def answer(self, call: tuple[Any, ...]) -> Answered:
        """On a worker: return how a call in a child went, after a second try where the child died."""
        for _ in range(TRIES):
            with self._one_at_a_time:
                future = self._process.submit(*call)
            answered = Answered(*call_result(future, self._limits))
            if answered.code != _CHILD_DIED:
                break
        return answered

    def teardown(self, worker: Any) -> None:  # noqa: ARG002  # as dask calls it
        """On a worker: end the children."""
        self._process.__exit__()


def in_child(name: str, *call: Any) -> Answered:
    """On a worker: make a call in one of its children."""
    children: Children = get_worker().plugins[name]
    return children.answer(call)
