"""What is wrong with a question of a file or of the bank: which one, where in it, and what to do."""

WORDS = {
    "question.not_object": ("{part}：这里应该是一个 JSON 对象。", "{part}: a JSON object is expected here."),
    "question.missing": ("题目 {question} 缺少 {part}。", "question {question}: {part} is missing."),
    "question.not_text": (
        "题目 {question} 的 {part} 要写成文字，或者写成中英文一对（zh 和 en）。",
        "question {question}: {part} must be a text, or a pair of zh and en.",
    ),
    "question.not_list": ("题目 {question} 的 {part} 要写成列表。", "question {question}: {part} must be a list."),
    "question.not_truth": (
        "题目 {question} 的 {part} 只能是 true 或 false。",
        "question {question}: {part} must be true or false.",
    ),
    "question.too_many": (
        "题目 {question} 的 {part} 最多 {most} 项。",
        "question {question}: {part} can have {most} entries at most.",
    ),
    "question.text_long": (
        "题目 {question} 的 {part} 有 {found} 个字，最多 {most} 个。",
        "question {question}: {part} has {found} characters; at most {most}.",
    ),
    "question.sign_of_no_text": (
        "题目 {question} 的 {part} 里有不能作文字的符号，请删掉。",
        "question {question}: {part} holds a sign that is no text. Remove it.",
    ),
    "question.kind_unknown": (
        "题目 {question} 的题型“{value}”不认识，可用的有：{known}。",
        "question {question}: there is no kind “{value}”; use one of {known}.",
    ),
    "question.number_wrong": (
        "题目 {question} 的 {part}：“{value}”不是数。请写成 0.25 或 -1/3 这样。",
        "question {question}, {part}: “{value}” is not a number. Write it like 0.25 or -1/3.",
    ),
    "question.language_wrong": (
        "题目 {question} 的 {part}：“{value}”不是语言代码。请写 zh 或 en。",
        "question {question}, {part}: “{value}” is not a language code. Write zh or en.",
    ),
    "question.level_wrong": (
        "题目 {question} 的 {part}：“{value}”不对，只能是 1（记住）、2（会用）或 3（会判断）。",
        "question {question}, {part}: “{value}” is not 1 (recall), 2 (apply) or 3 (judge).",
    ),
    "question.id_wrong": (
        "题目 {question} 的 {part} 不能为空，前后不能有空格，不能换行，最多 {most} 个字符。",
        "question {question}: {part} must be filled in, on one line without outer spaces, {most} characters at most.",
    ),
    "question.code_wrong": (
        "题目 {question} 的 {part}：“{value}”里不能有分号、等号、空格和花括号，请改写。",
        "question {question}, {part}: “{value}” may not hold semicolons, equals signs, spaces or braces.",
    ),
    "question.twice": (
        "题目 {question} 的 {part} 里，“{value}”出现了两次，请改成不同的。",
        "question {question}: “{value}” stands twice in {part}. Make them different.",
    ),
    "question.none": ("题目 {question} 没有 {part}，请补上。", "question {question}: there are no {part}. Add them."),
    "question.empty": (
        "题目 {question} 的 {part} 是空的，请填写。",
        "question {question}: {part} is empty. Fill it in.",
    ),
    "question.points_outside": (
        "题目 {question} 的分值要在 0 到 {most} 之间。",
        "question {question}: points must be between 0 and {most}.",
    ),
    "question.share_outside": (
        "题目 {question} 的 {part}：{value} 不对，要在 -1 到 1 之间。",
        "question {question}, {part}: {value} must be between -1 and 1.",
    ),
    "question.number_outside": (
        "题目 {question} 的 {part} 太大，或者容差是负数，请改小。",
        "question {question}: the number or tolerance of {part} is too large or negative.",
    ),
    "question.not_true_false": (
        "题目 {question} 的 {part}：“{value}”不对，只能是 true 或 false。",
        "question {question}, {part}: “{value}” must be true or false.",
    ),
    "question.gaps_differ": (
        "题目 {question} 的正文里标出的空（{marked}）和给出答案的空（{known}）不一致，请对上。",
        "question {question}: the gaps marked in the text ({marked}) are not those with answers ({known}).",
    ),
    "question.gap_of_two_kinds": (
        "题目 {question} 的 {part} 要么给选项，要么给答案，只能给一种。",
        "question {question}: give {part} either options or answers, one of the two.",
    ),
}
