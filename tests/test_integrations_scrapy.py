"""The Scrapy pipeline: it adds a field and stats, drops nothing, and stops for nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from typing import Any

import pytest

from cleaner.errors import UsageError
from cleaner.integrations.scrapy import CleanerPipeline

PAGE = """<html><body><h1>Talks in Geneva</h1><p>By Jane Doe</p><p>3 May 2021</p>
<p>The minister said the talks had failed, and that nobody had answered for an hour on Monday morning.</p>
<p>We use cookies to improve your experience. By continuing to use this site you accept them.</p></body></html>"""


class Stats:
    def __init__(self) -> None:
        self.counts: Counter[str] = Counter()

    def inc_value(self, key: str, count: int = 1) -> None:
        self.counts[key] += count


class Crawler:
    def __init__(self, **settings: Any) -> None:
        self.settings, self.stats = settings, Stats()


class Declared(dict[str, Any]):
    """An item that takes declared fields alone, as scrapy.Item does."""

    def __setitem__(self, key: str, value: Any) -> None:
        if key not in self:
            raise KeyError(f"does not support field: {key}")
        super().__setitem__(key, value)


def through(item: Any, **settings: Any) -> tuple[Any, Counter[str]]:
    crawler = Crawler(**settings)
    return CleanerPipeline.from_crawler(crawler).process_item(item, spider=None), crawler.stats.counts


def test_an_item_gains_a_field_and_keeps_the_others() -> None:
    item = {"html": PAGE, "url": "https://daily.example/2021/05/03/talks", "spider": 7}
    before = dict(item)
    out, stats = through(item)
    assert out is item and {key: out[key] for key in before} == before
    found = out["cleaned"]
    assert found["published"] == "2021-05-03" and "cookies" not in found["text"] and found["authors"] == ["Jane Doe"]
    assert stats["cleaner/records"] == 1 and stats[f"cleaner/verdict/{found['verdict']}"] == 1
    assert {f"cleaner/{issue['severity']}/{issue['code']}" for issue in found["issues"]} <= set(stats)


def test_settings_name_fields_and_profile() -> None:
    out, _ = through({"raw": PAGE.encode(), "link": "https://a.example/", "html": "x"}, CLEANER_INPUT="raw",
                     CLEANER_URL="link", CLEANER_OUTPUT="record", CLEANER_PROFILE="text")  # fmt: skip
    assert out["record"]["title"] == "Talks in Geneva" and out["record"]["verdict"] == "accepted"


@pytest.mark.parametrize(
    ("item", "stat"),
    [
        ({"url": "https://a.example/"}, "no_text"),
        ({"html": "  "}, "no_text"),
        ({"html": PAGE, "cleaned": "mine"}, "not_added"),
        (Declared(html=PAGE), "not_added"),
    ],
)
def test_an_item_that_takes_nothing_goes_on_as_it_came(item: Mapping[str, Any], stat: str, caplog: Any) -> None:
    before = dict(item)
    out, stats = through(item)
    assert out is item and dict(out) == before and stats[f"cleaner/{stat}"] == 1
    assert "This is told once" in caplog.text


def test_a_failure_stops_no_crawl_and_is_told_once(monkeypatch: Any, caplog: Any) -> None:
    monkeypatch.setattr("cleaner.pipeline.clean", lambda *_, **__: 1 / 0)
    crawler = Crawler()
    pipeline = CleanerPipeline.from_crawler(crawler)
    for _ in range(3):
        assert pipeline.process_item({"html": PAGE}) == {"html": PAGE}
    assert crawler.stats.counts["cleaner/failed"] == 3 and caplog.text.count("ZeroDivisionError") == 1


def test_a_profile_that_is_none_stops_the_crawl_before_it_begins() -> None:
    with pytest.raises(UsageError, match=r"CLEANER_PROFILE is 'weather'.*statements"):
        CleanerPipeline.from_crawler(Crawler(CLEANER_PROFILE="weather"))


def test_scrapy_takes_the_pipeline_and_every_kind_of_item() -> None:
    from dataclasses import dataclass

    import scrapy
    from scrapy.utils.misc import build_from_crawler
    from scrapy.utils.test import get_crawler

    @dataclass
    class Page:
        html: str
        cleaned: Any = None

    class Item(scrapy.Item):  # type: ignore[misc]
        html = scrapy.Field()
        cleaned = scrapy.Field()

    class Bare(scrapy.Item):  # type: ignore[misc]
        html = scrapy.Field()

    crawler = get_crawler(settings_dict={"CLEANER_PROFILE": "text"})
    crawler._apply_settings()
    pipeline = build_from_crawler(CleanerPipeline, crawler)
    assert pipeline.process_item(Page(PAGE)).cleaned["verdict"] == "accepted"
    assert pipeline.process_item(Item(html=PAGE))["cleaned"]["title"] == "Talks in Geneva"
    assert dict(pipeline.process_item(Bare(html=PAGE))) == {"html": PAGE}
    assert crawler.stats.get_value("cleaner/records") == 3 and crawler.stats.get_value("cleaner/not_added") == 1
