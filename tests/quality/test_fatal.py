"""What a fatal error did, and to what, in a sentence."""

from fractions import Fraction

import pytest

from hengcai.base.bilingual import Bilingual
from hengcai.quality.fatal import fatal_told
from hengcai.quality.rules import card as cards
from hengcai.quality.rules.card import Card, Item, Mark, Section
from hengcai.quality.rules.score import score

IDENTITY = Bilingual("身份核验（致命项·合规关键错误）", "Identity verification (critical, compliance)")
CONSENT = Bilingual("告知后办理", "Told and agreed")


def item(code, kind=cards.YES_NO, scope="", name=""):
    return Item(code, kind, Fraction(10), critical_scope=scope, name=name)


def card(*critical, kind=cards.WEIGHTED):
    talk = Section("talk", Fraction(60), (item("wording", cards.ANCHORED),), Bilingual("沟通", "Talk"))
    rules = Section("rules", Fraction(40), (*critical, item("other")), Bilingual("合规", "Rules"))
    return Card(kind, Fraction(75), Fraction(90), Fraction(5), cards.DEFAULT_SHARES, (talk, rules))


def told(made, language, channel="call", **values):
    marks = {"wording": Mark("4"), "other": Mark("yes")} | {code: Mark(value) for code, value in values.items()}
    return fatal_told(made, score(made, marks), channel=channel, language=language)


@pytest.mark.parametrize(
    ("channel", "zh", "en"),
    [("call", "整通", "the whole call"), ("chat", "整段会话", "the whole chat"), ("ticket", "整单", "the whole ticket"),
     ("video", "整通视频", "the whole session"), ("visit", "整次接待", "the whole visit")],
)  # fmt: skip
def test_one_that_takes_the_whole_contact_says_so_and_what_it_would_have_been(channel, zh, en):
    made = card(item("identity", scope=cards.BY_WHOLE, name=IDENTITY))
    assert told(made, "zh-hans", channel, identity="no") == (
        f"致命错误：身份核验未通过，{zh}记 0 分；不算致命错误是 68.0 分。"
    )
    assert told(made, "en", channel, identity="no") == (
        f"Fatal error: “Identity verification” failed; {en} scores 0. Without fatal errors it would be 68.0."
    )


def test_one_that_takes_its_section_names_the_section_and_leaves_the_rest():
    made = card(item("identity", scope=cards.BY_SECTION, name=IDENTITY))
    assert told(made, "zh-hans", identity="no") == (
        "致命错误：身份核验未通过，“合规”记 0 分，其余部分照算；不算致命错误是 68.0 分。"
    )
    assert told(made, "en", identity="no") == (
        "Fatal error: “Identity verification” failed; the section “Rules” scores 0, the rest counts. "
        "Without fatal errors it would be 68.0."
    )


def test_where_both_happened_the_whole_is_told():
    made = card(
        item("identity", scope=cards.BY_SECTION, name=IDENTITY), item("consent", scope=cards.BY_WHOLE, name=CONSENT)
    )
    text = told(made, "zh-hans", identity="no", consent="no")
    assert ("告知后办理未通过" in text, "整通记 0 分" in text, "合规" in text) == (True, True, False)


def test_several_are_all_named():
    made = card(
        item("identity", scope=cards.BY_WHOLE, name=IDENTITY), item("consent", scope=cards.BY_WHOLE, name=CONSENT)
    )
    assert "身份核验未通过、告知后办理未通过" in told(made, "zh-hans", identity="no", consent="no")


def test_a_fatal_level_a_fatal_fault_and_a_fatal_option_are_said_as_what_they_are():
    made = card(item("tone", cards.ANCHORED, cards.BY_WHOLE, Bilingual("语气", "Tone")))
    assert "语气评 1 级" in told(made, "zh-hans", tone="1")
    assert "“Tone” at level 1" in told(made, "en", tone="1")
    fault = card(
        Item(
            "leak",
            cards.DEDUCTION,
            points=Fraction(15),
            critical_scope=cards.BY_WHOLE,
            name=Bilingual("信息外露", "Exposed"),
        ),
        kind=cards.DEDUCTION_CARD,
    )
    assert told(fault, "zh-hans", "ticket", leak="hit").startswith("致命错误：信息外露，整单记 0 分")
    choice = Item(
        "way", cards.CHOICE, Fraction(10), options={"a": Fraction(2), "b": Fraction(0)}, critical_scope=cards.BY_WHOLE,
        name=Bilingual("办法", "Way"),
    )  # fmt: skip
    assert "办法不得分" in told(card(choice), "zh-hans", way="b")


def test_nothing_is_said_where_nothing_was_fatal():
    made = card(item("identity", scope=cards.BY_WHOLE, name=IDENTITY))
    assert told(made, "zh-hans", identity="yes") == ""
    outside = {"wording": Mark("4"), "other": Mark("yes"), "identity": Mark("no", cause="system")}
    assert fatal_told(made, score(made, outside), channel="call", language="en") == ""
