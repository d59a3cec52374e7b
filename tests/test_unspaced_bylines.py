"""Chinese and Japanese: who signs, where a dateline ends; and the year that only the page around a stamp tells."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.fields.authorship.bylines import people_in
from cleaner.label.article import telegrams

BYLINES = [
    ("zh", "2023-10-19 07:52　来源：新华社　作者：杜若蘅　评论 36", ["杜若蘅"]),
    ("zh", "本报记者 李晓明 通讯员 王芳", ["李晓明", "王芳"]),
    ("zh", "中央社編譯陳怡君／綜合外電報導", ["陳怡君"]),
    ("zh", "（中央社記者鍾以寧花蓮縣27日電）", ["鍾以寧"]),
    ("zh", "撰稿 | 王一凡 编辑 | 刘晨", ["王一凡"]),
    ("zh", "【责任编辑：罗小满】", []),
    ("ja", "榊原 環，製造DXジャーナル", ["榊原 環"]),
    ("ja", "取材・文：佐藤 花子／編集：山田太郎", ["佐藤 花子"]),
    ("ja", "【ワシントン＝田中太郎】", ["田中太郎"]),
    ("ja", "山田太郎記者", ["山田太郎"]),
]
DATELINES = [
    ("新华社汀州10月19日电（记者 杜若蘅）", "有着142年历史的安澜桥18日起封闭维修。"),
    ("【記者王小明／台北報導】", "立法院今天三讀通過預算案，明年施行。"),
    ("本报讯（记者 王芳）", "昨日，市教育局公布了新的招生办法。"),
    ("【北京共同】", "中国外務省の報道官は１日の記者会見で反発した。"),
    ("", "新华社记者在现场看到，市民们排起了长队，等待着入场。"),
    ("", "新华社报道，北京今天下了第一场雪，部分航班取消。"),
]


@pytest.mark.parametrize(("tag", "line", "people"), BYLINES)
def test_a_byline_without_spaces_names_who_wrote_and_not_who_edited(tag: str, line: str, people: list[str]) -> None:
    assert [line[start:end] for start, end in people_in(line, tag)] == people


@pytest.mark.parametrize(("dateline", "sentence"), DATELINES)
def test_a_sentence_begins_behind_its_dateline(dateline: str, sentence: str) -> None:
    assert telegrams.end(dateline + sentence) == len(dateline)


def test_a_stamp_without_year_takes_that_of_the_rights_of_the_page() -> None:
    said = "The old ferry will cross the lake again this spring, the mayor said, after two years in the dock. "
    foot = "Read also\nShare\n© 2024 The Lake Herald. All rights reserved."
    page = f"News\nSport\nFerry returns\n12 March\n{said * 2}\n{said}\n{foot}"
    document = cleaner.clean(page.encode())
    assert (document.record.published or "").startswith("2024-03-12")
    assert "date_year_missing" in {row.code for row in document.issues}
