"""What is wrong with a rule file, with its place; what is wrong with a conversation, by its id."""

RULES = {
    "autoscore.item_twice": ("规则编号 {id} 用了两次，请改一个。", "the id {id} is used twice. Change one."),
    "autoscore.no_items": ("至少要有一条规则。", "at least one item is needed."),
    "autoscore.word_wrong": ("词语不能为空，最多 {most} 个字。", "a word may not be empty; at most {most} characters."),
    "autoscore.words_count": ("词语要有 1 到 {most} 个。", "1 to {most} words are needed."),
    "autoscore.no_name": ("请写名称，zh 或 en 至少一个。", "a name in zh or en is needed."),
    "autoscore.score_wrong": (
        '“{value}”不是分数，请写成 "1" 或 "0.3" 这样。',
        '“{value}” is not a score; write it like "1" or "0.3".',
    ),
    "autoscore.too_deep": ("条件套得太深，最多 {most} 层。", "conditions are nested too deep; at most {most} levels."),
    "autoscore.one_condition": (
        "这里要写且只写一个条件，可用的有：{known}。",
        "exactly one condition is expected here, one of {known}.",
    ),
    "autoscore.words_or_pattern": (
        "say 里写 words 或 pattern，只能写一个。",
        "say takes words or pattern, one of the two.",
    ),
    "autoscore.vocabulary_unknown": ("词表里没有 {name}。", "there is no {name} in the vocabulary."),
    "autoscore.one_within": ("within 里写 first、last、turns 中的一个。", "within takes one of first, last and turns."),
    "autoscore.turns_order": ("起止轮次写反了。", "the first turn is after the last one."),
    "autoscore.empty_list": ("这里不能是空的。", "this may not be empty."),
    "autoscore.one_reach": ("写 turns 或 characters，只能写一个。", "turns or characters is expected, one of the two."),
    "autoscore.one_bound": ("at_least、at_most 至少写一个。", "at_least or at_most is needed."),
    "autoscore.bounds_order": ("at_least 不能大于 at_most。", "at_least may not be above at_most."),
    "autoscore.one_pace": ("over、under 至少写一个。", "over or under is needed."),
    "autoscore.column_unknown": (
        "交互记录没有“{name}”这一列，可用的有：{known}。",
        "contacts have no column {name}; use one of {known}.",
    ),
    "autoscore.value_unknown": ("“{value}”不认识，可用的有：{known}。", "“{value}” is not known; use one of {known}."),
    "autoscore.truth_wrong": ("这里只能写 true 或 false。", "true or false is expected here."),
    "autoscore.number_wrong": ("“{value}”不是秒数或速度。", "“{value}” is not a number of seconds or a pace."),
    "autoscore.hit_wrong": ("hit 只能写 true、false 或 null。", "hit must be true, false or null."),
    "autoscore.example_turn": (
        "例子的每一轮写成“agent: 说的话”，只能有一个说话人。",
        "each turn of an example is one speaker with what was said",
    ),
    "autoscore.pattern_wrong": (
        "这个正则写错了，或引擎不支持：{why}。",
        "the pattern is wrong, or the engine does not take it: {why}.",
    ),
    "autoscore.pattern_unsure": (
        "汉字旁边的 {sign} 会漏掉或多算，请改用词语，或者写明字符范围。",
        "{sign} beside Chinese characters misses hits or adds some. Use words, or name the characters.",
    ),
    "autoscore.never_applies": (
        "本文件只用于 {language}，这条规则永远用不上。",
        "this file is for {language} alone; the item can never apply.",
    ),
    "autoscore.example_unmet": (
        "规则 {id} 的例子应为 {wanted}，实际是 {found}。",
        "the example of {id} should be {wanted}, but is {found}.",
    ),
    "autoscore.item_in_two_files": (
        "规则编号 {id} 在别的文件里也有，请改一个。",
        "the id {id} is used in another file too. Change one.",
    ),
}
INPUT = {
    "autoscore.no_input": ("{path} 里没有可读的对话文件。", "there are no conversations to read in {path}."),
    "autoscore.input_kind": ("只认这些文件：{known}。", "only {known} can be read."),
    "autoscore.unreadable": ("读不出来，文件可能已损坏。", "it cannot be read; it may be damaged."),
    "autoscore.columns_missing": ("这个文件里要有 id 和 turns 两列。", "this file needs the columns id and turns."),
    "autoscore.no_json": ("不是 JSON 对象，已跳过。", "not a JSON object; left out."),
    "autoscore.no_id": ("有一条对话没有 id，已跳过。", "a conversation without an id was left out."),
    "autoscore.id_twice": (
        "对话 {id} 出现了两次。请去掉重复的再运行。",
        "conversation {id} is there twice. Remove one and run again.",
    ),
    "autoscore.turns_wrong": (
        "对话 {id}：turns 要写成列表，已跳过。",
        "conversation {id}: turns must be a list; left out.",
    ),
    "autoscore.speaker_wrong": (
        "对话 {id} 第 {turn} 轮：说话人只能是 agent、customer、system，已跳过。",
        "conversation {id}, turn {turn}: the speaker must be agent, customer or system; left out.",
    ),
    "autoscore.turn_long": (
        "对话 {id} 第 {turn} 轮超过 {most} 个字符，已跳过。",
        "conversation {id}, turn {turn}: longer than {most} characters; left out.",
    ),
    "autoscore.time_wrong": (
        "对话 {id}：“{value}”不是秒数，已跳过。",
        "conversation {id}: “{value}” is not a number of seconds; left out.",
    ),
}
WORDS = RULES | INPUT
