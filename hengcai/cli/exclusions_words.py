"""Help and messages of `hengcai exclusions`."""

from hengcai.base.say import register

WORDS: dict[str, dict[str, str]] = {
    "exclusions.help": {
        "zh": "评分回避：查看、登记、解除",
        "en": "agents an analyst does not score: list, add, end",
    },
    "exclusions.list": {"zh": "列出现有的评分回避和编号", "en": "lists the exclusions in force with their numbers"},
    "exclusions.ended": {"zh": "已经解除的也列出", "en": "also those that have ended"},
    "exclusions.add": {"zh": "登记一条评分回避，立即生效", "en": "enters an exclusion; it applies at once"},
    "exclusions.analyst": {"zh": "质检员的登录名", "en": "the analyst's user name"},
    "exclusions.agent": {"zh": "客服代表的工号", "en": "the agent's employee number"},
    "exclusions.reason": {
        "zh": "原因：relative（亲属）、former_team（原来的班组）或 other（其他，要写说明）",
        "en": "relative, former_team, or other, which needs a note",
    },
    "exclusions.note": {"zh": "说明", "en": "a note"},
    "exclusions.end": {"zh": "解除一条评分回避", "en": "ends an exclusion"},
    "exclusions.number": {"zh": "编号（见 list）", "en": "its number (see list)"},
    "exclusions.json": {"zh": "- ：结果以一个 JSON 对象输出", "en": "use - for the result as one JSON object"},
    "exclusions.line": {
        "zh": "{id}  {analyst} 不评 {agent}  {reason}  {entered} 登记{end}",
        "en": "{id}  {analyst} does not score {agent}  {reason}  entered on {entered}{end}",
    },
    "exclusions.line.ended": {"zh": "，{day} 解除", "en": ", ended on {day}"},
    "exclusions.none": {"zh": "没有评分回避。", "en": "There are no exclusions."},
    "exclusions.unknown": {"zh": "没有编号 {number} 的评分回避。", "en": "There is no exclusion {number}."},
    "exclusions.no_analyst": {"zh": "{name} 不是质检员。", "en": "“{name}” is not an analyst."},
    "exclusions.no_agent": {"zh": "没有工号 {number}。", "en": "There is no employee number {number}."},
}
register(WORDS)
