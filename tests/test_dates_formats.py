"""Stamps of many sites, languages and calendars, and running text with numbers that is none."""

from __future__ import annotations

import time

import pytest

from cleaner.dates import may_be_dated, read_dates, weekday_in

STAMPS = [
    ("fi", "to 1.10.2020 klo 12:30 | päivitetty 2.10.2020", "2020-10-01T12:30", None),
    ("fi", "tänään 9:05", "2020-10-01T09:05", "2020-10-01"),
    ("fi", "2 pv sitten", "2020-09-29", "2020-10-01"),
    ("fi", "lokakuun 1. päivänä 2020", "2020-10-01", None),
    ("fi", "1. lokakuuta klo 12.30", "XXXX-10-01T12:30", None),
    ("fi", "pe 2.10.2020 klo 7.05", "2020-10-02T07:05", None),
    ("hu", "2020. október 1. csütörtök, 12:30", "2020-10-01T12:30", None),
    ("hu", "2020. október 1-jén", "2020-10-01", None),
    ("hu", "okt. 1., csütörtök 12:30", "XXXX-10-01T12:30", None),
    ("hu", "egy órája", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("hu", "2020. okt. 01. 12:30", "2020-10-01T12:30", None),
    ("hu", "1848. március 15-én", "1848-03-15", None),
    ("hu", "2020.10.01 12:30", "2020-10-01T12:30", None),
    ("hu", "2020. október 1-én 12:30-kor", "2020-10-01T12:30", None),
    ("hu", "2020/10/01", "2020-10-01", None),
    ("el", "1 Οκτωβρίου 2020 στις 12:30", "2020-10-01T12:30", None),
    ("el", "01.10.20, 12:30", "2020-10-01T12:30", None),
    ("el", "Πέμ, 01/10/2020 - 12:30", "2020-10-01T12:30", None),
    ("el", "Τρίτη 6 Οκτωβρίου", "XXXX-10-06", None),
    ("el", "πριν 2 ημέρες", "2020-09-29", "2020-10-01"),
    ("el", "Τελευταία ενημέρωση: 01/10/2020, 9:05 π.μ.", "2020-10-01T09:05", None),
    ("bg", "01 октомври 2020, 12:30", "2020-10-01T12:30", None),
    ("bg", "1.10.2020 г.", "2020-10-01", None),
    ("bg", "днес, 12:30", "2020-10-01T12:30", "2020-10-01"),
    ("bg", "чт, 1 окт. 2020", "2020-10-01", None),
    ("bg", "01-ви октомври 2020", "2020-10-01", None),
    ("he", "01/10/20, 12:30", "2020-10-01T12:30", None),
    ("he", "יום ה', 1 באוקטובר 2020", "2020-10-01", None),
    ("he", "ה-1 באוקטובר 2020", "2020-10-01", None),
    ("he", "1 אוק׳ 2020", "2020-10-01", None),
    ("he", "לפני שעה", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("he", "אתמול, 14:05", "2020-09-30T14:05", "2020-10-01"),
    ("he", "12:30 | 01.10.20", "2020-10-01T12:30", None),
    ("he", "1 באוקטובר 2020 בשעה 12:30", "2020-10-01T12:30", None),
    ("ar", "الخميس ١ أكتوبر ٢٠٢٠", "2020-10-01", None),
    ("ar", "1/10/2020 12:30 م", "2020-10-01T12:30", None),
    ("ar", "الخميس، 1 تشرين الأول 2020", "2020-10-01", None),
    ("ar", "2020/10/1", "2020-10-01", None),
    ("ar", "آخر تحديث: 1 أكتوبر 2020 - 12:30", "2020-10-01T12:30", None),
    ("ar", "منذ يوم", "2020-09-30", "2020-10-01"),
    ("ar", "الخميس 14 صفر 1442 - 01 أكتوبر 2020", "2020-10-01", None),
    ("fa", "پنجشنبه 10 مهر 1399 ساعت 12:30", "2020-10-01T12:30", None),
    ("fa", "چهارشنبه، ۹ مهرماه ۱۳۹۹", "2020-09-30", None),
    ("fa", "10 مهر 99", "2020-10-01", None),
    ("fa", "۱۳۹۹/۷/۱۰ ۱۲:۳۰:۰۰", "2020-10-01T12:30", None),
    ("fa", "۱۲:۳۰ - ۱۰ مهر ۱۳۹۹", "2020-10-01T12:30", None),
    ("fa", "یک ساعت پیش", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("fa", "10/07/1399", "2020-10-01", None),
    ("fa", "۱۰ مهر ۱۳۹۹، ساعت ۱۲:۳۰", "2020-10-01T12:30", None),
    ("fa", "پنج‌شنبه ۱ اکتبر ۲۰۲۰", "2020-10-01", None),
    ("fa", "۵ می ۲۰۲۱", "2021-05-05", None),
    ("fa", "سه شنبه 15 تیر 1400", "2021-07-06", None),
    ("hi", "01 Oct 2020, 12:30 PM IST", "2020-10-01T12:30+05:30", None),
    ("hi", "अपडेटेड: 1 अक्टूबर, 2020 12:30", "2020-10-01T12:30", None),
    ("hi", "गुरुवार, 1 अक्टूबर 2020 (12:30 IST)", "2020-10-01T12:30+05:30", None),
    ("hi", "एक घंटे पहले", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("hi", "1 अक्टूबर, 2020 | 3:05 अपराह्न", "2020-10-01T15:05", None),
    ("hi", "5 मार्च", "XXXX-03-05", None),
    ("hi", "फ़रवरी 2021", "2021-02", None),
    ("ko", "2020년 10월 1일 (목) 15:30", "2020-10-01T15:30", None),
    ("ko", "등록 2020-10-01 오후 3:30:00", "2020-10-01T15:30", None),
    ("ko", "2020/10/01 15:30", "2020-10-01T15:30", None),
    ("ko", "2020년10월1일", "2020-10-01", None),
    ("ko", "1시간전", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("ko", "2020. 10. 01 오후 03:30", "2020-10-01T15:30", None),
    ("ko", "10월 1일부터", "XXXX-10-01", None),
    ("ko", "2일 전", "2020-09-29", "2020-10-01"),
    ("ko", "20/10/01", "2020-10-01", None),
    ("th", "พฤ. 1 ต.ค. 2563", "2020-10-01", None),
    ("th", "อัปเดต 1 ต.ค. 63 12.30 น.", "2020-10-01T12:30", None),
    ("th", "01 ต.ค. 2563 - 12:30 น.", "2020-10-01T12:30", None),
    ("th", "1/10/63", "2020-10-01", None),
    ("th", "2563-10-01", "2020-10-01", None),
    ("th", "1 Oct 2020", "2020-10-01", None),
    ("th", "เมื่อ 2 วันก่อน", "2020-09-29", "2020-10-01"),
    ("th", "ประจำวันที่ 16 ตุลาคม 2563", "2020-10-16", None),
    ("th", "16 ต.ค.63", "2020-10-16", None),
    ("th", "พฤหัสบดี 1 ตุลาคม 2563 เวลา 09.30 น.", "2020-10-01T09:30", None),
    ("th", "วานนี้", "2020-09-30", "2020-10-01"),
    ("th", "14 ตุลาคม พ.ศ. 2516", "1973-10-14", None),
    ("ja", "2020/10/01(木) 15:30", "2020-10-01T15:30", None),
    ("ja", "2020年10月01日15時30分", "2020-10-01T15:30", None),
    ("ja", "令和2年10月", "2020-10", None),
    ("ja", "昨日 15:30", "2020-09-30T15:30", "2020-10-01"),
    ("ja", "平成元年1月8日", "1989-01-08", None),
    ("ja", "20/10/01", "2020-10-01", None),
    ("ja", "令和 2 年 10 月 1 日", "2020-10-01", None),
    ("ja", "2020.10.01 Thu", "2020-10-01", None),
    ("zh", "109-10-01", "2020-10-01", None),
    ("zh", "109.10.01", "2020-10-01", None),
    ("zh", "民國 109 年 10 月 1 日", "2020-10-01", None),
    ("zh", "2020/10/01 下午 03:30", "2020-10-01T15:30", None),
    ("zh", "3 小時前", "2020-10-01T06:28", "2020-10-01T09:28"),
    ("zh", "10月1日 15:30", "XXXX-10-01T15:30", None),
    ("zh", "109年10月1日", "2020-10-01", None),
    ("zh", "民國元年1月1日", "1912-01-01", None),
    ("zh", "2020年10月1日（星期四）15:30", "2020-10-01T15:30", None),
    ("vi", "Thứ Năm, ngày 01/10/2020 - 12:30", "2020-10-01T12:30", None),
    ("vi", "Thứ 5, 01/10/2020", "2020-10-01", None),
    ("vi", "Đăng ngày 01 tháng 10, 2020", "2020-10-01", None),
    ("vi", "1 ngày trước", "2020-09-30", "2020-10-01"),
    ("vi", "12:30 | 01/10/2020", "2020-10-01T12:30", None),
    ("vi", "Chủ Nhật, 4/10/2020", "2020-10-04", None),
    ("vi", "tháng 10/2020", "2020-10", None),
    ("vi", "ngày 1 tháng 10", "XXXX-10-01", None),
    ("vi", "09:05 SA 01/10/2020", "2020-10-01T09:05", None),
    ("vi", "01/10/2020 03:30 CH", "2020-10-01T15:30", None),
    ("vi", "Ngày 2 tháng 9 năm 1945", "1945-09-02", None),
    ("id", "1 Oktober 2020, 12:30 WIB", "2020-10-01T12:30+07:00", None),
    ("id", "Jumat (2/10/2020)", "2020-10-02", None),
    ("id", "5 menit yang lalu", "2020-10-01T09:23", "2020-10-01T09:28"),
    ("id", "Rabu, 30-09-2020", "2020-09-30", None),
    ("id", "Diperbarui 1 Okt 2020, 12:30", "2020-10-01T12:30", None),
    ("ms", "1 Ogos 2020 | 12:30pm", "2020-08-01T12:30", None),
    ("nb", "Publisert 01.10.20 kl. 12.30", "2020-10-01T12:30", None),
    ("nb", "torsdag 1. oktober kl. 12:30", "XXXX-10-01T12:30", None),
    ("nb", "I dag kl. 12:30", "2020-10-01T12:30", "2020-10-01"),
    ("nb", "Sist oppdatert: 1. oktober 2020, kl. 12.30", "2020-10-01T12:30", None),
    ("da", "tor. 1. okt 2020", "2020-10-01", None),
    ("da", "1. okt. 2020, 12.30", "2020-10-01T12:30", None),
    ("da", "for en time siden", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("lt", "2020 m. spalio 1 d., ketvirtadienis", "2020-10-01", None),
    ("lt", "2020.10.01 12:30", "2020-10-01T12:30", None),
    ("lt", "spalio 1 d. 12:30", "XXXX-10-01T12:30", None),
    ("lt", "prieš 2 d.", "2020-09-29", "2020-10-01"),
    ("lt", "2020 m. spalio mėn. 1 d.", "2020-10-01", None),
    ("lv", "01.10.2020. 12:30", "2020-10-01T12:30", None),
    ("lv", "ceturtdiena, 2020. gada 1. oktobris, 12:30", "2020-10-01T12:30", None),
    ("lv", "šodien 12:30", "2020-10-01T12:30", "2020-10-01"),
    ("lv", "2020. gada oktobris", "2020-10", None),
    ("et", "N, 1. oktoober 2020", "2020-10-01", None),
    ("et", "1. oktoobril 2020", "2020-10-01", None),
    ("et", "täna kell 12:30", "2020-10-01T12:30", "2020-10-01"),
    ("et", "oktoobris 2020", "2020-10", None),
    ("ca", "01/10/2020 12:30h", "2020-10-01T12:30", None),
    ("ca", "1/10/20", "2020-10-01", None),
    ("ca", "Dj. 01 oct. 2020", "2020-10-01", None),
    ("ca", "avui a les 12:30", "2020-10-01T12:30", "2020-10-01"),
    ("ca", "2 d’agost", "XXXX-08-02", None),
    ("hr", "01.10.2020. | 12:30", "2020-10-01T12:30", None),
    ("hr", "Čet, 01.10.2020.", "2020-10-01", None),
    ("hr", "1.10.2020. u 12:30h", "2020-10-01T12:30", None),
    ("hr", "prije 2 dana", "2020-09-29", "2020-10-01"),
    ("hr", "1. oktobra 2020.", "2020-10-01", None),
    ("sr", "01. okt. 2020. 12:30h", "2020-10-01T12:30", None),
    ("sr", "среда, 30. септембар 2020.", "2020-09-30", None),
    ("sr", "Пре 1 сат", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("sr", "danas 12:30", "2020-10-01T12:30", "2020-10-01"),
    ("bs", "1. oktobar 2020.", "2020-10-01", None),
    ("sl", "Četrtek, 1. oktobra 2020, ob 12.30", "2020-10-01T12:30", None),
    ("sl", "pred 1 uro", "2020-10-01T08:28", "2020-10-01T09:28"),
    ("sl", "danes ob 12.30", "2020-10-01T12:30", "2020-10-01"),
    ("sk", "1. okt 2020 o 12:30", "2020-10-01T12:30", None),
    ("sk", "dnes o 12:30", "2020-10-01T12:30", "2020-10-01"),
    ("tr", "Son Güncelleme: 1 Ekim 2020 Perşembe 12:30", "2020-10-01T12:30", None),
    ("ro", "acum 3 ore", "2020-10-01T06:28", "2020-10-01T09:28"),
    ("pl", "czw., 1 paź 2020, 12:30", "2020-10-01T12:30", None),
    ("cs", "čt 1. 10. 2020 12:30", "2020-10-01T12:30", None),
    ("cs", "před 3 hodinami", "2020-10-01T06:28", "2020-10-01T09:28"),
    ("uk", "3 години тому", "2020-10-01T06:28", "2020-10-01T09:28"),
    ("en", "Tue 06/10/2020", "2020-10-06", None),
    (None, "1 maja 2021", "2021-05-01", None),
    (None, "5 lipnja 2021", "2021-06-05", None),
    (None, "5 Μαΐου 2021", "2021-05-05", None),
    (None, "ngày 1 tháng 10 năm 2020", "2020-10-01", None),
    (None, "5. toukokuuta 2021", "2021-05-05", None),
]


@pytest.mark.parametrize(("language", "text", "value", "base"), STAMPS)
def test_a_stamp_is_read_as_its_site_prints_it(language: str | None, text: str, value: str, base: str | None) -> None:
    reading = read_dates(text, language, base=base)[0]
    assert (reading.value, reading.ambiguous) == (value, False)


AMBIGUOUS = [
    ("en", "8/12/21 at 7:05 pm", {"2021-08-12T19:05", "2021-12-08T19:05"}),
    (None, "12/11/2019", {"2019-11-12", "2019-12-11"}),
    (None, "20.10.11", {"2011-10-20", "2020-10-11"}),
    ("hu", "10/11/2020", {"2020-11-10", "2020-10-11"}),
    ("zh", "11/10/2020", {"2020-10-11", "2020-11-10"}),
]


@pytest.mark.parametrize(("language", "text", "values"), AMBIGUOUS)
def test_every_day_that_a_stamp_can_mean_is_told(language: str | None, text: str, values: set[str]) -> None:
    reading = read_dates(text, language)[0]
    assert reading.ambiguous
    assert {reading.value, *reading.other} >= values


PROSE = [
    ("he", "י״ד בתשרי תשפ״א"),
    ("fa", "مهر ۱۳۹۹"),
    ("fi", "Lue lisää 10.10"),
    ("vi", "Tỷ số 2-1 (1-0)"),
    ("vi", "thắng lợi 5 năm"),
    ("ko", "조회 1,234 추천 56"),
    ("th", "ราคา 2,563 บาท"),
    ("th", "โทร. 02-123-4567"),
    ("he", "טלפון 03-1234567"),
    ("fa", "۱۲۳۴۵۶"),
    ("fa", "مهر ۲"),
    ("hi", "10 लाख रुपये"),
    ("id", "Harga Rp 10.000"),
    ("id", "5 jam"),
    ("hu", "3 óra 20 perc"),
    ("bg", "тел. 02 123 45 67"),
    ("lt", "Nr. 2020-10"),
    ("el", "Νόμος 4/2020"),
    ("ko", "2시간 30분"),
    ("th", "2 ชั่วโมง"),
    ("ja", "1万年前の地層"),
    ("lv", "Cena 5 g"),
    ("da", "Læst 12 gange"),
    ("fa", "قیمت هر بشکه نفت به ۵ می‌رسد و ۱۰ می شود"),
    ("fa", "شیوع ۵ سرطان در کشور بررسی شد"),
    ("hr", "Njih 20 svi poznaju, a 5 pro igrača dolazi."),
    ("hi", "बैठक में 10 जन शामिल हुए और 5 नव निर्वाचित सदस्य थे"),
    ("vi", "Đây là lần thứ hai đội thắng 3-1 trong năm"),
    ("id", "Ia dirawat selama 5 minggu dan 3 hari di rumah sakit"),
    ("ca", "Van ser 7 set i 10 des de llavors"),
    ("fi", "Hinta nousi 5 elo prosenttia ja 10 loka-autoa"),
    ("et", "Ta saatis 5 mail ja 3 kirja"),
    ("ko", "환자 30일 만에 퇴원, 5시간 동안 회의"),
    ("ko", "3월에 10명이 참가했다"),
    ("ja", "1日に3回、2時間ごとに"),
    ("zh", "共有109人参加，每月10次"),
    ("th", "มีผู้ป่วย 2,563 ราย ใน 10 จังหวัด"),
    ("he", "הוא זכה במקום שני עם 5 נקודות ו-10 שערים"),
    ("sr", "Trajalo je 3 nedelje i 5 dana"),
    ("lt", "Jis gavo 5 m. laisvės atėmimo bausmę, 2 d. praleido ligoninėje"),
    ("lv", "Sods ir 5 gadi un 3 mēneši"),
    ("hu", "A 3 órás találkozó 5 perc szünettel zajlott"),
    ("el", "Η ομάδα νίκησε 3-1 με 10 παίκτες"),
    ("bg", "Цената е 12.50 лв. за 3 бр."),
    ("sk", "Vyhrali 3:1 po 5 minútach"),
    ("sl", "Izgubili so 3 od 10 tekem"),
    ("nb", "Han ble dømt til 5 år og 3 måneder"),
    ("da", "Prisen er 12.30 kr. for 5 stk."),
]


@pytest.mark.parametrize(("language", "text"), PROSE)
def test_numbers_beside_words_that_may_be_months_are_no_dates(language: str, text: str) -> None:
    assert read_dates(text, language) == []
    assert read_dates(text, language, base="2020-10-01") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [("vi", "Đây là lần thứ hai đội thắng"), ("he", "הוא זכה במקום שני"), ("id", "selama dua minggu")],
)
def test_a_weekday_whose_name_is_a_common_word_counts_only_beside_a_date(language: str, text: str) -> None:
    assert weekday_in(text, language) is None


def test_in_a_language_nobody_told_words_that_languages_differ_on_are_not_guessed() -> None:
    base = "2020-10-01T09:28"
    assert read_dates("3 години тому", None, base=base) == []  # hours in one language, years in its neighbour
    assert [r.value for r in read_dates("5m ago", None, base=base)] == ["2020-10-01T09:23"]
    assert read_dates("31. фебруар 2021, 31. novembris 2020", None) == []


@pytest.mark.parametrize(
    "piece", ["\u200f", "1\u200f/", "ก็", "a\u0300", "1 ต.ค. ", "109/10/", "۱۳۹۹/", "tháng 10 ", "99/99/"]
)
def test_hostile_text_of_any_script_is_read_in_linear_time(piece: str) -> None:
    short, long = (piece * (size // len(piece)) for size in (20_000, 200_000))
    started = time.process_time()
    read_dates(short, None, base="2020-10-01"), may_be_dated(short)
    middle = time.process_time()
    read_dates(long, None, base="2020-10-01"), may_be_dated(long)
    assert time.process_time() - middle < 25 * (middle - started) + 0.5
