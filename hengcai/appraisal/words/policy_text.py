"""A policy in the words of those it judges: what is counted, how, and an example in figures."""

WORDS = {
    "policy_text.version": ("{kind}，第 {number} 版", "{kind}, version {number}"),
    "policy_text.heading.levels": ("每一级是什么意思", "What the levels mean"),
    "policy_text.levels.standard": (
        "4 级是对每个人、每一次的要求：该做的每次都做到，就是 4 级。",
        "Level 4 is what is expected of everyone, every time: anyone who does all of it gets a 4.",
    ),
    "policy_text.levels.others": (
        "3 级是差了一样，说得出差在哪里；5 级是 4 级要求的都做到了，又多做了标准里写明的那一步；1 级是违反要求，2 级在 1 "
        "级和 3 级之间。",
        "A 3 means that one part is missing and can be named. A 5 is a 4 plus the extra step that the "
        "standard names. A 1 is a breach; a 2 lies between 1 and 3.",
    ),
    "policy_text.levels.luck": (
        "看的是本人做了什么，不看客户夸没夸、后来结果好不好。没有机会做的写“不适用”或“未观察到”，不算 0 分。",
        "What counts is what you did, not whether the customer thanked you or how things turned out. If "
        "there was no occasion for something, it is “not applicable” or “not observed”, never a 0.",
    ),
    "policy_text.heading.sources": ("谁来评，各占多少", "Who rates, and how much each source counts"),
    "policy_text.source.superior": (
        "上级 {weight}：按本人岗位的能力表，每一项评 1 到 5 级。与质检结果相差两级以上的，要写明理由。",
        "Line manager {weight}: every competency on the form for your role, from 1 to 5. A rating two levels "
        "or more away from what the evaluations show needs a reason.",
    ),
    "policy_text.source.self": (
        "自评 {weight}：本人先填同一张表，提交之前看不到别人评的。",
        "Yourself {weight}: you fill in the same form first and cannot see anyone else's until you have "
        "submitted yours.",
    ),
    "policy_text.source.peer": (
        "同事 {weight}：别的岗位的同事，只评协作。",
        "Peers {weight}: colleagues in other roles, on collaboration only.",
    ),
    "policy_text.source.peer.least": (
        "同事 {weight}：别的岗位的同事，只评协作。不到 {least} 位不计，免得从总分推出谁打了几分。",
        "Peers {weight}: colleagues in other roles, on collaboration only. Fewer than {least} peers do not "
        "count, so that no one can work out who gave what.",
    ),
    "policy_text.source.customer": (
        "客户 {weight}：最近三个月客户给的满意度（1–5 分）和推荐度（0–10 分，0 折 1、10 折 5）。两样都给的取平均，一次评价算一个。",
        "Customers {weight}: how satisfied they were (1–5) and whether they would recommend the centre "
        "(0–10, where 0 converts to 1 and 10 to 5) over the last three months. A customer who answered both "
        "counts once, with the average.",
    ),
    "policy_text.source.customer.least": (
        "客户 {weight}：最近三个月客户给的满意度（1–5 分）和推荐度（0–10 分，0 折 1、10 折 5）。两样都给的取平均，一次评价算一个。"
        "不到 {least} 个评价太少，不计。",
        "Customers {weight}: how satisfied they were (1–5) and whether they would recommend the centre "
        "(0–10, where 0 converts to 1 and 10 to 5) over the last three months. A customer who answered both "
        "counts once, with the average. Fewer than {least} ratings are too few to count.",
    ),
    "policy_text.source.practical": (
        "实操 {weight}：情景模拟和笔试取平均，只有一样就用那一样。笔试 {points}，两档之间按比例折算；补考考得更好才用，最多按 60 分算。",
        "Practical test {weight}: the average of the scenario and the written test, or whichever one was "
        "taken. Written marks convert as follows: {points}, in proportion between. A resit counts only if it "
        "is better, and as 60 at most.",
    ),
    "policy_text.source.practical.point": ("{mark} 分折 {level} 级", "{mark} is level {level}"),
    "policy_text.items": (
        "同一来源里，一项的级取各位评价人的平均，几项再取平均。“未观察到”不计入平均。",
        "Within a source, the level of an item is the average across its raters, and the score of the source "
        "is the average across its items. “Not observed” is left out.",
    ),
    "policy_text.items.weights": (
        "权重不是 1 的项：{items}。",
        "Items with a weight other than 1: {items}.",
    ),
    "policy_text.source.quality": (
        "质检 {weight}：当期质检的平均。",
        "Quality {weight}: the average of the period's evaluations.",
    ),
    "policy_text.quality.beside": (
        "质检分不计入这个分，只放在旁边给上级作依据；它计入月度考核。",
        "Evaluations do not count towards this score. They are shown beside the line manager's form as "
        "evidence, and count in the monthly appraisal.",
    ),
    "policy_text.heading.missing": ("没有数据怎么办", "What happens if something is missing"),
    "policy_text.missing.source": (
        "没有人评的来源不算 0 分，它的权重按比例分给其余来源。有评价的来源权重加起来不到 {least}，就不出分，写明原因。",
        "A source with no ratings does not count as 0: its weight is shared among the others in proportion. "
        "If the remaining sources carry less than {least}, there is no score and you are told why.",
    ),
    "policy_text.missing.required": (
        "必须有{names}，没有就不出分。",
        "Without these there is no score at all: {names}.",
    ),
    "policy_text.missing.indicator": (
        "没有数据的指标不算 0 分，它的分按比例分给同组其余指标；整组都没有，分给其余各组。",
        "An indicator without data does not count as 0: its points are shared among the rest of its group in "
        "proportion. If a whole group has no data, its points are shared among the other groups.",
    ),
    "policy_text.heading.result": ("最后怎么定等次", "From the figures to the band"),
    "policy_text.result.rounded": (
        "中间各步按精确值计算，不作四舍五入；只在最后四舍五入一次，保留 {places} 位小数。等次看四舍五入后的分。",
        "Everything is calculated with exact values. Only the final figure is rounded, half up, to "
        "{places} decimal places, and the band is read from it.",
    ),
    "policy_text.result.rounded.one": (
        "中间各步按精确值计算，不作四舍五入；只在最后四舍五入一次，保留一位小数。等次看四舍五入后的分。",
        "Everything is calculated with exact values. Only the final figure is rounded, half up, to "
        "one decimal place, and the band is read from it.",
    ),
    "policy_text.result.band": ("{name}：{start} 起", "{name}: {start} or more"),
    "policy_text.result.band.last": ("{name}：低于 {start}", "{name}: below {start}"),
    "policy_text.result.remarks": (
        "上级和同事写的评语仅供参考，不计分。",
        "Comments by the line manager and peers are shown beside the result and carry no weight.",
    ),
    "policy_text.heading.rated": ("质检评的指标", "Indicators rated in evaluations"),
    "policy_text.rated.share": (
        "{names}：取本月各条质检的平均。1 到 5 级依次得 {shares}（评分表另有规定的除外），所以一直 4 级就是 {four}；是否项做到得 100%。",
        "{names}: the average of the month's evaluations. Levels 1 to 5 earn {shares} unless the scorecard "
        "says otherwise, so a 4 throughout earns {four}; a yes-or-no item that was done earns 100%.",
    ),
    "policy_text.rated.drawn": (
        "没有抽检计划时，评哪几条由质检主管指定。启动了抽检计划的，只算抽到的，并按抽中的概率折算；手工指定的照样评、照样反馈，不计分。",
        "Without a sampling plan, the quality supervisor picks what is scored. Once a plan has started, only "
        "the contacts it samples count, weighted by their chance of selection. Contacts picked by hand are "
        "still scored and discussed, but do not count.",
    ),
    "policy_text.rated.drawn.counted": (
        "没有抽检计划时，评哪几条由质检主管指定。启动了抽检计划的，抽到的按抽中的概率折算，手工指定的照样计分，一条算一条。",
        "Without a sampling plan, the quality supervisor picks what is scored. Once a plan has started, the "
        "contacts it samples count by their chance of selection. Contacts picked by hand count as well, each "
        "as one.",
    ),
    "policy_text.rated.observed.mystery": (
        "告知过本人的神秘顾客暗访也计分，一次算一条。",
        "Mystery visits that the agent was told about also count, each as one contact.",
    ),
    "policy_text.rated.observed.live": (
        "跟听也计分，一通算一条。",
        "Live listening also counts, each time as one contact.",
    ),
    "policy_text.rated.observed.both": (
        "告知过本人的神秘顾客暗访和跟听也计分，一次算一条。",
        "Mystery visits that the agent was told about and live listening also count, each as one contact.",
    ),
    "policy_text.rated.line": (
        "合格线写在评分表上，自带的表是 75 分，扣分制的 85 分。它只定一条记录合格不合格，月度里不另外扣分。",
        "The pass mark is on the scorecard: 75 on the built-in scorecards, 85 on those with deductions. It "
        "only says whether a contact passed; nothing more is taken off in the month.",
    ),
    "policy_text.rated.fatal": (
        "一处致命错误，整条记录的质检分记 0（评分表写明只清本大项的除外），不算这处错误的分照样写在旁边。"
        "在月度里，扣的是出错那一项所属指标的分。错在流程、系统、知识库或政策的，不扣本人的分。",
        "A fatal error sets the evaluation of the whole contact to 0, unless the scorecard limits it to its "
        "section; the score without the error is shown beside it. In the month, it only affects the "
        "indicator that the item belongs to. Errors caused by a process, a system, the knowledge base or a "
        "policy cost you nothing.",
    ),
    "policy_text.heading.counted": ("统计出来的指标", "Indicators that are counted"),
    "policy_text.counted": ("{name}（{points} 分）：{rule}。", "{name} ({points} points): {rule}."),
    "policy_text.counted.between": (
        "中间按比例折算，不分档。比如 {value}，得 {share}，就是 {earned} 分。",
        "In proportion between, with no steps: for example, {value} earns {share}, which is {earned} points.",
    ),
    "policy_text.meaning.first_contact_resolution": (
        "客户为一件事第一次找来，之后 {days} 天内没有为同一件事再来，也没标“未解决”，就算首次解决，记在第一个接的人头上。"
        "掉线后十分钟内接着打的，算同一次。满 {days} 天才判，没满的先不计。没有客户和诉求类别可查的，只看导入的标记。",
        "A matter counts as resolved at first contact if the customer does not contact us about it again "
        "within {days} days and the contact is not marked unresolved. It is credited to the agent who took "
        "the first contact; if the line drops and the customer is back within ten minutes, that is still the "
        "same contact. It is judged once the {days} days are over and is not counted before then. If the "
        "customer or the matter is not known, only the imported mark counts.",
    ),
    "policy_text.meaning.time_to_resolution": (
        "从建单到把结果告诉客户，平均用几个小时。只算服务时间，只算工单在本人手里的时候；转出去的、下班以后的时间不算。",
        "The average number of hours from opening the ticket to telling the customer the outcome. Only "
        "service hours count, and only while the ticket is with you: not while it is with others and not "
        "outside service hours.",
    ),
    "policy_text.meaning.satisfaction": (
        "客户评价里 4 分和 5 分占的比例。",
        "The share of ratings that are 4 or 5.",
    ),
    "policy_text.meaning.satisfaction.least": (
        "客户评价里 4 分和 5 分占的比例。不到 {least} 个评价太少，这个月不计，它的分归同组其余指标。",
        "The share of ratings that are 4 or 5. Fewer than {least} ratings are too few: they do not count "
        "that month, and the points are shared among the rest of the group.",
    ),
    "policy_text.meaning.upheld_complaints": (
        "只有判为有责的投诉才扣分；还没有判定的和无责的不扣。",
        "Only upheld complaints count, not complaints that are open or were not upheld.",
    ),
    "policy_text.meaning.adherence": (
        "在岗时间占排班时间的比例。因接待没结束而占用下班或休息时间的那一段，不算违反排班。",
        "Time at the desk as a share of scheduled time. Running over into a break or past the end of a shift "
        "because a contact was still going on does not count against you.",
    ),
    "policy_text.heading.example": ("举个例子", "A worked example"),
    "policy_text.example.given": ("{name} {score}", "{name} {score}"),
    "policy_text.example.given.customer": ("客户 {score}（{n} 个评价）", "Customers {score} ({n} ratings)"),
    "policy_text.example.skill": (
        "小林这一季：{given}。",
        "Lin's quarter: {given}.",
    ),
    "policy_text.example.peers": (
        "同事只有 {n} 位，不到 {least} 位，不计，{weight} 的权重按比例分给其余来源。",
        "Only {n} peers rated, fewer than {least}: they do not count, and their {weight} is shared among the "
        "other sources in proportion.",
    ),
    "policy_text.example.sum": (
        "{terms} = {sum}，除以 {weight} 得 {exact}，四舍五入为 {final}：{band}。",
        "{terms} = {sum}; divided by {weight}, that is {exact}, rounded to {final}: {band}.",
    ),
    "policy_text.example.all_fours": (
        "每一项都是 4 级的，总分 {final}，{band}；每一项都是 3 级的，{low}，{low_band}。",
        "A 4 throughout gives {final}, {band}; a 3 throughout gives {low}, {low_band}.",
    ),
    "policy_text.example.month": (
        "小林这个月：质检各项平均 {rated}；{counted}。",
        "Lin's month: an average of {rated} in every rated indicator; {counted}.",
    ),
    "policy_text.example.counted": ("{name} {value}，得 {share}", "{name} {value}, which earns {share}"),
    "policy_text.example.events": ("{name} {value} 件，得 {share}", "{name}: {value}, which earns {share}"),
    "policy_text.example.few": (
        "{name}只有 {n} 个，不足 {least} 个，不计",
        "{name}: only {n}, fewer than {least}, not counted",
    ),
    "policy_text.example.total": (
        "合计 {exact}，四舍五入为 {total}：{grade}。",
        "In total {exact}, rounded to {total}: {grade}.",
    ),
    "policy_text.example.moved": (
        "{name}的 {points} 分按比例分给了同组，现在{others}。",
        "The {points} points of {name} were shared among the rest of its group in proportion: {others}.",
    ),
    "policy_text.example.worth": ("{name}值 {points} 分", "{name} is now worth {points}"),
    "policy_text.example.fours_month": (
        "质检每一项都是 4 级、统计的指标都达标，是 {total} 分，{grade}；每一项都是 3 级、统计的指标各得一半，是 {low} 分，{low_grade}。",
        "A 4 in every rated indicator with every target met gives {total}, {grade}; a 3 throughout with half "
        "of the counted points gives {low}, {low_grade}.",
    ),
}
