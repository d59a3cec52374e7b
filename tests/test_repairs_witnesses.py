# ruff: noqa: E501 (sentences stand on one line)
"""Names by a listed person, by a surname that stands alone, by the language's own form; and names that must stay."""

import pytest

from cleaner.repairs import fix

DAMAGED = [
    ("en", "He saw Anders Fogh Rasmusen in Kabul. Rasmussen spoke.", "Rasmusen", "Rasmussen"),
    ("en", "Mayor Jonathan Breckinrige opened it. “Good,” Breckinridge said. Later Breckinridge left.", "Breckinrige", "Breckinridge"),
    ("en", "Talks with Mustafa Akınci went on. “Yes,” Akıncı added.", "Akınci", "Akıncı"),
    ("fr", "Le secrétaire général, Anders Fogh Rasmüssen, a parlé.", "Rasmüssen", "Rasmussen"),
    ("fr", "Le chef de l’ONU Antonio Guterrès a parlé. Guterres a remercié Ankara.", "Guterrès", "Guterres"),
    ("de", "Außenministerin Annalena Bärbock sprach am Abend.", "Bärbock", "Baerbock"),
    ("fr", "Pour Loukachenko, c’est la quatrième fois. Le président biélorusse Lukashenko a noté cela.", "Lukashenko", "Loukachenko"),
    ("fr", "Angela Merkel a parlé. Puis Merkel est partie, et Angela Mérkel a ri.", "Mérkel", "Merkel"),
    ("de", "Wladimir Putin sprach. Danach reiste Poutine ab, sagte Wladimir Putin selbst.", "Poutine", "Putin"),
    ("es", "El presidente Emmanuel Mácron habló ayer en París.", "Mácron", "Macron"),
    ("it", "Il presidente Emmanuel Macròn ha parlato ieri.", "Macròn", "Macron"),
    ("es", "Pedro Sanchéz habló. Sánchez salió después. Sánchez volvió.", "Sanchéz", "Sánchez"),
    ("tr", "Başkan Ekrem İmamoğlu konuştu. Kemal Kılıçdaroglu gitti. “Evet” dedi Kılıçdaroğlu.", "Kılıçdaroglu", "Kılıçdaroğlu"),
    ("en", "French President Emmanuel Mácron told reporters. “We are ready,” Macron said.", "Mácron", "Macron"),
    ("en", "He met Donald Trumpp yesterday in New York.", "Trumpp", "Trump"),
    ("en", "Chancellor Angela Merkle spoke. Merkel left. Merkel came back.", "Merkle", "Merkel"),
    ("en", "UN chief António Gutteres spoke in Geneva. Guterres left. Guterres came back.", "Gutteres", "Guterres"),
    ("en", "NATO chief Jens Stoltenburg spoke. Stoltenberg left. Then Stoltenberg returned.", "Stoltenburg", "Stoltenberg"),
    ("en", "Jens Stoltenberg spoke. Stoltenbreg left.", "Stoltenbreg", "Stoltenberg"),
    ("fr", "Ursula von der Leyén a parlé à Bruxelles hier.", "Leyén", "Leyen"),
    ("en", "Josep Borell spoke. Borrell left. Then Borrell returned.", "Borell", "Borrell"),
    ("nl", "Premier Mark Rütte sprak gisteren in Den Haag.", "Rütte", "Rutte"),
    ("en", "Vladimir Putin spoke. Vladimir Pütin left.", "Pütin", "Putin"),
    ("de", "Olaf Schölz sprach gestern in Berlin.", "Schölz", "Scholz"),
    ("fr", "Nicolas Sarközy a parlé. Sarkozy est parti.", "Sarközy", "Sarkozy"),
    ("pt", "O presidente Jair Bolsonáro falou ontem.", "Bolsonáro", "Bolsonaro"),
    ("en", "Minister Karin Holmqvist spoke. Hölmqvist left. Holmqvist came. Holmqvist sat.", "Hölmqvist", "Holmqvist"),
    ("en", "Harold Whitcornbe spoke. Whitcombe left. Whitcombe came back.", "Whitcornbe", "Whitcombe"),
    ("sv", "Stefan Löfven talade. Löfven gick. Sedan kom Stefan Lofvén tillbaka.", "Lofvén", "Löfven"),
    ("en", "Prime Minister Viktor Órban spoke. Orbán left. Orbán came back.", "Órban", "Orbán"),
    ("en", "Ambassador Sibylle Hartenstein spoke. Hartenstien left. Hartenstein sat.", "Hartenstien", "Hartenstein"),
    ("fr", "Vladimir Poutine a parlé. Selon Putin, tout va bien. Poutine rit.", "Putin", "Poutine"),
    ("en", "He met Eric Marchetti. Then Marcheti wept, and Marchetti left.", "Marcheti", "Marchetti"),
    ("fr", "Le président Emmanuel Macrön a parlé à Lyon.", "Macrön", "Macron"),
    ("en", "German Foreign Minister Annalena Bärbock spoke. Baerbock left.", "Bärbock", "Baerbock"),
    ("nl", "Commissievoorzitter Ursula von der Leÿen sprak gisteren.", "Leÿen", "Leyen"),
    ("en", "PaweÅ‚ Nowak spoke in Kraków.", "PaweÅ‚", "Paweł"),
    ("fr", "FranÃ§ois Hollande a parlé hier.", "FranÃ§ois", "François"),
    ("en", "Recep Tayyip Er\xaddo\xadğan spoke.", "Er\xaddo\xadğan", "Erdoğan"),
    ("en", "Viktor OrbÃ¡n spoke in Pécs.", "OrbÃ¡n", "Orbán"),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text", "odd", "right"), DAMAGED)
def test_a_damaged_name_is_mended(language: str, text: str, odd: str, right: str) -> None:
    fixed = fix(text, language)
    assert fixed.text == text.replace(odd, right)
    assert fix(fixed.text, language).ledger == ()
    assert all(edit.why for edit in fixed.ledger)


STAYING = [
    ("en", "The spokesman Dmitri Peskov denied it. Peskov left, and Peskov came back."),
    ("fr", "Le président Aleksandar Vučić a parlé. Vucic est parti. Vucic est revenu."),
    ("fr", "Le porte-parole Dmitry Peskov a parlé. Peskov est parti."),
    ("fr", "Recep Tayyip Erdoğan a parlé. Erdogan est parti. Erdogan est revenu."),
    ("de", "Präsident Aleksandar Vučić sprach gestern in der Stadt. Dann ging Aleksandar Vučić."),
    ("en", "Talks with Mustafa Akıncı went on. Akıncı left. Akinci's office, writing without accents, denied it. Akinci himself spoke."),
    ("en", "He met Peter Hanson, a fan. Then Hansen scored. Hansen scored again. Hansen left."),
    ("en", "Johan Andersson watched. The Anderson Group and Anderson Group shares rose. The Anderson Group left."),
    ("en", "Martin Schulz met Olaf Scholz. Schulz spoke. Scholz listened. Schulz and Scholz left."),
    ("en", "Emmanuel Macrony is a baker. He is no politician. His bread is good."),
    ("en", "Mahmoud Ahmadinedjad spoke. Ahmadinedjad left. They followed."),
    ("en", "President Alyaksandr Lukashenka spoke. Lukashenka left. Lukashenka denied it."),
    ("en", "Viktor Ianoukovitch, as the French write, and Viktor Yanukovich, as others do, are one man."),
    ("fr", "Le président Alexandre Loukachenko a parlé. « President Lukashenko is here with us and the army », écrit le New York Times. Loukachenko a nié."),
    ("fr", "Selon Mahmoud Ahmadinejad, tout va bien. Ahmadinejad est parti."),
    ("fr", "Dmytro Kuleba dirige le ministère. Kuleba a parlé hier. Kuleba part demain."),
    ("fr", "Anne Hidalgo et Annie Hidalgo. Hidalgo a parlé. Hidalgo est partie."),
    ("fr", "Emmanuel Macron et Brigitte Macron. Les Macron sont partis. Macron a parlé."),
    ("fr", "Jean-Éric Paquet et Jean-Eric Paquet. Paquet a parlé, Paquet est parti."),
    ("fr", "Étienne Mougeotte a parlé. Puis Etienne Mougeotte est parti. Mougeotte sourit."),
    ("de", "Robert Müller sprach. Später kam Robert Mueller aus Washington. Müller schwieg. Mueller auch."),
    ("de", "Annalena Baerbock sprach. Baerbocks Sprecher schwieg. Der Baer brummte. Baerbock ging."),
    ("de", "Markus Söder sprach, Söder ging. Auch Markus Soeder schrieb man früher. Söders Rede war lang."),
    ("de", "Angela Merkel und Joachim Sauer. Merkels Mann schwieg. Merkel ging nach Merkelbach."),
    ("pl", "Andrzej Duda mówił. Spotkanie z Dudą trwało długo. Duda odpowiedział. Duda wyszedł."),
    ("cs", "Petr Fiala mluvil. Fiala odešel. S Fialou jednali. Fialová, jeho žena, mlčela."),
    ("lt", "Ingrida Šimonytė kalbėjo. Šimonytės atstovas tylėjo. Šimonytę matė. Šimonyte vadino."),
    ("hr", "Aleksandar Vučić je govorio. Vučića su pitali. Vučiću nisu verovali. Vucic je otišao."),
    ("sv", "Fredrik Reinfeldt talade. Reinfeldts parti teg. Reinfeldt gick. Stefan Löfven kom, Löfvens parti teg."),
    ("es", "José Martí habló. Jose Martin escuchó. Martí se fue. Ana Marti quedó. Martin quedó."),
    ("es", "Pedro Sánchez habló. Sánchez salió. Ana Sanches, de Lisboa, escuchó."),
    ("pt", "António Costa falou. Costa saiu. Antônio Costa, o brasileiro, ficou. Costa riu."),
    ("it", "Giorgia Meloni ha parlato. Meloni è uscita. Il signor Mellone, pescivendolo, ascoltava."),
    ("tr", "Ekrem İmamoğlu konuştu. İmamoğlu gitti. İmamoğlu'nun sözleri. Imamoğlu yazdılar."),
    ("nl", "Mark Rutte sprak. Rutte vertrok. Marc Ruttens, een bakker, luisterde. Ruttens lachte."),
    ("en", "Washington said so. Denzel Washington left. The Washingtons and the Washington Post. In Washington."),
    ("en", "He flew to Lincoln. Abraham Lincoln slept. Lincolns and Lincolnshire. Lincoln won."),
    ("en", "The Nestle plant and Nestlé's bonds. Nestle denied. Nestle left. Nestlé Waters left."),
    ("en", "Beyonce sang. Beyoncé's tour sold out. Beyoncé left. Beyonce denied."),
    ("en", "Renée Zellweger and Renee Zellweger. Zellweger left."),
    ("en", "Mohammed Salah and Mohamed Salah are two players. Salah scored. Salah left."),
    ("en", "Kim Yo-jong spoke. Kim Jong-un listened. Kim Jong-un left. Kim Jong-nam had died."),
    ("en", "Bashar al-Assad spoke. Assad left. Asma al-Assad stayed. Hafez al-Assad had died. Maher Assad too."),
    ("en", "Volodymyr Zelenskyy arrived. Olena Zelenska, his wife, stayed. Zelenskyy left. Zelenskiy is another spelling."),
    ("en", "Jarosław Kaczyński and Lech Kaczynski. Kaczynski had died. Ted Kaczynski was the Unabomber."),
    ("en", "Justin Trudeau met Garry Trudeau. Trudeau left. Justine Trudeaux, a baker, watched. Trudeau smiled."),
    ("en", "Bill Clinton and Hillary Clinton. The Clintons left. George Clinten, a butcher, watched. Clinton smiled."),
    ("en", "John Mayer sang. John Major spoke. Major left. Mayor Smith left. Majors won."),
    ("en", "The Garcias met. Alan García spoke. Andy Garcia acted. Garcia left, Garcia returned."),
    ("en", "Erdogan spoke. Erdogan left. Recep Tayyip Erdoğan, as Turks write it, left."),
    ("en", "Donald Tusk spoke. Donald Trump listened. Trump left. Tusk left. Trumps and Tusks."),
    ("ru", "Анна Иванова пришла. Иван Иванов ушёл. Иванову позвонили. Ивановы молчали."),
    ("uk", "Дмитро Кулеба говорив. Кулебу слухали. Кулебі відповіли. Кулеба пішов."),
    ("fi", "Sauli Niinistö puhui. Niinistön puhe oli pitkä. Niinistöltä kysyttiin. Niinisto lähti."),
    ("ro", "Klaus Iohannis a vorbit. Iohannis a plecat. Werner Johannis a tăcut. Johannis la fel."),
    ("und", "Anna Bergström met Anna Bergstrom. Bergström left. Bergstrom left."),
    ("en", "The actor Penélope Cruz. Then Ted Cruz. Cruz left. Santa Cruz is a city. Cruze is a car."),
    ("en", "Saint-Étienne beat Saint-Etienne reserves. Étienne Dupont left; Dupond and Dupont are detectives."),
    ("en", "Kurt Vonnegut, Kurt Cobain. Courtney Cobaine? No."),
    ("en", "She asked Sean Connery. Connery left. Seán Connery was another spelling."),
    ("en", "Pele and Pelé played. Pelé scored. Pelé left. Pele, the goddess of fire."),
    ("en", "The Hague said so. William Hague spoke. Hague left. Haguenau is in France."),
    ("en", "Ban Ki-moon spoke. Ban left. A ban on arms. Banned."),
    ("fr", "Vladimir Poutine et Lioudmila Poutina. Poutine parle. Poutina part."),
    ("fr", "Loukachenko parle. Viktor Loukachenko, son fils, part. Lukashenka, dit l'opposition. Loukachenko rit."),
    ("en", "Ségolène Royal spoke. Royal left. The Royal family left. Royale is a drink. Royal smiled."),
    ("en", "He read Márquez. Gabriel García Márquez had written it. Marquez, as some write, and Marc Márquez race."),
    ("en", "Kaja Kallas spoke. Siim Kallas, her father, listened. Kallas left. Maria Callas sang."),
    ("en", "Ursula von der Leyen spoke. Von der Leyen left. Ursula Le Guin wrote. Heiko von der Leyen listened."),
    ("fr", "Marine Le Pen et Jean-Marie Le Pen. Marion Maréchal-Le Pen. Le Pen a parlé. Les Le Pen rient."),
    ("de", "Die Grünen und Boris Palmer. Palmers Stadt. Palme und Palmer. Olof Palme war Schwede."),
    ("el", "Ο Κυριάκος Μητσοτάκης μίλησε. Η Ντόρα Μπακογιάννη και η κυρία Μητσοτάκη έφυγαν."),
    ("en", "Iğdır and Igdir are one town. Ardahan. In Igdir, in Igdir, near Iğdır."),
    ("sv", "Åsa Larsson talade. Asa Larsson skrev någon. Larsson gick. Larson är en annan, liksom Lars Larson."),
]  # fmt: skip


@pytest.mark.parametrize(("language", "text"), STAYING)
def test_other_people_forms_and_habits_stay(language: str, text: str) -> None:
    assert fix(text, language).ledger == ()


@pytest.mark.parametrize(
    ("text", "mended"),
    [
        ("“We build no wall here,” he told reporters on arrival.. “We open a window.”", "“We build no wall here,” he told reporters on arrival. “We open a window.”"),
        ("He said on Monday that it was over.. Then he left.", "He said on Monday that it was over. Then he left."),
        ("The long talks in Geneva have failed.. (Reuters)", "The long talks in Geneva have failed. (Reuters)"),
        ("Did he say so?. Nobody knows.", "Did he say so? Nobody knows."),
        ("Vraiment ?. Oui.", "Vraiment ? Oui."),
        ("He left early,. Then he came back.", "He left early. Then he came back."),
        ("He came , and he saw.", "He came, and he saw."),
    ],
)  # fmt: skip
def test_one_mark_is_left_of_two(text: str, mended: str) -> None:
    assert fix(text, "en").text == mended


@pytest.mark.parametrize(
    "text",
    [
        "He paused for a very long time.. and left it there.",
        "They sell pens, paper, ink, glue, etc.. Then they left.",
        "He lived all of his life in the U.S.. Then he left.",
        "He joined the Acme Widget Holding Inc.. Then he left.",
        "What?! No... Yes?... Really?? “Why?”. So.",
        "Wait for it . . . now. Use .NET or a .txt file.",
        "He said a lot of things.. She said a lot of things.. They said a lot of things.. Nothing came.",
        "Version 1..2 and 3.. and ranges [1..9] of the whole long list.",
    ],
)
def test_ellipses_and_abbreviations_stay(text: str) -> None:
    assert fix(text, "en").ledger == ()
