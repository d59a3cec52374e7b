"""What workers do in tests of workers that die: each record says itself what is to become of it."""

from __future__ import annotations

import os
import signal
import time
from pathlib import Path

from cleaner.config import Config
from cleaner.readers.raw import Raw
from cleaner.running.work import Result, process


def obey(raw: Raw, config: Config) -> Result:
    """Do what the record says: `kill`, `once FILE` (die unless the file is there), `sleep`, `raise`; else clean it."""
    order, _, rest = str(raw.content).partition(" ")
    if order == "kill":
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "once" and not Path(rest).exists():
        Path(rest).touch()
        os.kill(os.getpid(), signal.SIGKILL)
    if order == "sleep":
        time.sleep(60)
    return process(raw, config)
