"""Many records at once, in processes that may die: results come back in the order of the records.

A worker gets a chunk of records and sends back one result at a time, so it is always known which record it was busy
with. That record is tried once more in a new worker when its worker died, and rejected when that one died too; a
record whose time is up is rejected at once. Never reads files, never writes them.
"""

from __future__ import annotations

import multiprocessing
import pickle
import time
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import Full, Queue
from threading import Event, Thread
from typing import TYPE_CHECKING, Final

from cleaner.config import Config
from cleaner.errors import CleanerError
from cleaner.running.work import Result, process, rejected, timed_out

if TYPE_CHECKING:
    from cleaner.readers.raw import Raw

CHUNK_RECORDS: Final = 16
CHUNK_CHARS: Final = 1 << 18
"""A chunk ends at whichever comes first: small enough to share out evenly, large enough to hide the sending."""
CHUNKS_AHEAD: Final = 4
"""Chunks read ahead per worker: what bounds the memory of a run."""
_PATIENCE: Final = 0.2
"""Seconds after which a wait looks up to see whether it is still wanted."""
_STARTS: Final = 5
"""So many workers may die before they are ready, in a row; then something is wrong with the installation."""

Work = Callable[["Raw", Config], Result]
Chunk = deque[tuple[int, "Raw"]]


def in_order(raws: Iterable[Raw], config: Config, jobs: int, work: Work = process) -> Iterator[Result]:
    """Yield the result of each record, in the order of the records, made by `jobs` processes (1: by this one).

    `work` is what a worker does with a record: a function of a module, for it travels by its name.
    """
    if jobs <= 1:
        import cleaner.pipeline  # a fault of the installation is none of a record
        import cleaner.readers.containers  # noqa: F401

        return (process(raw, config, watch=True) for raw in raws)
    return _beside(_Pool(config, jobs, work), iter(raws))


@dataclass(slots=True, eq=False)
class _Worker:
    """One process, the chunk it is busy with (its first record is the one in work), and since when."""

    process: BaseProcess
    pipe: Connection
    ready: bool = False
    chunk: Chunk = field(default_factory=deque)
    since: float = 0.0


def _beside(pool: _Pool, raws: Iterator[Raw]) -> Iterator[Result]:
    """Yield the pool's results, listened for in a thread: workers go on while results are checked and written."""
    done: Queue[Result | BaseException | None] = Queue(maxsize=CHUNKS_AHEAD * CHUNK_RECORDS)

    def listen() -> None:
        last: BaseException | None = None
        try:
            for result in pool.results(raws):
                pool.hand_over(done, result)
        except BaseException as error:
            last = error
        pool.hand_over(done, last)

    thread = Thread(target=listen, daemon=True)
    thread.start()
    try:
        while (result := done.get()) is not None:
            if isinstance(result, BaseException):
                raise result
            yield result
    finally:
        pool.stop.set()
        thread.join(5)  # it may hang in a read of standard input that never ends


class _Pool:
    def __init__(self, config: Config, jobs: int, work: Work) -> None:
        methods = multiprocessing.get_all_start_methods()
        self._context = multiprocessing.get_context("forkserver" if "forkserver" in methods else "spawn")
        if "forkserver" in methods:  # a worker that takes another's place is then there at once
            self._context.set_forkserver_preload(["cleaner.running.preload"])
        self._config, self._jobs, self._work = config, jobs, work
        self._workers: list[_Worker] = []
        self._again: deque[Chunk] = deque()
        self._deaths: dict[int, int] = {}
        self._failed_starts = 0
        self._done: dict[int, Result] = {}
        self.stop = Event()

    def hand_over(self, done: Queue[Result | BaseException | None], result: Result | BaseException | None) -> None:
        """Put a result where it is awaited, unless nobody does any more."""
        while not self.stop.is_set():
            try:
                done.put(result, timeout=_PATIENCE)
                return
            except Full:
                continue

    def results(self, raws: Iterator[Raw]) -> Iterator[Result]:
        """Yield results in order; end the workers whatever happens."""
        chunks = _chunks(raws)
        ahead = CHUNKS_AHEAD * self._jobs * CHUNK_RECORDS
        reading, due, read = True, 0, 0
        try:
            while (reading or due < read) and not self.stop.is_set():
                while due in self._done:
                    yield self._done.pop(due)
                    due += 1
                while reading and len(self._again) < self._jobs and read - due < ahead:
                    chunk = next(chunks, None)
                    reading = chunk is not None
                    if chunk:
                        read = chunk[-1][0] + 1
                        self._again.append(chunk)
                self._share_out()
                if due < read and due not in self._done:
                    self._listen()
        finally:
            for worker in self._workers:
                worker.process.kill()
            for worker in self._workers:
                worker.process.join()
                worker.pipe.close()

    def _share_out(self) -> None:
        """Give each idle worker a chunk; start workers while there is more to do than hands."""
        idle = [worker for worker in self._workers if worker.ready and not worker.chunk]
        starting = sum(not worker.ready for worker in self._workers)
        for _ in range(min(len(self._again) - len(idle) - starting, self._jobs - len(self._workers))):
            self._start()
        for worker in idle:
            if not self._again:
                return
            worker.chunk, worker.since = self._again.popleft(), time.monotonic()
            try:
                worker.pipe.send([raw for _, raw in worker.chunk])
            except OSError:
                self._bury(worker)

    def _start(self) -> None:
        ours, theirs = self._context.Pipe()
        worker = self._context.Process(target=_work, args=(theirs, self._config, self._work), daemon=True)  # type: ignore[attr-defined]
        worker.start()
        theirs.close()
        self._workers.append(_Worker(worker, ours))

    def _listen(self) -> None:
        """Wait for a message, a death, or the end of someone's time."""
        limit, now = self._config.max_seconds, time.monotonic()
        patience = min([worker.since + limit - now for worker in self._workers if worker.chunk], default=_PATIENCE)
        heard = wait([worker.pipe for worker in self._workers], timeout=max(0.0, min(patience, _PATIENCE)))
        for worker in [worker for worker in self._workers if worker.pipe in heard]:
            self._receive(worker)
        now = time.monotonic()
        for worker in [worker for worker in self._workers if worker.chunk and now - worker.since >= limit]:
            if not worker.pipe.poll():
                number, raw = worker.chunk.popleft()
                self._done[number] = timed_out(raw, self._config)
                self._discharge(worker)

    def _receive(self, worker: _Worker) -> None:
        try:
            message = worker.pipe.recv()
        except (EOFError, OSError, pickle.UnpicklingError):
            self._bury(worker)
            return
        worker.since = time.monotonic()
        if not worker.ready:
            worker.ready, self._failed_starts = True, 0
            return
        number, _ = worker.chunk.popleft()
        self._done[number] = message

    def _bury(self, worker: _Worker) -> None:
        """Take note of a death: the record in work gets one more try, those behind it go to another worker."""
        if not worker.ready:
            self._failed_starts += 1
            if self._failed_starts >= _STARTS:
                raise CleanerError("workers end before they are ready; try -j 1 to see why.")
        if worker.chunk:
            number, raw = worker.chunk[0]
            self._deaths[number] = self._deaths.get(number, 0) + 1
            if self._deaths[number] > 1:
                worker.chunk.popleft()
                self._done[number] = rejected(raw, "worker_died", "two workers ended while they were busy with it")
            elif len(worker.chunk) > 1:
                # alone, so that a second death is surely its own
                self._again.appendleft(deque([worker.chunk.popleft()]))
        self._discharge(worker)

    def _discharge(self, worker: _Worker) -> None:
        """End a worker; what it had left goes back."""
        worker.process.kill()
        worker.process.join()
        worker.pipe.close()
        self._workers.remove(worker)
        if worker.chunk:
            self._again.appendleft(worker.chunk)


def _chunks(raws: Iterator[Raw]) -> Iterator[Chunk]:
    chunk: Chunk = deque()
    chars = 0
    for number, raw in enumerate(raws):
        chunk.append((number, raw))
        chars += len(raw.content or "")
        if len(chunk) == CHUNK_RECORDS or chars >= CHUNK_CHARS:
            yield chunk
            chunk, chars = deque(), 0
    if chunk:
        yield chunk


def _work(pipe: Connection, config: Config, work: Work) -> None:
    """Be a worker: say that you are there, then send a result for each record of each chunk."""
    import cleaner.running.preload  # noqa: F401

    try:
        pipe.send(None)
        while True:
            for raw in pipe.recv():
                pipe.send(work(raw, config))
    except (EOFError, OSError):
        return
