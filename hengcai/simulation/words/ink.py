"""What is refused of ink stories, files and role cards."""

INK = {
    "simulation.ink_large": (
        "ink 源文件最多 20 万字，编译后最多 100 万字。",
        "An ink source can have 200,000 characters at most, its compiled form a million.",
    ),
    "simulation.ink_not_compiled": (
        "这不是编译好的 ink 故事（.json）。",
        "This is not a compiled ink story (.json).",
    ),
    "simulation.ink_version": (
        "这份 ink 故事的格式版本是 {version}，这里能运行 19 到 21。请用新版 ink 重新编译。",
        "This ink story has format version {version}; versions 19 to 21 can be played here. Compile it with a current ink.",
    ),
    "simulation.ink_external": (
        "故事里用了 EXTERNAL 外部函数，这里没有。请去掉后再编译。",
        "The story uses EXTERNAL functions, which do not exist here. Remove them and compile it again.",
    ),
    "simulation.ink_endless": (
        "故事跑了很久也没到下一个选项或结局，可能在绕圈。",
        "The story runs on without reaching a choice or an end. It may be going round in circles.",
    ),
    "simulation.ink_broken": ("故事无法运行：{text}", "The story cannot be played: {text}"),
    "simulation.ink_broke_off": (
        "故事运行中断了，请再试一次。之前的选择都在。",
        "The story broke off. Try again; the choices made so far are kept.",
    ),
    "simulation.ink_uncompiled": (
        "这个故事还没有编译好。请打开编辑页，改完编译错误后保存。",
        "This story is not compiled yet. Open it in the editor, correct what the compiler names, and save.",
    ),
    "simulation.nothing_to_choose": (
        "这个故事一个选项都没有就结束了，没法练。",
        "This story ends without a single choice, so there is nothing to play.",
    ),
    "simulation.too_long": (
        "这次模拟已经选了 {most} 步，到上限了。请放弃后重新开始。",
        "This run has reached the limit of {most} choices. Give it up and start again.",
    ),
    "simulation.ink_no_end": (
        "走完“{path}”后没有用标签写明结局，例如 # end: good。",
        "After “{path}” no tag says how it ends, such as # end: good.",
    ),
    "simulation.ink_silent": (
        "走完“{path}”后一句话都没有就结束了。",
        "After “{path}” it ends without a word.",
    ),
    "simulation.ink_few_ends": (
        "结局有 {found} 种，至少要 {least} 种（good、middling、poor）。",
        "There are {found} kinds of end; at least {least} are needed (good, middling, poor).",
    ),
    "simulation.ink_competency": (
        "标签里的能力 {competency} 不在这个情景的能力里。",
        "The tag names {competency}, which is not among the competencies of this scenario.",
    ),
    "simulation.ink_choice_twice": (
        "“{path}”之后有两个选项来自同一处，没法分清选了哪一个。",
        "After “{path}” two choices come from the same place and cannot be told apart.",
    ),
    "simulation.ink_unmarked": (
        "有一条路全程没有给 {competency} 打过分：{path}。",
        "On one path nothing is marked for {competency}: {path}.",
    ),
    "simulation.file_not_utf8": (
        "第 {line} 行不是 UTF-8 文字。请用 UTF-8 编码保存后再上传。",
        "Line {line} is not UTF-8 text. Save the file as UTF-8 and upload it again.",
    ),
    "simulation.file_missing": ("请选一个文件。", "Choose a file."),
}
CARDS = {
    "simulation.kind_unknown": ("没有“{kind}”这种情景。", "There is no kind of scenario “{kind}”."),
    "simulation.no_choices": (
        "角色卡没有选项可选，请按对练或与模拟客户对话的方式进行。",
        "A role card has no choices. Practise it as a role play or with the simulated customer.",
    ),
    "simulation.turns_wrong": ("轮数要在 1 到 {most} 之间。", "The number of turns must be between 1 and {most}."),
    "simulation.item_name": ("检查项编号“{item}”不能用。", "The check-list code “{item}” cannot be used."),
    "simulation.item_twice": ("有两个检查项用了同一个编号。", "Two check-list items have the same code."),
    "simulation.customer_untold": (
        "客户的身份、目的和第一句话要有中文和英文。",
        "The customer’s role, aim and first words are needed in Chinese and in English.",
    ),
    "simulation.facts_uneven": (
        "客户知道的事，中文和英文行数要一样，一行一件，一一对应。",
        "What the customer knows needs as many lines in Chinese as in English, one line for one.",
    ),
    "simulation.fact_untold": (
        "客户知道的每件事要有中文和英文。",
        "Each fact the customer knows is needed in Chinese and in English.",
    ),
    "simulation.few_items": (
        "检查项有 {found} 个，至少要 {least} 个。",
        "There are {found} check-list items; at least {least} are needed.",
    ),
    "simulation.item_untold": (
        "检查项 {item} 要有中文和英文。",
        "The check-list item {item} is needed in Chinese and in English.",
    ),
    "simulation.item_competency": (
        "检查项 {item}：{competency} 不在这个情景的能力里。",
        "Check-list item {item}: {competency} is not among the competencies of this scenario.",
    ),
    "simulation.item_lacking": (
        "没有检查项对应能力 {competency}。",
        "No check-list item is about the competency {competency}.",
    ),
}
WORDS = INK | CARDS
