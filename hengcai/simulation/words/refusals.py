"""What is refused of scenarios and runs."""

READING = {
    "simulation.unreadable": ("{place} 的内容识别不了，请检查格式。", "{place} cannot be read. Check its format."),
    "simulation.key_unknown": ("{place}：不认识“{key}”这一项。", "{place}: “{key}” is not known here."),
    "simulation.too_many": ("{place}：最多 {most} 个。", "{place}: {most} at most."),
    "simulation.code_wrong": (
        "编号以小写英文字母开头，只能用小写字母、数字和 _，最多 40 位。",
        "A code starts with a lower-case letter and can contain lower-case letters, digits and _, up to 40 characters.",
    ),
    "simulation.code_known": (
        "编号 {code} 已经用过，请换一个。",
        "The code {code} is already used. Choose another one.",
    ),
    "simulation.node_name": (
        "节点名“{node}”不能用：以小写字母开头，只能用小写字母、数字和 _。",
        "The node name “{node}” cannot be used: start with a lower-case letter; lower-case letters, digits and _ only.",
    ),
    "simulation.node_known": (
        "已经有节点 {node} 了，请换个名字。",
        "There is already a node {node}. Choose another name.",
    ),
    "simulation.node_there": ("没有节点 {node}。", "There is no node {node}."),
    "simulation.node_start": (
        "{node} 是开头，不能删；先把开头换成别的节点。",
        "{node} is the beginning and cannot be removed. Let the scenario begin elsewhere first.",
    ),
    "simulation.choice_name": (
        "{node}：选项编号“{choice}”不能用。",
        "{node}: the choice code “{choice}” cannot be used.",
    ),
    "simulation.choice_twice": ("{node}：有两个选项用了同一个编号。", "{node}: two choices have the same code."),
    "simulation.channel_unknown": ("没有“{channel}”这种渠道。", "There is no channel “{channel}”."),
    "simulation.minutes_wrong": ("时长要在 1 到 120 分钟之间。", "The length must be between 1 and 120 minutes."),
    "simulation.nodes_wrong": (
        "节点识别不了，或超过 {most} 个。",
        "The nodes cannot be read, or there are more than {most}.",
    ),
    "simulation.speaker_unknown": ("{node}：没有“{who}”这种说话人。", "{node}: there is no speaker “{who}”."),
    "simulation.share_wrong": (
        "{place}：得分“{share}”要写成 0 到 1 之间的数，例如 3/4。",
        "{place}: the mark “{share}” must be a number from 0 to 1, such as 3/4.",
    ),
    "simulation.flag_wrong": (
        "{node}/{choice}：标记要写成“名字 数字”，名字用小写字母，数字在 -9 到 9 之间。",
        "{node}/{choice}: write a flag as “name number”, the name in lower-case letters, the number from -9 to 9.",
    ),
    "simulation.condition_wrong": (
        "{node}：条件要写明看哪个标记或哪项能力，以及不低于或低于多少。",
        "{node}: a condition names one flag or one competency, and a lower or an upper bound.",
    ),
    "simulation.end_unknown": ("{node}：结局只有好、中、差三种。", "{node}: an end is good, middling or poor."),
    "simulation.text_long": (
        "{place}：一段文字最多 {most} 个字。",
        "{place}: a text can have {most} characters at most.",
    ),
    "simulation.file_large": ("文件超过 1 MB。", "The file is larger than 1 MB."),
    "simulation.file_broken": ("不是有效的 YAML 或 JSON。", "This is no valid YAML or JSON."),
    "simulation.twee_empty": ("文件里没有 Twee 段落。", "The file holds no Twee passages."),
    "simulation.line_unread": (
        "“{text}”识别不了。自动走向一行一条，例如：flag trust >= 1 > calm；score listening < 1/2 > cold；> next",
        "“{text}” cannot be read. One automatic way per line, such as: flag trust >= 1 > calm; score listening < 1/2 > cold; > next",
    ),
    "simulation.sets_unread": (
        "“{text}”识别不了。标记写成：trust 1, promised -1",
        "“{text}” cannot be read. Write flags like this: trust 1, promised -1",
    ),
    "simulation.lines_uneven": (
        "对白的中文和英文行数要一样：一行一句，一一对应。",
        "What is said needs as many lines in Chinese as in English, one line for one.",
    ),
    "simulation.title_missing": ("请填情景的标题。", "Enter a title for the scenario."),
}
PROBLEMS = {
    "simulation.start_missing": ("开头的节点不存在，请选一个。", "The node it begins with does not exist. Choose one."),
    "simulation.competency_missing": ("请选至少一项能力。", "Choose at least one competency."),
    "simulation.competency_unknown": (
        "现行能力标准里没有 {competency}。",
        "The framework in force has no competency {competency}.",
    ),
    "simulation.head_untold": (
        "标题和开场说明要有中文和英文。",
        "Title and briefing are needed in Chinese and in English.",
    ),
    "simulation.few_ends": (
        "结局有 {found} 个，至少要 {least} 个。",
        "There are {found} ends; at least {least} are needed.",
    ),
    "simulation.dead_end": (
        "{node}：走到这里没有路，也不是结局。",
        "{node}: it goes nowhere from here, and it is no end.",
    ),
    "simulation.mixed": (
        "{node}：选项、自动走向和结局只能有一种。",
        "{node}: choices, automatic ways and an end exclude each other.",
    ),
    "simulation.few_choices": ("{node}：选项至少要 {least} 个。", "{node}: at least {least} choices are needed."),
    "simulation.target_unknown": (
        "{node}/{choice}：通向的节点“{to}”不存在。",
        "{node}/{choice}: the node “{to}” it leads to does not exist.",
    ),
    "simulation.way_unknown": (
        "{node}：自动走向的节点“{to}”不存在。",
        "{node}: the node “{to}” it goes on to does not exist.",
    ),
    "simulation.mark_unknown": (
        "{node} {choice}：{competency} 不在这个情景的能力里。",
        "{node} {choice}: {competency} is not among the competencies of this scenario.",
    ),
    "simulation.flag_unset": (
        "{node}：没有哪个选项会改标记 {flag}。",
        "{node}: no choice ever changes the flag {flag}.",
    ),
    "simulation.no_default": (
        "{node}：自动走向的最后一条不带条件，其余各条都要带。",
        "{node}: the last automatic way has no condition, and all others have one.",
    ),
    "simulation.untold": ("{node}：对白要有中文和英文。", "{node}: what is said is needed in Chinese and in English."),
    "simulation.nothing_said": (
        "{node}：选之前要有人说话或有情况。",
        "{node}: somebody speaks or something happens before a choice.",
    ),
    "simulation.choice_untold": (
        "{node}/{choice}：选项和点评都要有中文和英文。",
        "{node}/{choice}: the choice and its feedback are needed in Chinese and in English.",
    ),
    "simulation.unreachable": ("{node}：没有路能走到这里。", "{node}: no path leads here."),
    "simulation.no_way_out": (
        "{node}：从这里可能一直绕圈，走不到结局。",
        "{node}: from here one may go round in circles without ever reaching an end.",
    ),
    "simulation.unmarked": (
        "{node}：有一条路全程没有给 {competency} 打过分：{path}。",
        "{node}: on one path nothing is marked for {competency}: {path}.",
    ),
}
PLAYING = {
    "simulation.stale": (
        "这份草稿刚被改过，您的页面不是最新的。请刷新后再改。",
        "This draft has just been changed by someone else. Reload the page and make your changes again.",
    ),
    "simulation.draft_there": (
        "情景 {code} 已经有一份草稿，请先改完或发布它。",
        "Scenario {code} already has a draft. Finish or publish that one first.",
    ),
    "simulation.nobody": (
        "情景模拟记在人员名下，您的账号还没有关联人员。想试练，请用编辑页的“从这里试练”。",
        "A simulation is kept under a person, and your account is not linked to one. To try a scenario, use “Play from "
        "here” in the editor.",
    ),
    "simulation.choice_unknown": ("没有这个选项，请重新选择。", "There is no such choice. Choose again."),
    "simulation.moved_on": (
        "这一步在另一个页面上已经选过了，下面是现在的位置。",
        "This step was already taken on another page. You are now here.",
    ),
    "simulation.run_over": ("这次模拟已经结束。", "This simulation is over."),
    "simulation.not_over": ("还没有走到结局。", "The end has not been reached yet."),
}
WORDS = READING | PROBLEMS | PLAYING
