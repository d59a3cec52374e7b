"""What articles append to their text stays: programmes, figures, ingredients, line-ups; what pages list goes."""

from __future__ import annotations

import pytest

import cleaner
from cleaner.dates import clock
from cleaner.label.article.timed import behind
from cleaner.text import squeeze

PAGES = {  # language: what stands above the text, the text, what stands below
    "en": (
        "Skip to content|Home|Sport|Log in|How the village saved its ferry|Published 14 March 2024|By Ellen Marsh",
        "After twelve years at the quay the ferry will sail again, since 340 people have paid for the repairs.|"
        "The ferry was built in Leith in 1954 and sailed for thirty years between the mainland and the islands.",
        "Share this|Facebook|Twitter|Comments (12)|Read more|Bridge closed for two weeks|Subscribe to our newsletter",
    ),
    "sv": (
        "Hoppa till innehållet|Start|Sport|Logga in|Så räddades färjan|Publicerad 14 mars 2024|Av Ellen Burvall",
        "Efter tolv år vid kaj ska färjan åter gå i trafik, sedan 340 boende samlat ihop pengarna.|"
        "Färjan byggdes på varvet i Kalmar 1954 och gick i trettio år mellan fastlandet och öarna.",
        "Dela artikeln|Facebook|Twitter|Kommentarer (12)|Läs mer|Bron stängs i två veckor|Prenumerera på nyhetsbrevet",
    ),
    "ru": (
        "Перейти к содержанию|Главная|Спорт|Войти|Как в Скальном спасли паром|14 марта 2024, 08:12|Ольга Вострецова",
        "После двенадцати лет у причала паром снова выйдет в рейс: деньги собрали 340 жителей посёлка.|"
        "Паром построили на верфи в Калинине в 1954 году, тридцать лет он ходил между берегом и островами.",
        "Поделиться|ВКонтакте|Telegram|Комментарии (12)|Читайте также|Мост закроют на две недели",
    ),
    "tr": (
        "İçeriğe geç|Ana Sayfa|Spor|Giriş Yap|Eski vapur nasıl kurtarıldı|14 Mart 2024 08:12|Defne Karasoy",
        "On iki yıl iskelede bekleyen vapur, 340 sakinin topladığı parayla yeniden sefere çıkacak.|"
        "Vapur 1954'te Haliç Tersanesi'nde yapıldı ve otuz yıl kıyı ile adalar arasında çalıştı durdu.",
        "Paylaş|Facebook|WhatsApp|Yorumlar (12)|İlgili Haberler|Köprü iki hafta kapanıyor",
    ),
    "ar": (
        "انتقل إلى المحتوى|الرئيسية|رياضة|تسجيل الدخول|كيف أنقذ الأهالي العبّارة|14 مارس 2024 - 08:12|هدى العمراني",
        "بعد اثني عشر عاماً عند الرصيف تعود العبّارة «سهيل» إلى الإبحار بأموال جمعها 340 من السكان.|"
        "بُنيت العبّارة في حوض الإسكندرية عام 1954، وعملت ثلاثين عاماً بين الساحل والجزر القريبة منه.",
        "شارك|فيسبوك|واتساب|التعليقات (12)|اقرأ أيضاً|إغلاق الجسر أسبوعين",
    ),
    "zh": (
        "跳到主要内容|首页|体育|登录|石岩老渡船获救记|2024年3月14日 08:12|记者 闻人杰",
        "停靠码头十二年后，“秀兰号”渡船将再次启航，340名居民凑齐了修船的钱。|"
        "渡船1954年在江南船厂建成，在岸边和小岛之间跑了三十年，后来一直停在码头。",
        "分享到|微信|微博|评论（12）|相关阅读|大桥封闭两周",
    ),
    "ja": (
        "本文へスキップ|トップ|スポーツ|ログイン|岩根の古い渡し船、住民が救う|2024年3月14日 8時12分|大槻沙耶",
        "岸壁につながれて12年、渡し船「すみれ丸」が再び航路に戻る。修理代は住民340人が出し合った。|"
        "すみれ丸は1954年に鶴見の造船所で造られ、30年間、本土と島を結んだ。",
        "シェアする|ツイート|コメント（12）|関連記事|大橋、2週間通行止め",
    ),
}
APPENDED = [
    ("en", "Saturday:|10:00 Ferry open to visitors|11:30 Speech by the mayor|13:00 Harbour choir|15:00 First crossing"),
    ("en", "Length: 32 metres|Beam: 7.5 metres|Speed: 11 knots|Passengers: 180"),
    ("en", "You need:|400 ml milk|2 eggs|A pinch of salt|50 g butter"),
    ("en", "Winning numbers: 4412, 5108, 9931"),
    ("sv", "Resultat:|Skärholms IF – Nordby BK 3–1 (1–0)|Sandö FF – Kärrtorp 0–0|Målskyttar: Berntsson 2, Lund"),
    ("sv", "De nominerade är:|Anna Lind, Skärholm|Peter Ohlsson, Nordby|Sara Haddad, Sandö"),
    ("sv", "Ja 212|Nej 104|Avstår 24"),
    ("sv", "Fotnot: Sveriges geologiska undersökning mäter grundvattnet på 380 platser i landet."),
    ("ru", "Программа субботы:|10:00 Паром открыт для гостей|11:30 Слово губернатора|13:00 Концерт хора"),
    ("ru", "Отправление по будням: 06:15, 07:40, 09:05, 15:30"),
    ("ru", "— Довольны?|— Да."),
    ("tr", "Boyu: 32 metre|Eni: 7,5 metre|Hızı: 11 deniz mili|Yolcu: 180"),
    ("tr", "Malzemeler|4 su bardağı süt|2 yumurta|1 çay kaşığı tuz|50 gram tereyağı"),
    ("ar", "المقادير:|4 أكواب حليب|بيضتان|رشة ملح|50 غراماً زبدة"),
    ("ar", "الطول: 32 متراً|العرض: 7,5 أمتار|السرعة: 11 عقدة|الركاب: 180"),
    ("zh", "食材：|牛奶400毫升|鸡蛋2个|盐少许|黄油50克"),
    ("zh", "（文中受访者均为化名）"),
    ("zh", "石岩队 3-1 北镇队|小岛队 0-0 铁锚队|进球：李阿力（12分、40分）、陆恩（88分）"),
    ("ja", "▽全長　32メートル|▽全幅　7.5メートル|▽速力　11ノット"),
    ("ja", "①契約は口頭だった|②支払いはなかった|③船に許可がなかった"),
    ("ja", "満足ですか？|「はい」"),
]
LISTED = [
    ("en", "Harbour master leaves after a row over fees|School meals to cost more from August on"),
    ("en", "18:42 Harbour master leaves after a row|18:10 School meals to cost more|17:55 Rain until Sunday"),
    ("ru", "Начальник порта ушёл после ссоры|В школах подорожает питание с августа"),
    ("sv", "1. Hamnchefen slutar efter bråk|2. Skolmaten blir dyrare i höst|3. Regn hela veckan ut"),
]


def text_of(tag: str, below: str) -> list[str]:
    head, body, tail = PAGES[tag]
    page = "\n\n".join("|".join((head, body, below, tail)).split("|"))
    return [squeeze(line) for line in (cleaner.clean(page.encode(), name="page.txt").record.text or "").split("\n")]


@pytest.mark.parametrize(("tag", "appended"), APPENDED)
def test_what_an_article_appends_to_its_text_stays(tag: str, appended: str) -> None:
    assert not [line for line in map(squeeze, appended.split("|")) if line not in text_of(tag, appended)]


@pytest.mark.parametrize(("tag", "listed"), LISTED)
def test_headlines_of_other_articles_below_the_text_go(tag: str, listed: str) -> None:
    kept = text_of(tag, listed)
    assert not [line for line in listed.split("|") if any(part in kept for part in (line, line.partition(" ")[2]))]


@pytest.mark.parametrize("tag", PAGES)
def test_the_text_itself_stays_and_what_surrounds_it_goes(tag: str) -> None:
    assert text_of(tag, PAGES[tag][1].split("|")[1]).count(squeeze(PAGES[tag][1].split("|")[1])) >= 1
    assert not set(text_of(tag, "")) & set(PAGES[tag][2].split("|"))


def test_a_time_of_day_is_told_from_a_number_that_opens_a_line() -> None:
    assert clock("10:40", "en") and behind("10:40 The ferry opens", "en") == 6 and not behind("40 people came", "en")
