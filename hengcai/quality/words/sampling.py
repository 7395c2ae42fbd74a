"""What is refused of a sampling plan and of the tables it is drawn from."""

WORDS = {
    "sampling.name_unfit": (
        "“{value}”不能做名称：要有字，不超过 200 个字，规则名里不能有 | 号。",
        "“{value}” cannot be used as a name: it needs some text, 200 characters at most, and the name of a rule must not contain |.",
    ),
    "sampling.share_outside": ("{value} 不在 0 到 1 之间。", "{value} is not between 0 and 1."),
    "sampling.period_backwards": (
        "最后一天 {last} 在第一天 {first} 前面。",
        "The last day, {last}, comes before the first, {first}.",
    ),
    "sampling.day_malformed": (
        "“{value}”不是日期，请写成 2026-07-01。",
        "“{value}” is not a date; write it as 2026-07-01.",
    ),
    "sampling.value_unknown": (
        "{asked} 里没有“{value}”，可以写：{known}。",
        "{asked} has no value “{value}”; use {known}.",
    ),
    "sampling.value_unfit": (
        "{asked} 不会是“{value}”，这条规则永远不会命中。",
        "{asked} can never be “{value}”, so no contact would ever match this rule.",
    ),
    "sampling.value_empty": (
        "空白不算一个值，空着的记录不归任何规则。",
        "An empty value is not allowed: contacts with an empty cell match no rule.",
    ),
    "sampling.empty": ("“{key}”下面什么也没有。", "There is nothing under “{key}”."),
    "sampling.too_many_rules": ("规则最多 {most} 条。", "There can be {most} rules at most."),
    "sampling.rule_twice": ("规则“{value}”写了两次。", "The rule “{value}” appears twice."),
    "sampling.per_agent_or_share": (
        "规则“{value}”要写 per_agent（每人几条）或 share（抽几成），只能写一个。",
        "The rule “{value}” needs either per_agent or share, but not both.",
    ),
    "sampling.column_unknown": (
        "交互记录没有“{value}”这一列。",
        "There is no contacts column “{value}”.",
    ),
    "sampling.column_not_asked": (
        "规则不能用 {value} 这一列。",
        "A rule cannot use the column {value}.",
    ),
    "sampling.no_number": (
        "{value} 不是数字，at_most、at_least 用不上；请写列表，如 [open, upheld]。",
        "{value} is not a number, so at_most and at_least cannot be used; write a list, such as [open, upheld].",
    ),
    "sampling.condition_unknown": (
        "{asked} 后面的“{value}”看不懂；可以写 {{at_most: 2}}、{{at_least: 60}}、列表、true 或 false。",
        "{asked}: “{value}” is not valid; write {{at_most: 2}}, {{at_least: 60}}, a list, true or false.",
    ),
    "sampling.heading_unclear": (
        "“{heading}”可能是 {meant}，请把列名改清楚。",
        "“{heading}” may mean {meant}; use a clearer column name.",
    ),
    "sampling.id_twice": ("编号 {value} 前面已经有了。", "The id {value} already appears further up."),
    "sampling.stratum_twice": (
        "客服代表和规则的名字合起来有两层都叫“{value}”，请改规则名。",
        "Two strata would both be called “{value}”; rename the rule.",
    ),
    "sampling.left_before_hired": (
        "离职日期 {value} 在入职日期 {hired_on} 前面。",
        "The leaving date {value} is before the hire date {hired_on}.",
    ),
    "sampling.person_twice": (
        "{value} 从 {since} 起的一行前面已经有了。",
        "There is already a row for {value} from {since} further up.",
    ),
    "sampling.analyst_twice": ("质检员 {value} 前面已经有了。", "The analyst {value} already appears further up."),
    "sampling.zone_unknown": (
        "HENGCAI_TIME_ZONE 写的“{value}”不是时区，如 Asia/Shanghai。",
        "HENGCAI_TIME_ZONE is “{value}”, which is not a time zone. Write it like Asia/Shanghai.",
    ),
}
