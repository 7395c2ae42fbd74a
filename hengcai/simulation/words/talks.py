"""What is refused of conversations with a simulated customer, and of role plays."""

TALKS = {
    "simulation.no_card": ("这不是角色卡，没法对话。", "This is not a role card, so there is no conversation."),
    "simulation.model_off": (
        "还没有配置大模型接口，暂时不能与模拟客户对话。请管理员设置 HENGCAI_MODEL_URL 和 HENGCAI_MODEL_NAME。",
        "No model endpoint is configured, so there is no simulated customer. Ask the administrator to set HENGCAI_MODEL_URL and "
        "HENGCAI_MODEL_NAME.",
    ),
    "simulation.model_down": (
        "模拟客户暂时没有应答（接口连不上或太慢）。您说的话已经保存，稍后点“再等客户回答”。",
        "The simulated customer does not answer now: the endpoint is down or too slow. What you said is kept; press “Wait "
        "for the customer again” later.",
    ),
    "simulation.model_refused": (
        "模型接口拒绝了请求（{status}）。您说的话已经保存，请告诉管理员检查接口地址、名称和密钥。",
        "The model endpoint refused the request ({status}). What you said is kept. Ask the administrator to check address, "
        "name and key of the endpoint.",
    ),
    "simulation.model_unreadable": (
        "模型接口的回答读不懂。您说的话已经保存，请稍后再试。",
        "The answer of the model endpoint cannot be read. What you said is kept. Try again later.",
    ),
    "simulation.model_silent": (
        "模拟客户这次什么都没说。请点“再等客户回答”。",
        "The simulated customer said nothing this time. Press “Wait for the customer again”.",
    ),
    "simulation.model_busy": (
        "现在和模拟客户对话的人太多。您说的话已经保存，请稍后再试。",
        "Too many people are talking to the simulated customer. What you said is kept. Try again shortly.",
    ),
    "simulation.talked_on": (
        "对话在另一个页面上已经往下走了，下面是现在的位置。",
        "The conversation has moved on in another window. This is where it is now.",
    ),
    "simulation.customers_turn": (
        "现在该客户说话了，请先等客户回答。",
        "It is the customer’s turn. Wait for their answer first.",
    ),
    "simulation.turns_over": ("轮数用完了，请结束对话。", "All turns are used. End the conversation."),
    "simulation.said_nothing": ("请先写下您要说的话。", "Write what you want to say."),
    "simulation.said_much": ("一次最多 {most} 个字。", "{most} characters at most at a time."),
    "simulation.nothing_said_yet": (
        "您还一句话都没说。不想练了，请点“放弃”。",
        "You have not said anything yet. If you do not want to go on, give the run up.",
    ),
    "simulation.day_full": (
        "您今天已经说了 {most} 轮，明天再练吧。",
        "You have had {most} turns today. Practise again tomorrow.",
    ),
    "simulation.tokens_spent": (
        "中心今天的模型用量到上限了，明天再练；要调整，请管理员改 HENGCAI_MODEL_DAILY_TOKENS。",
        "The centre has used up today’s model budget. Go on tomorrow; the administrator can change HENGCAI_MODEL_DAILY_TOKENS.",
    ),
}
SHEETS = {
    "simulation.no_checklist": (
        "这个情景没有检查项，不能做现场对练。",
        "This scenario has no check-list, so it cannot be used for a role play.",
    ),
    "simulation.of_oneself": (
        "不能评自己；扮客户的和被评的也不能是同一个人。",
        "You cannot observe yourself, and the customer must be played by someone other than the agent.",
    ),
    "simulation.watched_already": (
        "这张检查表是另一位观察员的。",
        "This check-list belongs to another observer.",
    ),
    "simulation.not_waiting": (
        "这次对话还没有结束，或者还没有开始评分。",
        "This conversation is not over yet, or its marking has not begun.",
    ),
    "simulation.observed": (
        "这次对练由观察员结束。",
        "The observer ends this role play.",
    ),
    "simulation.handed_in": ("检查表已经提交，不能再改。", "The check-list has been submitted and cannot be changed."),
    "simulation.sheet_stale": (
        "这张检查表在另一台设备上改过了。请刷新后接着填。",
        "This check-list was changed on another device. Reload the page and go on.",
    ),
    "simulation.item_unknown": ("没有检查项 {item}。", "There is no check-list item {item}."),
    "simulation.mark_wrong": (
        "检查项 {item}：只能选做到、部分做到、没做到或没出现。",
        "Check-list item {item}: choose done, partly, not done or did not come up.",
    ),
    "simulation.items_unmarked": ("还有 {n} 项没有勾。", "{n} items are not marked yet."),
    "simulation.nothing_seen": (
        "所有项都是“没出现”，没法算分。要作废，请点“取消对练”。",
        "Every item “did not come up”, so there is nothing to score. To discard it, cancel the role play.",
    ),
    "simulation.notes_many": ("记录最多 {most} 条。", "{most} notes at most."),
    "simulation.note_wrong": (
        "每条记录要有时间和内容，最多 {most} 个字。",
        "A note needs a time and a text of {most} characters at most.",
    ),
    "simulation.comment_long": ("评语最多 {most} 个字。", "The comment can have {most} characters at most."),
    "simulation.both_agree": (
        "两个人都同意，才能录音。",
        "Recording needs the agreement of both people first.",
    ),
    "simulation.takes_many": ("一次对练最多 {most} 段录音。", "A role play can have {most} recordings at most."),
    "simulation.not_sound": (
        "这个文件不是能播放的录音。",
        "This is not a recording that can be played.",
    ),
    "simulation.person_unknown": (
        "没有工号 {number} 的人，或者不归您观察。",
        "There is no one with the number {number} whom you may observe.",
    ),
}
WORDS = TALKS | SHEETS
