"""A system under test in a process of its own: asked one thing at a time, timed, and ended when it hangs.

Needs `fork` (Linux, macOS). The CPU time is the child's own, so what else the machine does counts little; several
systems that are asked in turn see the same neighbours, so the ratio of their times counts less still.
"""

from __future__ import annotations

import multiprocessing as mp
import os
import resource
import signal
import sys
import time
from collections.abc import Callable, Sequence
from multiprocessing.connection import Connection
from typing import Any, NamedTuple

Function = Callable[..., "str | None"]
_LOADING = 60.0
_GRACE = 5.0


class Answer(NamedTuple):
    """What a system said: its text, CPU and wall seconds, and why it failed, '' where it did not."""

    text: str
    cpu: float
    wall: float
    error: str


class Watched:
    """A system in a forked child. `make` loads it there; `warm` is asked first, untimed, and again after a restart."""

    def __init__(self, make: Callable[[], Function], warm: Sequence[tuple[Any, ...]] = (), timeout: float = 30.0):
        self._make, self._warm, self._timeout = make, tuple(warm), timeout
        self._peaks: list[float] = []
        self.missing = self._start()

    def ask(self, *question: Any) -> Answer:
        """Return the system's answer; one that takes longer than the timeout, or kills its process, has failed."""
        if not self._child.is_alive() and (reason := self._start()):
            return Answer("", 0.0, 0.0, reason)
        self._pipe.send(question)
        try:
            if not self._pipe.poll(1.5 * self._timeout + _GRACE):
                raise TimeoutError
            answer, peak = self._pipe.recv()
        except (EOFError, OSError) as error:  # TimeoutError is an OSError
            self._end()
            what = "hung" if isinstance(error, TimeoutError) else "died"
            return Answer("", self._timeout, self._timeout, f"{what}; its process was ended")
        self._peaks.append(peak)
        return Answer(*answer)

    @property
    def peak(self) -> float:
        """Return the most memory the process has held, in megabytes, libraries included."""
        return max(self._peaks, default=0.0)

    def close(self) -> None:
        """End the process."""
        self._end()

    def _start(self) -> str:
        """Start the process and return why the system could not be loaded, '' where it could."""
        context = mp.get_context("fork")
        self._pipe, theirs = context.Pipe()
        self._child = context.Process(
            target=_serve, args=(self._make, self._warm, self._timeout, theirs, self._pipe), daemon=True
        )
        self._child.start()
        theirs.close()
        limit = _LOADING + 1.5 * self._timeout * len(self._warm)
        try:
            reason = self._pipe.recv() if self._pipe.poll(limit) else "did not load in time"
        except EOFError:
            reason = "died while loading"
        if reason:
            self._end()
        return str(reason)

    def _end(self) -> None:
        self._child.kill()
        self._child.join()
        self._pipe.close()


def _serve(make: Callable[[], Function], warm: Sequence[tuple[Any, ...]], timeout: float, pipe: Connection,
           parents: Connection) -> None:  # fmt: skip
    parents.close()
    _hush()
    signal.signal(signal.SIGALRM, _too_late)
    try:
        function = make()
    except BaseException as error:
        pipe.send(f"{type(error).__name__}: {error}"[:200])
        return
    for question in warm:
        _answer(function, question, timeout)
    pipe.send("")
    while True:
        try:
            question = pipe.recv()
        except EOFError:
            return
        pipe.send((tuple(_answer(function, question, timeout)), _peak()))


def _answer(function: Function, question: tuple[Any, ...], timeout: float) -> Answer:
    text, error = "", ""
    wall, cpu = time.perf_counter(), time.process_time()
    try:
        signal.setitimer(signal.ITIMER_REAL, timeout)
        text = str(function(*question) or "")
    except BaseException as raised:
        error = f"{type(raised).__name__}: {raised}"[:200]
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        cpu, wall = time.process_time() - cpu, time.perf_counter() - wall
    return Answer(text, cpu, wall, error)


def _too_late(*_: object) -> None:
    raise TimeoutError("took too long")


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def _hush() -> None:
    """Send what a library prints nowhere: some print on every page."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, 1)
    os.dup2(nowhere, 2)
