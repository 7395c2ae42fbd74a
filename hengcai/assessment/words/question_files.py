"""What is said of files of questions: what a format cannot hold, what is wrong, what is refused."""

WORDS = {
    "questions.lost_to": (
        "题目 {question}：{format} 存不下 {parts}。",
        "question {question}: {format} cannot hold {parts}.",
    ),
    "questions.lost": ("题目 {question}：{parts} 没有带过来。", "question {question}: {parts} did not come along."),
    "questions.keys_unknown": (
        "题目 {question}：不认识 {keys}，没有带过来。",
        "question {question}: {keys} is not known here and did not come along.",
    ),
    "questions.share_unlisted": (
        "题目 {question} 没有写出：分值比例 {value} 不在 Moodle 的固定清单里，会让整份文件导入失败。",
        "question {question} was left out: the share {value} is not in Moodle's fixed list and would stop the import of the whole file.",
    ),
    "questions.kind_unheld": (
        "题目 {question} 没有带过来：{value} 这种题型不支持。",
        "question {question} was left out: questions of the type {value} are not supported.",
    ),
    "questions.kind_unheld_by": (
        "题目 {question} 没有写出：{format} 没有 {value} 这种题型。",
        "question {question} was left out: {format} has no questions of the kind {value}.",
    ),
    "questions.truth_unheld": (
        "题目 {question} 没有写出：这种格式的判断题只能一个全对、一个全错。",
        "question {question} was left out: in this format one of true and false is right and the other wrong, nothing between.",
    ),
    "questions.choice_unheld": (
        "题目 {question} 没有写出：GIFT 的单选题要有一个全对的选项、至少一个不全对的，选项不能为空。",
        "question {question} was left out: in GIFT one choice must be wholly right, another not, and none empty.",
    ),
    "questions.too_few_pairs": (
        "题目 {question} 没有写出：Moodle 的配对题至少要两个答案。",
        "question {question} was left out: Moodle asks for at least two answers to match.",
    ),
    "questions.pairs_unheld": (
        "题目 {question} 没有写出：GIFT 的配对题至少要两个答案，左边不能含“->”。",
        "question {question} was left out: in GIFT matching needs at least two answers and no “->” on the left.",
    ),
    "questions.arrow_unheld": (
        "题目 {question} 没有写出：GIFT 会把含“->”的填空题当成配对题。",
        "question {question} was left out: GIFT takes a short answer with “->” for a matching question.",
    ),
    "questions.gaps_unheld": (
        "题目 {question} 没有写出：正文里的空和这种格式的符号冲突，或者空的先后与编号不一致。",
        "question {question} was left out: its gaps are out of order, or clash with signs this format uses.",
    ),
    "questions.gap_unread": (
        "题目 {question} 的空“{value}”读不懂，请写成 1=答案 这样，一行一个。",
        "question {question}: the gap “{value}” cannot be read. Write 1=answer, one a line.",
    ),
    "questions.too_many_options": (
        "题目 {question} 没有写出：工作簿最多放 {most} 个选项或答案。",
        "question {question} was left out: a workbook holds {most} options or answers at most.",
    ),
    "questions.cell_long": (
        "题目 {question} 没有写出：一个单元格最多 {most} 个字。",
        "question {question} was left out: a cell holds {most} characters at most.",
    ),
    "questions.description": (
        "{question} 没有答案部分，是说明文字，没有带过来。",
        "{question} has no answers: it is a description and did not come along.",
    ),
    "questions.braces": (
        "题目 {question} 的花括号不成对，或者不止一对。文字里的花括号前要加反斜杠。",
        "question {question}: braces do not match, or there is more than one pair. Put a backslash before braces in the text.",
    ),
    "questions.answers_unread": (
        "题目 {question} 的答案部分读不懂，答案前要有 = 或 ~。",
        "question {question}: its answers cannot be read; each begins with = or ~.",
    ),
    "questions.undeclared": (
        "题目 {question} 的作答没有声明，读不出答案。",
        "question {question}: a response is not declared, so its answer is not known.",
    ),
    "questions.unscored": (
        "题目 {question} 没有写明正确答案，没法评分。",
        "question {question}: no right answer is given, so it cannot be scored.",
    ),
    "questions.id_twice": (
        "题号 {question} 用了两次，后一题没有带过来。",
        "the id {question} is used twice; the second question was left out.",
    ),
    "questions.json_broken": (
        "这一行不是完整的 JSON 对象，请检查括号和引号。",
        "this line is not a whole JSON object. Check brackets and quotes.",
    ),
    "questions.line_long": ("这一行超过 {most} 个字符，请检查。", "this line has more than {most} characters."),
    "questions.none": ("文件里没有可用的题目。", "there is no question in this file that can be used."),
    "questions.format_unsaid": (
        "从文件名看不出格式，请用 --to 写明：{known}。",
        "the name does not say the format. Use --to with one of {known}.",
    ),
    "questions.one_item": (
        "一个 QTI 的 .xml 文件只放一道题，现在有 {count} 道；请改写成 .zip。",
        "a QTI .xml file holds one question; there are {count}. Write a .zip.",
    ),
    "questions.xml_broken": (
        "XML 不完整或写错了，请检查这一行附近。",
        "the XML is broken here. Check the file around this line.",
    ),
    "questions.entities": (
        "XML 里声明了实体，可能用来撑爆内存，不读。请去掉 DOCTYPE 里的声明。",
        "the XML declares entities, which can be made to fill the memory. Remove the declarations.",
    ),
    "questions.too_deep": (
        "嵌套超过 {most} 层，正常的题目不会这样，不读。",
        "elements lie more than {most} deep, as no question does. The file is not read.",
    ),
    "questions.script": (
        "题目文字里夹带脚本（{found}），整个文件都不读。请去掉后再导入。",
        "a text carries script ({found}), so nothing of the file is read. Remove it and try again.",
    ),
    "questions.packed_too_large": (
        "解压后大得不正常，可能是压缩炸弹，不读。",
        "it would unpack to an absurd size, as a zip bomb does. The file is not read.",
    ),
    "questions.unsafe_name": (
        "压缩包里的文件名“{name}”指向包外，不读。",
        "the name “{name}” in the package leads out of it. The file is not read.",
    ),
    "questions.zip_damaged": (
        "压缩包损坏、加了密码或不完整，请重新导出。",
        "the package is damaged, encrypted or cut off. Export it again.",
    ),
    "questions.no_manifest": (
        "压缩包里没有 imsmanifest.xml，不是 QTI 题目包。",
        "there is no imsmanifest.xml in it: this is not a QTI package.",
    ),
    "questions.part_missing": (
        "清单里写了 {name}，压缩包里却没有。",
        "the manifest names {name}, which is not in the package.",
    ),
    "questions.not_moodle": (
        "这不是 Moodle XML：最外层应该是 quiz。",
        "this is no Moodle XML: its first element is not quiz.",
    ),
    "questions.not_item": (
        "{question} 不是 QTI 题目：最外层应该是 assessmentItem，里面要有 itemBody。",
        "{question} is no QTI item: its first element must be assessmentItem with an itemBody.",
    ),
    "questions.gift_long": (
        "一道题超过 {most} 个字符，前后缺少空行？",
        "a question has more than {most} characters. Is a blank line missing?",
    ),
    "questions.unknown_question": (
        "题目文件里没有 {question} 这道题。",
        "there is no question {question} in the file of questions.",
    ),
    "questions.response_twice": (
        "{person} 对题目 {question} 的作答出现了两次。",
        "{person}'s response to question {question} stands twice.",
    ),
    "questions.person_missing": ("这一行没有写是谁的作答。", "this row does not say whose response it is."),
    "questions.part_unknown": (
        "题目 {question} 没有 {parts}，这部分按未得分计。",
        "question {question} has no {parts}: it earns nothing.",
    ),
}
PARTS = {
    "language": ("语言", "its language"),
    "second_language": ("另一种语言的文字", "the text in the other language"),
    "competency": ("能力项", "its competency"),
    "level": ("认知层次", "its level"),
    "tags": ("标签", "its tags"),
    "points": ("分值", "its points"),
    "tolerance": ("精确的容差", "the exact tolerance"),
    "shuffle": ("不打乱选项的设置", "that options are not shuffled"),
    "guidance": ("评分说明", "the guidance for marking"),
    "answer_feedback": ("选项或答案的反馈", "feedback on single answers"),
    "overall_feedback": ("按整题对错给的反馈", "feedback on the whole answer"),
    "option_ids": ("选项编号", "ids of options"),
    "gap_ids": ("空的编号", "ids of gaps"),
    "distractors": ("重复的干扰项", "repeated distractors"),
    "weights": ("各部分不同的权重", "different weights of its parts"),
    "formatting": ("部分文字格式", "some formatting"),
    "table": ("表格的样式", "a table's layout"),
    "image": ("图片", "an image"),
    "media": ("音视频或嵌入内容", "sound, video or embedded content"),
    "sound": ("题目录音", "its recording"),
    "files": ("附带的文件", "attached files"),
    "hints": ("提示", "hints"),
    "case": ("区分大小写的要求", "that letter case counts"),
    "units": ("单位", "units"),
    "any_other_answer": ("对其他答案的处理", "what any other answer earns"),
    "template": ("作答模板", "the template of a response"),
    "signs": ("XML 不能含的符号", "signs that XML cannot hold"),
    "all_or_nothing": ("全对才得分的规则（改为按比例）", "that only a wholly right answer counts (made proportional)"),
    "weight_after_equals": (
        "等号后的百分比（按 Moodle 的读法是答案文字）",
        "the percentage after an equals sign (to Moodle it is part of the answer)",
    ),
}
WORDS |= {f"questions.part.{name}": texts for name, texts in PARTS.items()}
