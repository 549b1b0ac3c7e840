"""Each type of field: what it accepts, what it refuses, and that a fix which begins with "write" really passes."""

from datetime import date, datetime, time
from decimal import Decimal
from typing import Annotated, Any

import pytest
from pydantic import TypeAdapter, ValidationError
from records.fields import (
    CountryCode,
    CurrencyCode,
    Email,
    Flag,
    HttpsUrl,
    IanaZone,
    IsoDate,
    Km,
    LanguageTag,
    LocalDateTime,
    LocalTime,
    Money,
    PersonName,
    Phone,
    PlainText,
    WebUrl,
)

ACCEPTED: list[tuple[Any, str, object]] = [
    (IsoDate, "2026-03-12", date(2026, 3, 12)),
    (IsoDate, "2028-02-29", date(2028, 2, 29)),
    (LocalTime, "09:30", time(9, 30)),
    (LocalDateTime, "2026-03-12 10:30", datetime(2026, 3, 12, 10, 30)),
    (CountryCode, "NO", "NO"),
    (CountryCode, "XK", "XK"),
    (CurrencyCode, "EUR", "EUR"),
    (CurrencyCode, "XOF", "XOF"),
    *[(LanguageTag, tag, tag) for tag in ("en", "pt-BR", "cmn-Hans", "zh-Hant-TW", "es-419", "sr-Latn", "de-1996", "bfi", "ase", "mi")],
    *[(IanaZone, zone, zone) for zone in ("Europe/London", "Asia/Kolkata", "America/Argentina/Buenos_Aires")],
    (Flag, "true", True),
    (Flag, "false", False),
    (Money, "12", Decimal(12)),
    (Money, "12.50", Decimal("12.50")),
    (Money, "0", Decimal(0)),
    (Km, "15", 15),
    (Phone, "+44 1632 960123", "+44 1632 960123"),
    (Phone, "+441632960123", "+441632960123"),
    (Email, "anna.o'brien+class@Example.ORG", "anna.o'brien+class@example.org"),
    (Email, "anna@例え.jp", "anna@例え.jp"),
    (HttpsUrl, "https://maria.example/", "https://maria.example/"),
    (HttpsUrl, "HTTPS://E.ORG/Path", "https://e.org/Path"),
    (HttpsUrl, "https://e.org:8443/a?b=c#d", "https://e.org:8443/a?b=c#d"),
    (HttpsUrl, "https://münchen.de/ä", "https://münchen.de/ä"),
    (HttpsUrl, "https://例え.jp/", "https://例え.jp/"),
    (HttpsUrl, "https://пример.рф", "https://пример.рф"),
    (HttpsUrl, "https://xn--80ak6aa92e.com", "https://xn--80ak6aa92e.com"),
    (WebUrl, "http://old.example/", "http://old.example/"),
]  # fmt: skip

NAMES = [
    *("O'Brien", "D’Arcy", "Nguyễn Thị Ánh", "د. محمد", "שָׂרָה", "李娜", "N'Golo", "Zoë", "X Æ", "U", "Madonna"),
    *("van der Berg, Jr", "山田　花子", "सुनीता शर्मा", "क्‍ष", "สมหญิง ใจดี", "နန္ဒာ", "辻\U000e0100", "نرگس رحیم‌زاده"),
    *(
        "Łucja Żółkiewska",
        "Adébáyọ̀ Olúwaṣeun",
        "Wanjirũ wa Kamau",
        "김서연",
        "ნინო ბერიძე",
        "ǃXóõ",
        "Jean‑Luc",
        "Ελένη",
    ),
    *(
        "Mary (Molly) Ó Briain",
        "María Fernanda de los Ángeles Ibarra-Castellanos y Montenegro de la Garza",
        "Ἀριστείδης",
    ),
]

REFUSED: list[tuple[Any, str, str, str, str]] = [
    (IsoDate, "2026-02-30", "not-a-date", "that month has the days 01 to 28", "write 2026-02-28 if you mean its last day"),
    (IsoDate, "2026/3/5", "not-a-date", "a date is written year-month-day", "write 2026-03-05"),
    (IsoDate, "12/03/2026", "not-a-date", "a date is written year-month-day", "write 2026-03-12, for 12 March 2026"),
    (IsoDate, "２０２６-03-12", "not-a-date", "a date is written year-month-day", "write 2026-03-12, for 12 March 2026"),
    (IsoDate, "2026-13-01", "not-a-date", "months go from 01 to 12", "write year, month, day, like 2026-03-12"),
    (LocalTime, "24:00", "not-a-time", "a time is written hours:minutes, from 00:00 to 23:59", "write 00:00"),
    (LocalTime, "7pm", "not-a-time", "a time is written hours:minutes, from 00:00 to 23:59", "write 19:00"),
    (LocalTime, "9.30", "not-a-time", "a time is written hours:minutes, from 00:00 to 23:59", "write 09:30"),
    (LocalDateTime, "2026-03-12T10:30", "not-a-date-and-time", "a date and a time are written with one space between them", "write 2026-03-12 10:30"),
    (LocalDateTime, "2026-12-31 24:00", "not-a-date-and-time", "a date and a time are written with one space between them", "write 2027-01-01 00:00"),
    (LocalDateTime, "2026-02-30 10:00", "not-a-date", "that month has the days 01 to 28", "write 2026-02-28 10:00 if you mean its last day"),
    (CountryCode, "gb", "not-a-country", "a country is written with its two capital letters of ISO 3166", "write GB"),
    (CountryCode, "UK", "not-a-country", "a country is written with its two capital letters of ISO 3166", "write GB"),
    (CountryCode, "Norway", "not-a-country", "a country is written with its two capital letters of ISO 3166", "write NO"),
    (CountryCode, "Deutschland", "not-a-country", "a country is written with its two capital letters of ISO 3166", "write DE"),
    (CountryCode, "False", "not-a-country", "a country is written with its two capital letters of ISO 3166", "look up its two letters, like GB or NO"),
    (CountryCode, "EU", "not-a-country", "a country is written with its two capital letters of ISO 3166", "look up its two letters, like GB or NO"),
    (LanguageTag, "pt-br", "not-a-language", "codes have one usual spelling, so that equal languages are found as equal", "write pt-BR"),
    (LanguageTag, "en_GB", "not-a-language", "codes have one usual spelling, so that equal languages are found as equal", "write en-GB"),
    (LanguageTag, "English", "not-a-language", "a language is written with its code of BCP 47", "write en"),
    (LanguageTag, "Deutsch", "not-a-language", "a language is written with its code of BCP 47", "write de"),
    (LanguageTag, "iw", "not-a-language", "a language is written with its code of BCP 47", "write he"),
    (LanguageTag, "eng", "not-a-language", "a language is written with its code of BCP 47", "write en"),
    (LanguageTag, "en-Xxxx", "not-a-language", "its part Xxxx is no script that is known", "leave out -Xxxx"),
    (CurrencyCode, "€", "not-a-currency", "a currency is written with its three capital letters of ISO 4217", "write EUR"),
    (IanaZone, "US/Eastern", "not-a-time-zone", "a zone is an area and a city, whose changes of the clock are known", "write America/New_York"),
    (IanaZone, "London", "not-a-time-zone", "a zone is an area and a city, whose changes of the clock are known", "write Europe/London"),
    (IanaZone, "GMT+5", "not-a-time-zone", "a zone is an area and a city, whose changes of the clock are known", "write the area and the nearest large city, like Europe/London"),
    (IanaZone, "../etc/passwd", "not-a-time-zone", "a zone is an area and a city, whose changes of the clock are known", "write the area and the nearest large city, like Europe/London"),
    (Flag, "yes", "not-true-or-false", "only true or false can stand here", "write true"),
    (Flag, "off", "not-true-or-false", "only true or false can stand here", "write false"),
    (Flag, "perhaps", "not-true-or-false", "only true or false can stand here", "write true or false"),
    (Money, "12,50", "not-an-amount", "an amount is digits, with a dot before parts and no currency", "write 12.50"),
    (Money, "£12", "not-an-amount", "an amount is digits, with a dot before parts and no currency", "write 12"),
    (Money, "1_000", "not-an-amount", "an amount is digits, with a dot before parts and no currency", "write an amount like 12.50, or 0 if it is free"),
    (Km, "10 km", "not-a-number", "a whole number in digits belongs here", "write 10 alone"),
    (Km, "501", "out-of-range", "only 0 to 500 makes sense here", "write 500, or what is right"),
    (Km, "1_0", "not-a-number", "a whole number in digits belongs here", "write digits only, like 12"),
    (Phone, "0044 1632 960123", "not-a-phone-number", "a number that can be called from everywhere is +, country, number", "write +44 1632 960123"),
    (Phone, "+44 (0)1632-960123", "not-a-phone-number", "a number that can be called from everywhere is +, country, number", "write +44 1632 960123"),
    (Phone, "01632 960123", "not-a-phone-number", "a number that can be called from everywhere is +, country, number", "put + and the code of the country in place of the first 0, like +44 1632 960123"),
    (Phone, "tel:+1;ext=1", "not-a-phone-number", "a number that can be called from everywhere is +, country, number", "write it like +44 1632 960123"),
    (Email, "mailto:anna@example.org", "not-an-email", "an e-mail address is name@domain and nothing else", "write anna@example.org"),
    (Email, "Anna <anna@example.org>", "not-an-email", "an e-mail address is name@domain and nothing else", "write anna@example.org"),
    (Email, "a@b.org?bcc=c@d.org", "not-an-email", "an e-mail address is name@domain and nothing else", "write it like anna@example.org"),
    (Email, "anna@localhost", "not-a-public-host", "nobody outside your own network can reach it", "write the address that others use"),
    (HttpsUrl, "http://e.org/x", "not-a-web-address", "http:// can be read and changed on its way", "write https://e.org/x"),
    (HttpsUrl, "maria.example", "not-a-web-address", "a web address begins with https://", "write https://maria.example"),
    (HttpsUrl, "//evil.org", "not-a-web-address", "a web address begins with https://", "write https://evil.org"),
    (HttpsUrl, "https://good.org@evil.org/a", "not-a-web-address", 'what stands before @ hides that it leads to "evil.org"', "write https://evil.org/a"),
    (HttpsUrl, "https://e.org/ x", "not-a-web-address", 'it has " " in it, which addresses cannot hold', "write %20 in its place"),
    (HttpsUrl, "https://e.org\\@evil.org", "not-a-web-address", 'it has "\\" in it, which addresses cannot hold', "delete it, or copy the address again"),
    (HttpsUrl, "https://аррӏе.com", "not-a-public-host", "its letters come from alphabets that look alike; it is really xn--80ak6aa92e.com", "write xn--80ak6aa92e.com in its place, if that is the site you mean"),
    (HttpsUrl, "https://ѕmith.com", "not-a-public-host", "its letters come from alphabets that look alike; it is really xn--mith-f9d.com", "write xn--mith-f9d.com in its place, if that is the site you mean"),
    (HttpsUrl, "https://ｅ.org", "not-a-public-host", "some of its letters are other shapes of plain letters", "write e.org in its place"),
    (HttpsUrl, "https://x.org/\u202egpj.exe", "hidden-character", "a character that turns the direction of text round (\\u202e) stands in it", "copy the address again, by hand if need be"),
    (PersonName, "a\u202eb", "hidden-character", "a character that turns the direction of text round (\\u202e) stands at position 2", "write ab"),
    (PersonName, "Zoe\u200b", "hidden-character", "an invisible character (\\u200b) stands at position 4", "write Zoe"),
    (PersonName, "A\u200dB", "hidden-character", "an invisible character (\\u200d) stands at position 2", "write AB"),
    (PersonName, "علي\u200c", "hidden-character", "an invisible character (\\u200c) stands at position 4", "write علي"),
    (PersonName, "a\U000e0041", "hidden-character", "an invisible character (\\U000e0041) stands at position 2", "write a"),
    (PersonName, "\u115f", "hidden-character", "an invisible character (\\u115f) stands at position 1", "write it again by hand"),
    (PersonName, "Zoé" + "\u0301" * 3, "hidden-character", "more than 3 marks on one letter (\\u0301) stands at position 6", "write Zoé\u0301\u0301"),
    (PersonName, "123", "not-a-name", "a name has at least one letter", "write the name as the person does"),
    (PersonName, "a  b", "not-a-name", "there are more spaces than one between words", "write a b"),
    (PersonName, "a\nb", "not-a-name", "a name stands on one line", "write a b"),
    (PersonName, "x" * 121, "too-long", "a name has at most 120 characters", "shorten it to 120 characters"),
    (Annotated[str, PlainText(5)], "seven..", "too-long", "7 characters are written, and at most 5 are shown", "shorten it by 2"),
    (Annotated[str, PlainText(5)], "a\nb", "not-one-line", "this stands on one line", "write a b"),
    (Annotated[str, PlainText(5)], " ", "no-value", "nothing is written here", "write a value after the colon, or delete the line"),
]  # fmt: skip

DANGEROUS = [
    *(
        "javascript:__pwned=1",
        "data:text/html,x",
        "vbscript:x",
        "file:///etc/passwd",
        "//evil",
        "java\tscript:x",
        "mailto:a@b",
    ),
    *("https://127.0.0.1", "https://[::1]/", "https://0x7f.1", "https://2130706433", "https://0", "https://0177.0.0.1"),
    *(
        "https://localhost/",
        "https://nas.local",
        "https://router.lan",
        "https://a.internal",
        "https://x.onion",
        "https://host",
    ),
    *(
        "https://",
        "https:///x",
        "https:/e.org",
        "https://e.org:99999",
        "https://e.org.",
        "https://-a.com",
        "https://a..b.com",
    ),
    *(
        "https://a_b.com",
        "https://e.org/%zz",
        "https://e.org/\x01",
        "https://e.org/\u200bx",
        "https://e。org",
        "https://𝐞.org",
    ),
    *(
        "https://e.org/" + "a" * 2100,
        "https://user:pw@evil.org",
        "https://e.org/<b>",
        'https://e.org/"x',
        "https://e.org/`x",
    ),
]


def fault_of(kind: Any, text: str) -> tuple[str, str, str]:
    with pytest.raises(ValidationError) as caught:
        TypeAdapter(kind).validate_python(text)
    (error,) = caught.value.errors()
    return error["type"], error["ctx"]["why"], error["ctx"]["fix"]


@pytest.mark.parametrize(("kind", "text", "value"), ACCEPTED, ids=[text for _, text, _ in ACCEPTED])
def test_accepted(kind: Any, text: str, value: object) -> None:
    assert TypeAdapter(kind).validate_python(text) == value


@pytest.mark.parametrize("name", NAMES)
def test_a_real_name_is_accepted_as_written(name: str) -> None:
    assert TypeAdapter(PersonName).validate_python(name) == name


def test_names_are_brought_into_one_form() -> None:
    assert TypeAdapter(PersonName).validate_python("Zoe\u0308") == "Zoë"
    assert TypeAdapter(PersonName).validate_python("Ana\u00a0Sol") == "Ana Sol"


@pytest.mark.parametrize("text", ["👩‍👧 hi", "❤️", "1️⃣", "👨🏽‍⚕️", "می‌خواهم", "Tom & Jerry", "<b>x</b>", "=1+1"])
def test_text_keeps_what_people_write(text: str) -> None:
    assert TypeAdapter(Annotated[str, PlainText(20)]).validate_python(text) == text


@pytest.mark.parametrize(("kind", "text", "rule", "why", "fix"), REFUSED, ids=[case[1][:20] for case in REFUSED])
def test_refused(kind: Any, text: str, rule: str, why: str, fix: str) -> None:
    assert fault_of(kind, text) == (rule, why, fix)


OFFERED = [
    (kind, text, fix)
    for kind, text, _, _, fix in REFUSED
    if fix.startswith("write ") and not fix.startswith(("write the ", "write it", "write a ", "write an ", "write a value", "write digits", "write year"))
]  # fmt: skip


@pytest.mark.parametrize(("kind", "text", "fix"), OFFERED, ids=[text[:20] for _, text, _ in OFFERED])
def test_the_fix_really_passes(kind: Any, text: str, fix: str) -> None:
    offered = fix.removeprefix("write ")
    for ending in (" if you mean", ", for ", ", or what", " alone", " in its place", " or false"):
        offered = offered.split(ending)[0]
    if " in its place" in fix:  # a part of an address
        offered = text.replace(" ", offered) if offered == "%20" else f"https://{offered}"
    TypeAdapter(kind).validate_python(offered)


@pytest.mark.parametrize("address", DANGEROUS, ids=[address[:24] for address in DANGEROUS])
def test_an_address_that_could_harm_is_refused(address: str) -> None:
    rule, why, fix = fault_of(HttpsUrl, address)
    assert rule in ("not-a-web-address", "not-a-public-host", "hidden-character")
    assert why
    assert fix


@pytest.mark.parametrize("kind", [IsoDate, PersonName, Km, Annotated[str, PlainText(9)]])
@pytest.mark.parametrize(("value", "rule"), [(None, "no-value"), (["a"], "wrong-kind"), ({"a": "b"}, "wrong-kind")])
def test_a_list_or_nothing_is_no_single_value(kind: Any, value: Any, rule: str) -> None:
    assert fault_of(kind, value)[0] == rule
