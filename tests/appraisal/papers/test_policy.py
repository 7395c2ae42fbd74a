"""A policy in the words of those it judges: every rule with its number, and figures it works out itself."""

import pytest

from hengcai.appraisal.models import Policy
from hengcai.appraisal.papers.policy import FORM, in_words
from hengcai.appraisal.rules.policy_file import (
    default_month_policy,
    default_skill_policy,
    parsed_month_policy,
    parsed_skill_policy,
)
from hengcai.base.errors import NotNow
from hengcai.insight.forms import form_of
from hengcai.paper.forms.form import Choice
from hengcai.paper.telling import Teller, plain
from tests import cast
from tests.appraisal import stage
from tests.paper.laying import everything

NAMES = {"satisfaction": "客户满意度", "upheld_complaints": "有责投诉", "first_contact_resolution": "首次解决率"}


def said(policy, language: str = "zh-hans") -> str:
    parts = in_words(policy, NAMES, Teller(language))
    return plain("\n".join([line for part in parts for line in (part.heading, *part.sentences)]))


@pytest.mark.parametrize(
    "words",
    [
        "4 级是对每个人、每一次的要求", "3 级是差了一样，说得出差在哪里", "不看客户夸没夸",
        "1 到 5 级依次得 0%、30%、60%、80%、100%", "自带的表是 75 分，扣分制的 85 分", "一处致命错误，整条记录的质检分记 0",
        "手工指定的照样评、照样反馈，不计分", "7 天内没有为同一件事再来，也没标“未解决”", "掉线后十分钟内接着打的，算同一次",
        "只算服务时间，只算工单在本人手里的时候", "80%起得分，92%得满分；不足 5 个不计", "中间按比例折算，不分档。比如 86%，得 50%，就是 6 分",
        "每件扣这项分值的 50%。只有判为有责的投诉才扣", "它的分按比例分给同组其余指标；整组都没有，分给其余各组",
        "只在最后四舍五入一次，保留一位小数", "优秀：90 起；良好：80 起；合格：70 起；不合格：低于 70",
        "客户满意度只有 4 个，不足 5 个，不计", "客户满意度的 12 分按比例分给了同组，现在有责投诉值 20 分", "合计 82.105，四舍五入为 82.1：良好",
        "质检每一项都是 4 级、统计的指标都达标，是 87.0 分，良好；每一项都是 3 级、统计的指标各得一半，是 56.5 分，不合格",
    ],
)  # fmt: skip
def test_the_shipped_month_says(words):
    assert words in said(default_month_policy())


@pytest.mark.parametrize(
    "words",
    [
        "上级 40%", "自评 20%", "同事 10%：别的岗位的同事，只评协作。不到 3 位不计", "不到 5 个评价太少，不计", "0 折 1、10 折 5",
        "0 分折 1 级、60 分折 3 级、100 分折 5 级", "最多按 60 分算", "加起来不到 70%，就不出分", "必须有上级评价",
        "优秀：4.5 起；良好：3.5 起；待提升：低于 3.5", "同事只有 2 位，不到 3 位，不计，10% 的权重按比例分给其余来源",
        "4.2×40% + 4×20% + 4.4×20% + 3.8×10% = 3.74，除以 90% 得 4.1556，四舍五入为 4.2：良好",
        "每一项都是 4 级的，总分 4.0，良好；每一项都是 3 级的，3.0，待提升",
    ],
)  # fmt: skip
def test_the_shipped_quarter_says(words):
    assert words in said(default_skill_policy())


@pytest.mark.parametrize("policy", [default_month_policy(), default_skill_policy()])
def test_english_says_as_much_as_chinese(policy):
    zh, en = (in_words(policy, {}, Teller(language)) for language in ("zh-hans", "en"))
    assert [len(part.sentences) for part in zh] == [len(part.sentences) for part in en]
    assert not any("\u4e00" <= sign <= "\u9fff" for part in en for one in part.sentences for sign in one)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("repeat_days: 14", "14 天内没有为同一件事再来"),
        ("repeat_days: 7", "手工指定的照样评、照样反馈，不计分"),
        ("hand_picked: count", "手工指定的照样计分，一条算一条"),
        ("observed: both", "神秘顾客暗访和跟听也计分"),
        ("rules: {satisfaction: {kind: steps, steps: [['0.805', '0.4'], ['0.9', '1']]}}", "80.5% 得 40%"),
        ("rules: {satisfaction: {kind: linear, floor: '0.6', target: '0.9'}}", "客户评价里 4 分和 5 分占的比例。中间按比例折算，不分档。比如 75%"),
        ("rules: {upheld_complaints: {kind: per_event, off: '0'}}", "有责投诉 0 件，得 100%"),
        ("rules: {}", "一直 4 级就是 80%"),
        ("groups: {a: {points: '100', indicators: {satisfaction: '100'}}}", "比如 86%，得 50%，就是 50 分"),
        ("groups: {a: {points: '60', indicators: {satisfaction: '60'}}, b: {points: '40', indicators: {calls_share: '40'}}}\n"
         "rules: {calls_share: {kind: linear, floor: '0', target: '0.5'}, satisfaction: {kind: per_event, off: '1', minimum_n: '3'}}",
         "客户满意度只有 2 个，不足 3 个，不计"),
        ("rules: {first_contact_resolution: {kind: linear, floor: '0.6', target: '0.85', minimum_n: '10'}}", "首次解决率只有 9 个，不足 10 个，不计"),
    ],
)  # fmt: skip
def test_a_centres_own_month_is_told_by_its_own_numbers(text, words):
    policy = parsed_month_policy(text, file="p.yaml")
    assert words in said(policy)
    assert said(policy, "en")


@pytest.mark.parametrize(
    ("text", "words", "not_said"),
    [
        ("peer_minimum: 1", "同事 10%：别的岗位的同事，只评协作。", "同事只有"),
        ("customer_minimum: 0", "一次评价算一个。", "不到 0"),
        ("sources: {superior: '0.5', peer: '0.5'}", "每一项都是 4 级的，总分 4.0", "小林这一季"),
        ("sources: {superior: '0.7', quality: '0.3'}", "质检 30%", "质检分不计入这个分"),
        ("rounding: {places: 2, mode: half_up}", "保留 2 位小数", "一位小数"),
        ("minimum_evidence: {required: [], weight: '0'}", "不到 0%", "必须有"),
        ("item_weights: {listening: '2'}", "权重不是 1 的项：listening 2。", "保留 2 位"),
        ("bands: [{code: fine, from: '1'}]", "四舍五入为 4.2：fine", "低于"),
    ],
)
def test_a_centres_own_quarter_is_told_by_its_own_numbers(text, words, not_said):
    policy = parsed_skill_policy(text, file="p.yaml")
    assert words in said(policy)
    assert not_said not in said(policy)
    assert said(policy, "en")


@pytest.mark.parametrize("language", ["zh-hans", "en"])
def test_it_prints_to_be_signed_for_and_anybody_may_have_it(db, language):
    stage.in_force_everything()
    offers = FORM.asks[0].offers(cast.user("li"))
    assert [one.policy.kind for one in offers] == [Policy.Kind.QUARTERLY, Policy.Kind.MONTHLY]
    for chosen, number in (({}, "4.1556"), ({"policy": offers[1]}, "82.105")):
        laid = form_of(FORM, Choice(chosen), user=cast.user("li"), language=language, today=stage.IN_TIME)
        assert any(number in one for block in laid.paper.blocks for one in getattr(block, "items", ()))
        assert number in everything(laid)
        assert not laid.is_filled


def test_without_a_policy_there_is_nothing_to_print(db):
    with pytest.raises(NotNow, match="nothing_to_lay_out"):
        form_of(FORM, Choice(), user=cast.user("li"), language="en", today=stage.IN_TIME)
