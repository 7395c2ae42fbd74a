"""Numbers, days and names written one way, in the words of whoever registered them."""

from datetime import date
from fractions import Fraction

from hengcai.base.bilingual import Bilingual
from hengcai.paper.telling import THIN, Teller, plain

ZH, EN = Teller("zh-hans"), Teller("en")


def test_han_and_latin_stand_apart_by_a_thin_space_only_on_the_page():
    said = ZH.say("home.title.today", today=2)
    assert said == f"今天到期{THIN}2{THIN}件"
    assert plain(said) == "今天到期 2 件"
    assert EN.say("home.title.today", today=2) == "2 due today"


def test_english_knows_one():
    assert EN.say("insight.rated.unknown", n=1) == "1 rating, interval unknown"
    assert EN.say("insight.rated.unknown", n=2) == "2 ratings, interval unknown"


def test_numbers_carry_no_decimal_they_do_not_have():
    assert ZH.points(Fraction(83, 20)) == "4.2"
    assert ZH.points(4.25) == "4.3"
    assert ZH.points(None) == ""
    assert (ZH.plain(Fraction(7, 2)), ZH.plain("4.0000"), ZH.plain(None)) == ("3.5", "4", "")
    assert (ZH.percent("0.40"), ZH.percent(None), ZH.percent(Fraction(2, 3), 1)) == ("40%", "", "66.7%")
    assert ZH.interval(3.94, 4.46) == "[3.9–4.5]"
    assert ZH.interval(None, 4.46) == ""


def test_days_are_written_as_each_language_does():
    day = date(2026, 3, 31)
    assert (ZH.day(day), EN.day(day), ZH.day(None)) == ("2026年3月31日", "31 Mar 2026", "")
    assert (ZH.short_day(day), EN.short_day(day), ZH.short_day(None)) == ("3月31日", "31 Mar", "")


def test_small_numbers_in_headings_are_words():
    assert [ZH.numeral(2), ZH.numeral(11), ZH.numeral(13)] == ["两", "十一", "13"]
    assert EN.numeral(5) == "five"


def test_names_are_read_in_the_reader_s_language():
    assert ZH.join([Bilingual("沟通", "Talk"), "x"]) == "沟通、x"
    assert EN.join([Bilingual("沟通", "Talk"), "x"]) == "Talk, x"
    assert ZH.shown(date(2026, 1, 2)) == "2026年1月2日"
    assert (ZH.clauses(["a", "b"]), EN.clauses(["a", "b"])) == ("a；b", "a; b")


def test_what_a_centre_made_up_is_called_by_its_code():
    assert (ZH.called("band", "gold"), ZH.called("band", "good"), EN.called("band", "good")) == ("gold", "良好", "Good")
    assert ZH.called("appraisal.policy", "Quarterly skill appraisal") == "季度技能评价制度"


def test_words_of_every_package_are_said():
    assert (ZH.say("role.agent"), EN.say("paper.foot", day=date(2026, 3, 31))) == ("客服代表", "Printed 31 Mar 2026")
