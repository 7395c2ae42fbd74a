from hengcai.base.say import register

WORDS = {
    "framework.state.draft": {"zh": "草稿", "en": "Draft"},
    "framework.state.published": {"zh": "现行", "en": "In force"},
    "framework.state.retired": {"zh": "已停用", "en": "Retired"},
    "framework.move.edit": {"zh": "修改草稿", "en": "Edit the draft"},
    "framework.move.publish": {"zh": "发布", "en": "Publish"},
    "framework.move.revise": {"zh": "修订，建新版本", "en": "Revise as a new version"},
    "framework.move.retire": {"zh": "停用", "en": "Retire"},
    "level.1": {"zh": "不符合要求", "en": "Does not meet the requirement"},
    "level.2": {"zh": "多数不符合", "en": "Mostly not met"},
    "level.3": {"zh": "部分符合要求", "en": "Partly meets the requirement"},
    "level.4": {"zh": "符合要求", "en": "Meets the requirement"},
    "level.5": {"zh": "卓越表现", "en": "Outstanding"},
    "need.must_have": {"zh": "入职必备", "en": "Must have"},
    "need.potential": {"zh": "潜力", "en": "Potential"},
    "assessed_by.recording": {"zh": "听录音", "en": "Recordings"},
    "assessed_by.simulation": {"zh": "情景模拟", "en": "Simulation"},
    "assessed_by.written_test": {"zh": "笔试", "en": "Written test"},
    "assessed_by.on_system": {"zh": "系统实操", "en": "On the system"},
    "assessed_by.rating": {"zh": "他人评价", "en": "Rating by others"},
    "assessed_by.figures": {"zh": "运营数据", "en": "Figures"},
    "assessed_by.interview": {"zh": "面试", "en": "Interview"},
    "indicator_kind.rated": {"zh": "按行为锚点评分", "en": "Rated by anchors"},
    "indicator_kind.counted": {"zh": "按数据计算", "en": "Counted"},
    "indicator_unit.share": {"zh": "占比，0 到 100%", "en": "Share, 0 to 100%"},
    "indicator_unit.hours": {"zh": "小时", "en": "Hours"},
    "indicator_unit.count": {"zh": "件数", "en": "Count"},
    "indicator_unit.seconds": {"zh": "秒", "en": "Seconds"},
    "indicator_unit.number": {"zh": "数，可以是负的", "en": "Number, may be negative"},
    "change.added": {"zh": "新增", "en": "Added"},
    "change.removed": {"zh": "去掉", "en": "Removed"},
    "change.changed": {"zh": "改写", "en": "Rewritten"},
    "change.what.competency": {"zh": "能力", "en": "Competency"},
    "change.what.indicator": {"zh": "关键行为指标", "en": "Behavioural indicator"},
    "change.what.anchor": {"zh": "行为锚点", "en": "Anchor"},
    "change.what.name": {"zh": "名称", "en": "Name"},
    "change.what.definition": {"zh": "定义", "en": "Definition"},
    "change.what.good": {"zh": "优秀表现", "en": "Good behaviours"},
    "change.what.poor": {"zh": "待改进表现", "en": "Poor behaviours"},
    "change.what.look_for": {"zh": "评价要点", "en": "What to look for"},
    "change.what.includes": {"zh": "包含的能力", "en": "Competencies included"},
    "change.what.dimension": {"zh": "所属维度", "en": "Dimension"},
    "framework.not_mapping": {
        "zh": "{where}：这里应当是“名称: 值”，不是一段文字或列表。",
        "en": "{where}: this must be “name: value” pairs, not text or a list.",
    },
    "framework.not_list": {"zh": "{where}：这里应当是列表。", "en": "{where}: this must be a list."},
    "framework.not_yes_or_no": {"zh": "{where}：只能写 true 或 false。", "en": "{where}: write true or false."},
    "framework.key_missing": {"zh": "{where}：缺少“{key}”。", "en": "{where}: “{key}” is missing."},
    "framework.id_malformed": {
        "zh": "{where}：编号“{id}”不能用。用小写英文字母、数字和下划线，不超过 40 个字符。",
        "en": "{where}: the code “{id}” cannot be used. Use lower-case letters, digits and underscores, 40 at most.",
    },
    "framework.id_twice": {"zh": "{where}：“{id}”出现了两次。", "en": "{where}: “{id}” appears twice."},
    "framework.text_missing": {
        "zh": "{where}：缺少 {language} 文字。中文（zh）和英文（en）都要写。",
        "en": "{where}: the {language} text is missing. Both zh and en are needed.",
    },
    "framework.language_unknown": {
        "zh": "{where}：只能有 zh 和 en，多出了 {languages}。",
        "en": "{where}: only zh and en are allowed; remove {languages}.",
    },
    "framework.lines_unequal": {
        "zh": "中文写了 {zh} 条，英文写了 {en} 条。一行一条，两边要对上。",
        "en": "There are {zh} lines in Chinese and {en} in English. Write one behaviour per line, the same number in both languages.",
    },
    "framework.count": {
        "zh": "{where}：现在有 {found} 条，要 {fewest} 到 {most} 条。",
        "en": "{where}: there are {found}; {fewest} to {most} are needed.",
    },
    "framework.anchor_levels": {
        "zh": "{where}：1、3、4、5 级都要写，2 级可以不写，别的级别没有。",
        "en": "{where}: levels 1, 3, 4 and 5 are required, 2 is optional, and there are no other levels.",
    },
    "framework.anchor_stretched": {
        "zh": "{where}：{level} 级用了“{word}”。请改为能听到、看到、查到的：说了哪句话、几次、先做哪步、几分钟内。",
        "en": "{where}: level {level} says “{word}”. Say what can be heard, seen or looked up instead: the words, "
        "how often, which step first, within how many minutes.",
    },
    "framework.anchor_same": {
        "zh": "{where}：{lower} 级和 {upper} 级只有程度词不同。请写明高一级多做了什么。",
        "en": "{where}: levels {lower} and {upper} only differ by a word of degree. Say what more is done at the higher level.",
    },
    "framework.includes_unknown": {
        "zh": "{where}：包含的“{id}”不在能力库里，或本身也是合并能力。",
        "en": "{where}: the included “{id}” is not in the library, or is itself a combined competency.",
    },
    "framework.use_outside": {
        "zh": "{where}：“{use}”不属于它包含的能力。",
        "en": "{where}: “{use}” does not belong to a competency it includes.",
    },
    "framework.use_unknown": {"zh": "{where}：没有“{use}”这个指标。", "en": "{where}: there is no indicator “{use}”."},
    "framework.competency_unknown": {
        "zh": "{where}：能力库里没有“{id}”。",
        "en": "{where}: “{id}” is not in the library.",
    },
    "framework.model_unknown": {"zh": "{where}：没有“{id}”这个模型。", "en": "{where}: there is no model “{id}”."},
    "framework.kind_unknown": {
        "zh": "{where}：类别“{kind}”不认识，可用：{known}。",
        "en": "{where}: there is no kind “{kind}”; use {known}.",
    },
    "framework.unit_unknown": {
        "zh": "{where}：单位“{unit}”不认识，可用：{known}。",
        "en": "{where}: there is no unit “{unit}”; use {known}.",
    },
    "framework.not_draft": {
        "zh": "第 {number} 版已经发布，不能再改；要改请修订成新版本，旧结果不受影响。",
        "en": "Version {number} has been published and cannot be changed. "
        "Revise it as a new version; earlier results stay as they are.",
    },
    "framework.level_map": {
        "zh": "上一版的级对到这一版：“{value}”不行。1 对 1，5 对 5，高一级的对过来也要高，例如 1→1，2→2，3→4，5→5。",
        "en": "conversion of the previous version's levels: “{value}” is not valid. 1 stays 1, 5 stays 5, and a higher level "
        "must stay higher, as in 1→1, 2→2, 3→4, 5→5.",
    },
    "framework.draft_open": {
        "zh": "第 {number} 版还是草稿。请先发布或放弃，再新建。",
        "en": "Version {number} is still a draft. Publish or discard it before you create another one.",
    },
    "framework.already_there": {
        "zh": "能力库已存在，不再载入。要恢复自带内容，请从文件导入为新草稿。",
        "en": "There is already a library, so it was not loaded again. To restore the built-in content, import it from a file as "
        "a new draft.",
    },
    "framework.none_in_force": {
        "zh": "还没有现行的能力库。请先发布一版。",
        "en": "No competency library is in force yet. Publish a version first.",
    },
    "framework.reason_missing": {"zh": "请写明出这一版的原因。", "en": "Enter why this version is being created."},
    "framework.changes_missing": {
        "zh": "请写明这一版修改了什么，以便判断是否需要重新校准。",
        "en": "Enter what has changed, so that others can tell whether recalibration is needed.",
    },
    "framework.reviewer_missing": {"zh": "请填写审核人。", "en": "Enter who reviewed it."},
    "framework.own_indicators": {
        "zh": "“{name}”下面有关键行为指标，行为锚点写在指标里。",
        "en": "“{name}” has behavioural indicators, so its anchors are written in those indicators.",
    },
    "framework.file_kind": {
        "zh": "能力库和岗位画像可以是 .yaml、.json 或 .xlsx。",
        "en": "a library or role profile must be a .yaml, .json or .xlsx file.",
    },
    "framework.place_malformed": {
        "zh": "“{place}”不是位置。位置照导出文件里的写法，例如 library[1].competencies[1].name。",
        "en": "“{place}” is not a valid position. Write it as in an exported file, such as library[1].competencies[1].name.",
    },
    "framework.file_broken": {
        "zh": "读不出来（{why}）。先导出一份，照着改。",
        "en": "cannot be read ({why}). Export a file first and edit it.",
    },
    "framework.version_unknown": {
        "zh": "能力库没有第 {number} 版。现有：{known}。",
        "en": "There is no version {number} of the library. Available: {known}.",
    },
    "profile.post_unknown": {
        "zh": "没有“{value}”这个岗位。现有：{known}。",
        "en": "There is no role “{value}”. Available: {known}.",
    },
    "profile.version_unknown": {
        "zh": "“{post}”的画像没有第 {number} 版。",
        "en": "The profile of “{post}” has no version {number}.",
    },
    "profile.version_of_which_post": {
        "zh": "请写明第 {number} 版是哪个岗位的。",
        "en": "State which role version {number} belongs to.",
    },
    "profile.none_in_force": {
        "zh": "“{post}”还没有现行画像。要草稿请写明第几版。",
        "en": "“{post}” has no profile in force. To see a draft, state its version.",
    },
    "profile.ranks": {
        "zh": "{where}：排序要从 1 到 {count}，不能重复。",
        "en": "{where}: ranks run from 1 to {count}, each used once.",
    },
    "profile.level": {
        "zh": "{where}：要求级别“{value}”不对，填 1 到 5，最多两位小数。",
        "en": "{where}: the required level “{value}” must be between 1 and 5, with two decimals at most.",
    },
    "profile.weight": {
        "zh": "{where}：权重“{value}”要大于 0、小于 1000。",
        "en": "{where}: the weight “{value}” must be above 0 and below 1000.",
    },
    "profile.not_a_number": {
        "zh": "{where}：“{value}”不是数字，写成 3.5 这样。",
        "en": "{where}: “{value}” is not a number; write it like 3.5.",
    },
    "profile.number_unquoted": {
        "zh": '{where}：数字要加引号，写成 "{value}"。',
        "en": '{where}: put the number in quotes, "{value}".',
    },
    "profile.need_unknown": {
        "zh": "{where}：“{need}”不认识，可用：{known}。",
        "en": "{where}: “{need}” is not valid; use {known}.",
    },
    "profile.assessed_by_missing": {
        "zh": "{where}：至少选一种考察方式。",
        "en": "{where}: choose at least one way of assessing.",
    },
    "profile.assessed_by_unknown": {
        "zh": "{where}：考察方式“{way}”不认识，可用：{known}。",
        "en": "{where}: “{way}” is not a known way of assessing; use {known}.",
    },
    "profile.not_draft": {
        "zh": "这份岗位画像已经发布，不能再改；要改请修订成新版本，旧结果不受影响。",
        "en": "This profile has been published and cannot be changed. "
        "Revise it as a new version; earlier results stay as they are.",
    },
    "profile.draft_open": {
        "zh": "“{post}”还有一份画像草稿没发布。先处理那一份。",
        "en": "“{post}” still has an unpublished draft profile. Publish or discard it first.",
    },
    "profile.framework_not_published": {
        "zh": "它依据的能力库还是草稿。先发布能力库，再发布岗位画像。",
        "en": "The library it is based on is still a draft. Publish the library first, then the role profile.",
    },
    "profile.empty": {
        "zh": "画像里一项能力都没有，不能发布。",
        "en": "The profile contains no competencies yet and cannot be published.",
    },
}
register(WORDS)
