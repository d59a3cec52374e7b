"""Dates as pages of many languages and calendars print them: each as precisely as written, or not at all."""

from __future__ import annotations

from datetime import date

import pytest

from cleaner import language as packs
from cleaner.dates import calendars, prefix, read_dates, stamp
from cleaner.dates.vocabulary import DateWords, vocabulary

WRITTEN = [
    ("da", "Publiceret 1. okt. 2020 kl. 09:05", "2020-10-01T09:05"),
    ("da", "fredag den 15. januar", "XXXX-01-15"),
    ("da", "marts 2021", "2021-03"),
    ("nb", "desember 2019", "2019-12"),
    ("fi", "torstai 1.10.2020 klo 12.30", "2020-10-01T12:30"),
    ("fi", "Julkaistu 1. lokakuuta 2020", "2020-10-01"),
    ("fi", "Päivitetty 3.12.2020 14:05", "2020-12-03T14:05"),
    ("fi", "lokakuussa 2020", "2020-10"),
    ("fi", "15. tammikuuta", "XXXX-01-15"),
    ("fi", "ke 30.9.2020", "2020-09-30"),
    ("hu", "2020.10.01. 12:30", "2020-10-01T12:30"),
    ("hu", "2020. okt. 1.", "2020-10-01"),
    ("hu", "Megjelent: 2021. március 15.", "2021-03-15"),
    ("el", "Πέμπτη, 1 Οκτωβρίου 2020 12:30", "2020-10-01T12:30"),
    ("el", "1η Οκτωβρίου 2020", "2020-10-01"),
    ("el", "01/10/2020, 12:30", "2020-10-01T12:30"),
    ("el", "25 ΜΑΡΤΙΟΥ 2021", "2021-03-25"),
    ("bg", "1 октомври 2020 г., 12:30 ч.", "2020-10-01T12:30"),
    ("sr", "1. октобар 2020. 12:30", "2020-10-01T12:30"),
    ("sr", "četvrtak, 01.10.2020. u 12:30", "2020-10-01T12:30"),
    ("sr", "Објављено: 15. јануара 2021.", "2021-01-15"),
    ("hr", "četvrtak, 1.10.2020. 12:30", "2020-10-01T12:30"),
    ("hr", "Objavljeno 5. studenoga 2020.", "2020-11-05"),
    ("hr", "srpanj 2021.", "2021-07"),
    ("sk", "1. októbra 2020 o 12:30", "2020-10-01T12:30"),
    ("sk", "máj 2021", "2021-05"),
    ("sk", "Aktualizované 29. augusta 2020 09:05", "2020-08-29T09:05"),
    ("sl", "četrtek, 1. 10. 2020", "2020-10-01"),
    ("sl", "maj 2021", "2021-05"),
    ("lt", "2020-10-01 12:30", "2020-10-01T12:30"),
    ("lv", "1. oktobris, 2020, 12:30", "2020-10-01T12:30"),
    ("lv", "2020. gada 18. novembrī", "2020-11-18"),
    ("et", "1. oktoober 2020 kell 12:30", "2020-10-01T12:30"),
    ("et", "Avaldatud 24.02.2021 09:05", "2021-02-24T09:05"),
    ("et", "detsember 2020", "2020-12"),
    ("ca", "dijous, 1 d'octubre de 2020 - 12:30", "2020-10-01T12:30"),
    ("ca", "1 d’octubre del 2020", "2020-10-01"),
    ("ca", "Publicat el 3 de març de 2021", "2021-03-03"),
    ("vi", "Thứ Năm, 01/10/2020, 12:30 (GMT+7)", "2020-10-01T12:30+07:00"),
    ("vi", "ngày 1 tháng 10 năm 2020", "2020-10-01"),
    ("vi", "1 tháng 10, 2020", "2020-10-01"),
    ("vi", "Thứ năm, ngày 1/10/2020 12:30", "2020-10-01T12:30"),
    ("vi", "tháng 10 năm 2020", "2020-10"),
    ("id", "Kamis, 1 Oktober 2020 12:30 WIB", "2020-10-01T12:30+07:00"),
    ("id", "Kamis, 01 Okt 2020 | 12.30 WIB", "2020-10-01T12:30+07:00"),
    ("id", "17 Agustus 2021 pukul 09.05 WITA", "2021-08-17T09:05+08:00"),
    ("id", "01/10/2020", "2020-10-01"),
    ("he", "15 בינו׳ 2021", "2021-01-15"),
    ("he", "דצמבר 2020", "2020-12"),
    ("fa", "تاریخ انتشار: ۳۰ اسفند ۱۳۹۹", "2021-03-20"),
    ("fa", "۱ فروردین ۱۴۰۰", "2021-03-21"),
    ("hi", "1 अक्टूबर 2020", "2020-10-01"),
    ("hi", "०१ अक्टूबर २०२०", "2020-10-01"),
    ("hi", "दिसंबर 2020", "2020-12"),
    ("ko", "2020년 10월 1일 오후 3시 30분", "2020-10-01T15:30"),
    ("ko", "입력 2020.10.01 12:30", "2020-10-01T12:30"),
    ("ko", "2020. 10. 1.", "2020-10-01"),
    ("ko", "2020-10-01 (목) 12:30", "2020-10-01T12:30"),
    ("ko", "10월 1일", "XXXX-10-01"),
    ("ko", "2020년 10월", "2020-10"),
    ("th", "1 ตุลาคม 2563", "2020-10-01"),
    ("th", "วันพฤหัสบดีที่ 1 ตุลาคม พ.ศ. 2563", "2020-10-01"),
    ("th", "ธันวาคม 2563", "2020-12"),
    ("ja", "令和2年10月1日（木）午後3時30分", "2020-10-01T15:30"),
    ("ja", "平成31年4月30日", "2019-04-30"),
    ("ja", "令和元年5月1日", "2019-05-01"),
    ("ja", "２０２０年１０月１日", "2020-10-01"),
    ("ja", "10月1日", "XXXX-10-01"),
    ("zh", "民國109年10月1日", "2020-10-01"),
    ("zh", "109/10/01", "2020-10-01"),
    ("zh", "民国104年7月", "2015-07"),
    ("zh", "2020-10-01 12:30:00", "2020-10-01T12:30"),
    ("ar", "١ أكتوبر ٢٠٢٠ الساعة ١٢:٣٠", "2020-10-01T12:30"),
    ("ar", "الخميس 1 أكتوبر 2020 - 12:30", "2020-10-01T12:30"),
    ("de", "Do, 01. Okt. 2020, 12:30 Uhr", "2020-10-01T12:30"),
    ("de", "Stand: 3. März 2021", "2021-03-03"),
    ("it", "giovedì 1 ottobre 2020, ore 12:30", "2020-10-01T12:30"),
    ("nl", "do 1 okt. 2020, 12:30", "2020-10-01T12:30"),
    ("pl", "1 października 2020, 12:30", "2020-10-01T12:30"),
    ("ru", "1 октября 2020, 12:30", "2020-10-01T12:30"),
    ("uk", "четвер, 1 жовтня 2020 р.", "2020-10-01"),
    ("ro", "joi, 1 octombrie 2020", "2020-10-01"),
    ("sv", "Publicerad 1 oktober 2020 kl 12.30", "2020-10-01T12:30"),
    ("tr", "1 Ekim 2020, Perşembe", "2020-10-01"),
    ("fr", "jeudi 1er octobre 2020", "2020-10-01"),
    ("fr", "octobre 2020", "2020-10"),
    ("en", "25/12/2020", "2020-12-25"),
    (None, "2020-10-01", "2020-10-01"),
    (None, "๑ ต.ค. ๒๕๖๓", "2020-10-01"),
    (None, "2020년 10월 1일", "2020-10-01"),
    (None, "۱۰ مهر ۱۳۹۹", "2020-10-01"),
    (None, "令和2年10月1日", "2020-10-01"),
    ("en", "date 2020-10-01 Russian President Vladimir Putin told his counterpart", "2020-10-01"),
    ("hu", "2020. október 1. A miniszterelnök Párizsban tárgyalt", "2020-10-01"),
    ("zh", "發布時間：2020/10/01總統在巴黎表示", "2020-10-01"),
    ("fi", "Julkaistu:1.10.2020Pääministeri tapasi", "2020-10-01"),
    ("el", "Δημοσιεύθηκε:01.10.2020Ο πρωθυπουργός συνάντησε", "2020-10-01"),
    ("fa", "تاریخ:۱۳۹۹/۰۷/۱۰رئیس جمهور گفت", "2020-10-01"),
    ("sr", "Beograd, 1. oktobar 2020. (Tanjug) - Predsednik", "2020-10-01"),
    ("bg", "Обновена: 01.10.2020Президентът се срещна", "2020-10-01"),
]


@pytest.mark.parametrize(("language", "text", "value"), WRITTEN)
def test_a_written_date_is_read_in_its_language_and_calendar(language: str | None, text: str, value: str) -> None:
    reading = read_dates(text, language)[0]
    assert (reading.value, reading.ambiguous) == (value, False)


RELATIVE = [
    ("nb", "for 2 dager siden", "2020-10-01", "2020-09-29"),
    ("fi", "eilen klo 14.05", "2020-10-01", "2020-09-30T14:05"),
    ("el", "χθες", "2020-10-01", "2020-09-30"),
    ("bg", "преди 3 часа", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("bg", "вчера в 14:05", "2020-10-01", "2020-09-30T14:05"),
    ("sr", "pre 3 sata", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("sr", "juče u 14:05", "2020-10-01", "2020-09-30T14:05"),
    ("hr", "prije 3 sata", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("hr", "jučer", "2020-10-01", "2020-09-30"),
    ("sl", "pred 2 dnevoma", "2020-10-01", "2020-09-29"),
    ("sl", "včeraj", "2020-10-01", "2020-09-30"),
    ("lt", "prieš 3 valandas", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("lv", "pirms 3 stundām", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("lv", "vakar", "2020-10-01", "2020-09-30"),
    ("lv", "pirms 2 dienām", "2020-10-01", "2020-09-29"),
    ("ca", "fa 3 hores", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("ca", "ahir a les 14:05", "2020-10-01", "2020-09-30T14:05"),
    ("vi", "3 giờ trước", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("vi", "hôm qua", "2020-10-01", "2020-09-30"),
    ("id", "3 jam yang lalu", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("id", "kemarin", "2020-10-01", "2020-09-30"),
    ("he", "לפני יומיים", "2020-10-01", "2020-09-29"),
    ("fa", "۳ ساعت پیش", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("hi", "3 घंटे पहले", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("hi", "2 दिन पहले", "2020-10-01", "2020-09-29"),
    ("ko", "어제", "2020-10-01", "2020-09-30"),
    ("ar", "منذ 3 ساعات", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("es", "hace 3 horas", "2020-10-01T09:28", "2020-10-01T06:28"),
    ("ru", "вчера в 14:05", "2020-10-01", "2020-09-30T14:05"),
    ("sv", "för 3 timmar sedan", "2020-10-01T09:28", "2020-10-01T06:28"),
]


@pytest.mark.parametrize(("language", "text", "base", "value"), RELATIVE)
def test_a_relative_date_is_counted_from_its_base(language: str, text: str, base: str, value: str) -> None:
    assert [(r.value, r.kind) for r in read_dates(text, language, base=base)] == [(value, "relative")]


AMBIGUOUS = [
    ("en", "03/04/2020", "2020-03-04", ("2020-04-03",)),
    ("en", "01-02-20", "2020-01-02", ("2020-02-01",)),
    (None, "7/8/2021 09:05", "2021-08-07T09:05", ("2021-07-08T09:05",)),
    (None, "1 listopada 2020", "2020-11-01", ("2020-10-01",)),
    ("fa", "۲۲ بهمن ماه", "XXXX-02-11", ("XXXX-02-10",)),
]


@pytest.mark.parametrize(("language", "text", "value", "other"), AMBIGUOUS)
def test_a_date_that_can_be_another_says_so(
    language: str | None, text: str, value: str, other: tuple[str, ...]
) -> None:
    reading = read_dates(text, language)[0]
    assert reading.ambiguous
    assert {value, *other} == {reading.value, *reading.other}


UNDATED = [
    ("fi", "Lue myös: 10 parasta reseptiä"),
    ("vi", "Đội tuyển thắng 3-1"),
    ("vi", "Xem thêm 5 tin khác"),
    ("id", "Baca juga: 7 fakta"),
    ("ko", "기사 3건 더보기"),
    ("th", "อ่านแล้ว 1,234 ครั้ง"),
    ("th", "พ.ศ. กับ ค.ศ. ต่างกันอย่างไร"),
    ("fa", "خبرگزاری مهر"),
    ("fa", "۳۱ مهر ۱۳۹۹"),
    ("ja", "関連記事 3件"),
    ("zh", "民國以來的歷史"),
    ("sr", "31. фебруар 2021."),
    ("lt", "Skaityti 3 min."),
    ("ca", "Tel. 93 123 45 67"),
    ("et", "Loe ka: 10 nippi"),
    ("lv", "31. novembris 2020"),
    ("sk", "Čítajte aj: 5 tipov"),
]


@pytest.mark.parametrize(("language", "text"), UNDATED)
def test_what_is_no_date_in_any_calendar_is_left_alone(language: str | None, text: str) -> None:
    assert read_dates(text, language) == []


NAMED = [tag for tag in packs.available() if packs.section(tag, "dates", DateWords).months]


@pytest.mark.parametrize("tag", NAMED)
def test_every_name_of_a_month_is_read_in_its_own_language(tag: str) -> None:
    words = packs.section(tag, "dates", DateWords)
    assert sorted(words.months, key=int) == [str(n) for n in range(1, 13)]
    for number, names in words.months.items():
        for name in names:
            text = f"15 {name.title() if words.capitalised else name} 2021"
            assert [r.value for r in read_dates(text, tag)] == [f"2021-{int(number):02d}-15"], text


@pytest.mark.parametrize("tag", packs.available()[1:])
def test_every_pack_names_the_week_and_the_words_of_time_passed(tag: str) -> None:
    words = packs.section(tag, "dates", DateWords)
    if words == DateWords():
        return
    assert sorted(words.weekdays) == list("1234567")
    assert {"minute", "hour", "day", "week", "month", "year"} <= set(words.units)
    assert words.published and words.updated and words.ago
    for number, names in words.weekdays.items():
        for name in set(names) - {name for months in words.months.values() for name in months}:
            value = date(2021, 3, int(number)).isoformat()  # 1 March 2021 was a Monday
            reading = read_dates(f"{name} {value}", tag)[0]
            assert (reading.value, reading.weekday) == (value, int(number)), name


def test_the_days_of_the_solar_hijri_year_follow_one_another_without_a_gap() -> None:
    first = calendars.solar_hijri(1210, 1, 1)
    assert first == (1831, 3, 21)
    ordinal = date(*first).toordinal() - 1
    for year in range(1210, 1499):
        for month in range(1, 13):
            for day in range(1, 32):
                if found := calendars.solar_hijri(year, month, day):
                    ordinal += 1
                    assert date(*found).toordinal() == ordinal


SPRING = [(1357, "1978-03-21"), (1375, "1996-03-20"), (1387, "2008-03-20"), (1399, "2020-03-20"), (1400, "2021-03-21"),
          (1403, "2024-03-20"), (1404, "2025-03-21"), (1408, "2029-03-20")]  # fmt: skip


@pytest.mark.parametrize(("year", "day"), SPRING)
def test_the_solar_hijri_year_begins_at_the_equinox(year: int, day: str) -> None:
    found = calendars.solar_hijri(year, 1, 1)
    assert found is not None
    assert date(*found).isoformat() == day


def test_other_calendars_are_read_only_where_they_are_written() -> None:
    assert read_dates("1399/07/10", "fr") == []
    assert read_dates("109/10/01", "fr") == []
    assert [r.value for r in read_dates("1 October 2563", "en")] == ["XXXX-10-01"]
    assert [r.value for r in read_dates("1 October 2563", "th")] == ["2020-10-01"]


@pytest.mark.parametrize("tag", ["no", "nn", "nb-NO", "bs", "iw", "ms"])
def test_a_pack_serves_the_tags_it_names(tag: str) -> None:
    assert not vocabulary(tag).merged


def test_an_english_text_loads_no_word_of_the_other_packs() -> None:
    packs._section.cache_clear()
    vocabulary.cache_clear()
    read_dates("1 October 2020, yesterday", "en", base="2020-10-01")
    assert packs._section.cache_info().misses <= 3


STAMPS = [
    ("th", "เผยแพร่: 1 ต.ค. 2563 เวลา 12:30 น.", "2020-10-01T12:30", "published"),
    ("hi", "नई दिल्ली, 1 अक्टूबर 2020", "2020-10-01", ""),
    ("fa", "تاریخ انتشار: سه‌شنبه ۲۲ بهمن ۱۳۹۸", "2020-02-11", "published"),
    ("ko", "최종수정 2020.10.01. 오후 3:30", "2020-10-01T15:30", "updated"),
    ("hu", "Frissítve: 2020. október 1., csütörtök 12:30", "2020-10-01T12:30", "updated"),
    ("lt", "Publikuota: 2020 m. spalio 1 d.", "2020-10-01", "published"),
    ("vi", "Hà Nội, ngày 1 tháng 10 năm 2020", "2020-10-01", ""),
    ("he", "עודכן לאחרונה: 01/10/2020 12:30", "2020-10-01T12:30", "updated"),
    ("ja", "２０２０／１０／０１", "2020-10-01", ""),
    ("th", "เมื่อวาน", "", ""),
]


@pytest.mark.parametrize(("language", "text", "value", "role"), STAMPS)
def test_a_block_that_is_a_stamp_is_known_in_every_script(language: str, text: str, value: str, role: str) -> None:
    reading = stamp(text, language)
    assert reading is not None
    assert (reading.value, reading.role) == (value, role)


def test_a_glued_prefix_ends_where_the_sentence_begins_in_other_scripts() -> None:
    text = "เผยแพร่ 1 ต.ค. 2563 นายกรัฐมนตรีกล่าวว่า การเจรจาจะดำเนินต่อไปในสัปดาห์หน้า ที่กรุงปารีส และกรุงเทพ"
    assert text[: prefix(text, "th")] == "เผยแพร่ 1 ต.ค. 2563"
    text = "תאריך 01.10.2020 ראש הממשלה נפגש עם הנשיא בפריז לשיחות על המצב"
    assert text[: prefix(text, "he")] == "תאריך 01.10.2020"


@pytest.mark.parametrize(("language", "text"), [("fr", "mar. 6 octobre 2020"), ("es", "mar 6 de octubre de 2020")])
def test_a_weekday_that_is_also_a_month_stands_before_day_and_month(language: str, text: str) -> None:
    reading = read_dates(text, language)[0]
    assert (reading.value, reading.weekday) == ("2020-10-06", 2)


def test_marks_of_direction_inside_a_date_do_not_hide_it() -> None:
    assert [r.value for r in read_dates("\u200f٠١\u200f/١٠\u200f/٢٠٢٠", "ar")] == ["2020-10-01"]
