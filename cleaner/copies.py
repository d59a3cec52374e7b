"""Every record its own id, and the second copy of the same bytes told from the first. Sees records in their order."""

from __future__ import annotations

from cleaner.work import Result


class Copies:
    """Remembers the ids and contents seen: some 200 bytes a record."""

    def __init__(self) -> None:
        self._first: dict[bytes, str] = {}
        self._taken: dict[str, int] = {}

    def name(self, result: Result) -> None:
        """Give the record an id that no earlier one has (`-2`, `-3` …), and say of which record it is a copy.

        Two records of different content under one id (of --id-field) stay two records; that they share it is no
        reason to lose one, and the table then shows it.
        """
        article = result.article
        wanted = article.article_id
        count = self._taken.get(wanted, 0) + 1
        article_id = wanted if count == 1 else f"{wanted}-{count}"
        while article_id in self._taken:
            count += 1
            article_id = f"{wanted}-{count}"
        self._taken[wanted] = count
        self._taken.setdefault(article_id, 1)
        if article_id != wanted:
            result.rename(article_id)
        if article.chars_source:
            article.duplicate_of = self._first.setdefault(bytes.fromhex(article.sha256)[:16], article_id)
            if article.duplicate_of == article_id:
                article.duplicate_of = None
