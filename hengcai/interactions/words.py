from hengcai.base.say import register
from hengcai.interactions import draft_words, operation_words, recording_words, row_words, undo_words  # noqa: F401 - their sentences register themselves

WORDS = {
    "channel.call": {"zh": "电话", "en": "Call"},
    "channel.chat": {"zh": "在线", "en": "Chat"},
    "channel.ticket": {"zh": "工单", "en": "Ticket"},
    "channel.video": {"zh": "视频", "en": "Video"},
    "channel.visit": {"zh": "到访", "en": "Visit"},
    "complaint.none": {"zh": "无投诉", "en": "No complaint"},
    "complaint.open": {"zh": "投诉待认定", "en": "Complaint, not yet judged"},
    "complaint.upheld": {"zh": "有责投诉", "en": "Complaint upheld"},
    "complaint.not_upheld": {"zh": "无责投诉", "en": "Complaint not upheld"},
    "speaker.agent": {"zh": "客服", "en": "Agent"},
    "speaker.customer": {"zh": "客户", "en": "Customer"},
    "speaker.system": {"zh": "系统", "en": "System"},
    "kind.contacts": {"zh": "客户交互记录", "en": "Contacts"},
    "kind.measures": {"zh": "运营指标", "en": "Measures"},
    "kind.complaints": {"zh": "投诉认定结果", "en": "Complaints"},
    "kind.people": {"zh": "人员花名册", "en": "People"},
    "import.running": {"zh": "正在导入", "en": "Importing"},
    "import.done": {"zh": "已完成", "en": "Done"},
    "import.failed": {"zh": "已停下", "en": "Stopped"},
    "import.kind_unknown": {
        "zh": "不能导入“{value}”。可以导入：{known}。",
        "en": "“{value}” cannot be imported. Choose from {known}.",
    },
    "import.heading_unclear": {
        "zh": "“{heading}”这一列可能是 {meant}，分不清。请在页面上选一下，或用 --mapping 写明。",
        "en": "“{heading}” may mean any of {meant}. Choose one on the page, or state it with --mapping.",
    },
    "import.no_template": {
        "zh": "“{kind}”没有模板。",
        "en": "there is no template for “{kind}”.",
    },
    "template.table": {"zh": "填这里", "en": "Fill in here"},
    "template.notes": {"zh": "填写说明", "en": "Notes"},
    "template.name": {"zh": "{kind}-模板", "en": "{kind} template"},
    "template.column": {"zh": "列", "en": "Column"},
    "template.needed": {"zh": "必填", "en": "Needed"},
    "template.content": {"zh": "填什么", "en": "What to enter"},
    "template.example": {"zh": "例子", "en": "Example"},
    "template.code": {"zh": "程序用的列名", "en": "Name for programs"},
    "template.told": {"zh": "{text}", "en": "{text}"},
    "template.needed_told": {"zh": "必填；{text}", "en": "needed; {text}"},
    "template.for_example": {"zh": "例：{text}", "en": "e.g. {text}"},
    "template.yes": {"zh": "是", "en": "yes"},
    "template.no": {"zh": "否", "en": "no"},
    "import.option_unknown": {
        "zh": "导入 {kind} 时没有“{value}”这个选项，请去掉。",
        "en": "importing {kind} has no option “{value}”. Leave it out.",
    },
    "import.no_rows": {
        "zh": "只有列名，没有数据。请确认导出完整后再传。",
        "en": "there are column names but no data. Check that the export is complete and upload it again.",
    },
    "import.moved_on": {
        "zh": "这个文件正由另一个程序导入。请稍后看结果。",
        "en": "another process is importing this file. Check the result in a moment.",
    },
    "import.too_busy": {
        "zh": "同样的记录正从另一个文件导入，请等它完成后再试。",
        "en": "the same rows are being imported from another file. Try again once that has finished.",
    },
    "import.too_long": {
        "zh": "“{value}”太长（{found} 个字），最多 {most} 个字。",
        "en": "“{value}” is too long ({found} characters); the limit is {most}.",
    },
    "import.zero_character": {
        "zh": "文字里有空字符（NUL），无法保存。请删去后再传。",
        "en": "the text contains a null character (NUL), which cannot be stored. Remove it.",
    },
    "import.moment_malformed": {
        "zh": "“{value}”不是时间。请先写年，例如 2026-01-05T09:00:00 或 2026/1/5 9:00。",
        "en": "“{value}” is not a date and time. Write the year first, such as 2026-01-05T09:00:00 or 2026/1/5 9:00.",
    },
    "import.moment_skipped": {
        "zh": "“{value}”这个时间不存在：那天时钟往前拨，跳过了这个时间。请改正，或写明时区，例如 2026-01-05T09:00:00+08:00。",
        "en": "“{value}” does not exist: the clocks went forward that day and skipped it. Correct it, or write the time zone "
        "offset, such as 2026-01-05T09:00:00+08:00.",
    },
    "import.moment_twice": {
        "zh": "“{value}”那天出现过两次（时钟往回拨）。请写明时区，是哪一个：{both}。",
        "en": "“{value}” occurred twice that day because the clocks went back. Write it with its time zone offset: {both}.",
    },
    "import.day_malformed": {
        "zh": "“{value}”不是日期。请先写年，例如 2026-01-05 或 2026/1/5。",
        "en": "“{value}” is not a date. Write the year first, such as 2026-01-05 or 2026/1/5.",
    },
    "import.year_outside": {
        "zh": "“{value}”的年份不对，应在 {first} 到 {last} 之间。",
        "en": "the year of “{value}” must be between {first} and {last}. Correct it.",
    },
    "import.outside": {
        "zh": "“{value}”超出范围，应在 {low} 到 {high} 之间。",
        "en": "“{value}” is out of range. It must be between {low} and {high}.",
    },
    "import.too_many_places": {
        "zh": "“{value}”的小数太长，最多 {most} 位。",
        "en": "“{value}” has too many decimals. Give at most {most}.",
    },
    "import.choice_unknown": {
        "zh": "“{value}”不在可选项里。请用：{known}。",
        "en": "“{value}” is not a possible value. Use one of {known}.",
    },
    "import.yes_no_malformed": {
        "zh": "“{value}”应当是“是”或“否”（yes、no）。",
        "en": "“{value}” must be yes or no.",
    },
    "contact.agent_unknown": {
        "zh": "没有工号“{value}”。请先导入人员，或在导入时选“没有的工号自动建立”（--people create）。",
        "en": "no one has the employee number “{value}”. Import people first, or have unknown people created (--people create).",
    },
    "contact.ends_before_start": {
        "zh": "结束时间“{value}”早于开始时间，请核对。",
        "en": "the end “{value}” is before the start. Correct one of them.",
    },
    "service_hours.not_in_order": {
        "zh": "星期 {weekday}（0 是星期一）的服务时间不对：要从早到晚写，不重叠，在 0 到 1440 分钟之间。",
        "en": "the service hours of weekday {weekday} (0 is Monday) do not run from early to late within 0 to 1440 minutes.",
    },
    "contact.turns_and_text": {
        "zh": "turns 和 text 只能给一个。",
        "en": "give either turns or text, not both.",
    },
    "contact.id_twice": {
        "zh": "编号“{value}”在第 {first} 行已经有了，内容不同。请留一行，或换一个编号。",
        "en": "the id “{value}” is already in row {first} with different content. Keep one of the rows or change the id.",
    },
    "contact.id_taken": {
        "zh": "编号“{value}”以前导入过，内容不同。要以这次为准，请选“更新已有的记录”（--update）；否则请换编号。",
        "en": "the id “{value}” has already been imported with different content. To use this row instead, choose to update "
        "(--update); otherwise change the id.",
    },
    "turns.not_list": {
        "zh": "turns 应当是列表，每轮写成 {{speaker, text}}。",
        "en": "turns must be a list of {{speaker, text}}.",
    },
    "turns.not_object": {
        "zh": "第 {number} 轮不是 {{speaker, text}} 格式。",
        "en": "turn {number} is not of the form {{speaker, text}}.",
    },
    "turns.speaker_unknown": {
        "zh": "第 {number} 轮的说话人“{value}”不认识。请用 agent、customer 或 system（客服、客户、系统）。",
        "en": "the speaker “{value}” of turn {number} is not known. Use agent, customer or system.",
    },
    "turns.text_malformed": {
        "zh": "第 {number} 轮的 text 应当是文字。",
        "en": "the text of turn {number} must be text.",
    },
    "turns.seconds_malformed": {
        "zh": "第 {number} 轮的“{value}”不是秒数。",
        "en": "“{value}” in turn {number} is not a number of seconds.",
    },
    "turns.line_without_speaker": {
        "zh": "第 {number} 句“{value}”前面没写是谁说的。请写成“客服：…”或“客户：…”。",
        "en": "line {number}, “{value}”, does not say who is speaking. Begin it with “agent:” or “customer:”.",
    },
    "measure.ends_before_start": {
        "zh": "期末“{value}”早于期初，请核对。",
        "en": "the period ends on “{value}”, before it starts. Correct one of the days.",
    },
    "measure.code_malformed": {
        "zh": "指标名“{value}”只能用小写字母、数字和下划线，例如 csat_share。",
        "en": "“{value}”: use only lower-case letters, digits and underscores, such as csat_share.",
    },
    "measure.too_large": {
        "zh": "“{value}”太大，请核对单位。",
        "en": "“{value}” is too large. Check the unit.",
    },
    "measure.denominator_zero": {
        "zh": "分母是 {value}，算不出占比。没有样本的话，请删掉这一行。",
        "en": "the denominator is {value}, so there is no share. If there were no cases, leave the row out.",
    },
    "measure.not_its_parts": {
        "zh": "“{value}”与分子分母对不上：{numerator} ÷ {denominator} = {made_of}。请核对三个数。",
        "en": "“{value}” does not agree with its numerator and denominator: {numerator} ÷ {denominator} = {made_of}. Check all three.",
    },
    "measure.taken": {
        "zh": "这位客服的这个指标，这段时间已有另一个数。要以这次（{value}）为准，请选“更新已有的记录”（--update）。",
        "en": "there is already another figure for this agent, measure and period. To use {value} instead, choose to update (--update).",
    },
    "complaint.contact_unknown": {
        "zh": "没有编号“{value}”的交互记录。请先导入记录，或核对编号。",
        "en": "there is no contact “{value}”. Import the contacts first, or correct the id.",
    },
    "export.kind_unknown": {
        "zh": "不能导出“{value}”。可导出：{known}。",
        "en": "“{value}” cannot be exported. Choose from {known}.",
    },
    "lake.not_a_folder": {
        "zh": "交互原文目前只能放在文件夹里，HENGCAI_LAKE 却是“{value}”。请改成文件夹。",
        "en": "conversations can only be kept in a folder at present, but HENGCAI_LAKE is “{value}”. Set it to a folder.",
    },
    "lake.part_missing": {
        "zh": "原文文件 {path} 不在了。请从备份恢复。",
        "en": "the conversation file {path} is missing. Restore it from a backup.",
    },
    "lake.row_differs": {
        "zh": "原文文件 {path} 与索引对不上（{value}）。请从备份恢复。",
        "en": "the conversation file {path} does not match the index ({value}). Restore it from a backup.",
    },
}
register(WORDS)
