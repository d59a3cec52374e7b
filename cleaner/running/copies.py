"""Every record its own id, and the second copy of the same bytes or text told from the first.

Sees records in their order.
"""

from __future__ import annotations

from cleaner.codes import CODES
from cleaner.running.work import Result
from cleaner.tables.rows import Issue


class Copies:
    """Remembers the ids, contents and texts seen: some 350 bytes a record."""

    def __init__(self) -> None:
        self._first: dict[bytes, str] = {}
        self._taken: dict[str, int] = {}
        self._texts: dict[bytes, str] = {}

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
        if article.duplicate_of is None and article.text.strip():
            same = self._texts.setdefault(bytes.fromhex(article.text_sha256)[:16], article_id)
            if same != article_id:
                code, told = CODES["duplicate_text"], f"the same text stands in the record {same}"
                issue = Issue(article_id, code.code, code.field, code.severity, told, None, None, None, None)
                result.issues.append(issue)
