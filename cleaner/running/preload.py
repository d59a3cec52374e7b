"""What workers are forked from: everything a record needs, loaded once. Importing it makes this process deaf to Ctrl-C.

Whoever started the workers hears it and ends them.
"""

import gc
import signal

signal.signal(signal.SIGINT, signal.SIG_IGN)

import cleaner.pipeline  # noqa: E402
import cleaner.readers.containers  # noqa: E402

for source in ("0", "<p>0</p>"):  # packs and weights load with the first text and the first page
    cleaner.pipeline.clean(source)

# what is loaded stays, and records leave no cycles: a search for garbage among it all would find nothing
gc.collect()
gc.freeze()
gc.set_threshold(20_000, 20, 20)
