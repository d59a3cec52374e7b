"""A thousand broken scrapes: no crash, no hang, every one a record with a verdict, and the way back open."""

from __future__ import annotations

import time

import pytest

import cleaner
from cleaner.config import Config
from tests.mutations import mutated

MOST_SECONDS = 20.0
"""Far above what any of them needs (0.02 s): it tells a hang, it measures nothing."""


@pytest.mark.parametrize("part", range(10))
def test_a_broken_scrape_becomes_a_record_and_can_be_undone(part):
    for name, raw in mutated(100, seed=part):
        started = time.monotonic()
        document = cleaner.clean(raw, name=name, config=Config(profile="statements"))
        assert time.monotonic() - started < MOST_SECONDS, name
        assert document.verdict in ("accepted", "review", "rejected"), name
        assert document.undo().undo().blocks == document.undo().blocks, name
        assert all(row.rule and row.why for row in document.ledger), name
