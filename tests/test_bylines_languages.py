"""Who signs, in scripts and languages of their own: below the text, beside a photographer, without capitals."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.repairs.punctuation import changes
from tests.test_label_appended import PAGES

BYLINES = [  # language, the line below the date, the line below the text, who signs
    ("sv", "Text: Ellen Burvall Foto: Samir Haddad", "", ("Ellen Burvall",)),
    ("sv", "Ellen Burvall och Samir Haddad", "", ("Ellen Burvall", "Samir Haddad")),
    ("sv", "", "Ellen Burvall", ("Ellen Burvall",)),
    ("ru", "Текст: Ольга Вострецова, фото: Глеб Ремизов", "", ("Ольга Вострецова",)),
    ("ru", "Беседовала Ольга Вострецова", "", ("Ольга Вострецова",)),
    ("ru", "", "Ольга Вострецова, Скальный", ("Ольга Вострецова",)),
    ("ru", "Коллаж: Глеб Ремизов", "", ()),
    ("ru", "Подписка PRO", "", ()),
    ("ar", "سلمى الطويل", "", ("سلمى الطويل",)),
    ("ar", "تصوير: سلمى الطويل", "", ()),
    ("ja", "渡会 凪沙", "", ("渡会 凪沙",)),
    ("ja", "［渡会凪沙，庭の新聞］", "", ("渡会凪沙",)),
    ("ja", "", "（渡会凪沙）", ("渡会凪沙",)),
    ("zh", "記者卓芷瑜／苗栗報導", "", ("卓芷瑜",)),
]


@pytest.mark.parametrize(("tag", "above", "below", "signs"), BYLINES)
def test_who_signs_is_read_and_nobody_else(tag: str, above: str, below: str, signs: tuple[str, ...]) -> None:
    head, body, tail = (part.split("|") for part in PAGES[tag])
    page = [*head[:-1], *filter(None, [above]), *body, *filter(None, [below]), *tail]
    assert cleaner.clean("\n\n".join(page).encode(), name="page.txt").record.authors == signs


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("彼は「「行く」と話した。", "彼は「行く」と話した。"),
        ("「声を出す番です」」。", "「声を出す番です」。"),
        ("組合長は、、「捨て賃」と語る。", "組合長は、「捨て賃」と語る。"),
        ("新业务明年有望占到两成，。", "新业务明年有望占到两成。"),
        ("「「秋」を読む」と話した。", "「「秋」を読む」と話した。"),
    ],
)
def test_wide_marks_that_stand_twice_stand_once(written: str, meant: str) -> None:
    for change in reversed(changes(written)):
        written = written[: change.start] + change.after + written[change.end :]
    assert written == meant
