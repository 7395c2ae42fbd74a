NAMES = {
    "quality.observation.kind.mystery": ("神秘顾客", "Mystery shopping"),
    "quality.observation.kind.live": ("跟听", "Live listening"),
    "quality.observation.state.planned": ("待暗访", "Planned"),
    "quality.observation.state.visited": ("待评分", "To be scored"),
    "quality.observation.state.scored": ("已评分，未告知", "Scored, not told"),
    "quality.observation.state.told": ("已告知", "Told"),
    "quality.observation.state.called_off": ("已取消", "Cancelled"),
    "quality.observation.state.open": ("未完成", "Open"),
    "quality.survey.short": ("还差", "too few"),
    "quality.survey.enough": ("够了", "enough"),
    "quality.survey.over": ("超出", "more than asked for"),
    "move.record_visit": ("登记暗访经过", "Record the visit"),
    "move.score_observation": ("提交评分", "Submit the score"),
    "move.tell_observation": ("告知客服代表", "Tell the agent"),
    "move.call_off": ("取消", "Cancel"),
    "duty.observation.visit": ("神秘顾客暗访", "Mystery visit"),
    "duty.observation.read": ("查看暗访或跟听结果", "Read an observation"),
}
REFUSALS = {
    "quality.shopper_days": (
        "结束日期要在开始日期之后，最长 {most} 天。",
        "The last day must be after the first, and there may be at most {most} days.",
    ),
    "quality.shopper_hours": (
        "时段按整点填：开始早于结束，0 到 24 点之间。",
        "Enter whole hours from 0 to 24, with the first before the last.",
    ),
    "quality.shopper_visits": ("暗访次数填 1 到 {most}。", "Enter between 1 and {most} visits."),
    "quality.shopper_nobody": ("至少选一位神秘顾客。", "Choose at least one shopper."),
    "quality.shopper_card": (
        "评分表要么是同一渠道的，要么是走访用的。",
        "Choose a scorecard for this channel or for visits.",
    ),
    "quality.shopper_channel": ("渠道只能是：{known}。", "The channel must be one of {known}."),
    "quality.brief_name_long": ("名称最长 {most} 字。", "A name can have {most} characters at most."),
    "quality.brief_incomplete": (
        "名称、情境、要问什么、观察要点，都要填。",
        "Fill in the name, the scenario, what to ask and what to look for.",
    ),
    "quality.card_not_in_force": (
        "这张评分表没有在用，请另选一张。",
        "This scorecard is not in force; choose another.",
    ),
    "quality.call_off_reason_missing": ("请写明取消的原因。", "Enter the reason for cancelling."),
    "quality.not_a_visit": ("跟听不用登记经过。", "Live listening has no visit to record."),
    "quality.visit_ahead": ("暗访时间不能晚于现在。", "The visit cannot be later than now."),
    "quality.visit_of_oneself": ("遇到的是您本人，不能由您评分。", "This is your own contact; you cannot score it."),
    "quality.visit_agent_unknown": ("没有工号是“{number}”的客服代表。", "There is no agent with the number {number}."),
    "quality.visit_moment_unknown": ("请填暗访的日期和时间。", "Enter the date and time of the visit."),
    "quality.observation_not_open": (
        "现在不能评分：还没有登记经过，或者已经提交。",
        "It cannot be scored now: the visit has not been recorded yet, or the score has already been submitted.",
    ),
    "quality.observation_closed": (
        "已经告知客服代表，不能再加附件。",
        "The agent has been told, so no more files can be added.",
    ),
    "quality.observation_files": ("最多 {most} 个附件。", "You can add {most} files at most."),
    "quality.not_seen_nor_heard": (
        "只收图片（PNG、JPEG、WebP）和录音录像（WAV、MP3、FLAC、Ogg、MP4、WebM）。",
        "Only pictures (PNG, JPEG, WebP) and recordings (WAV, MP3, FLAC, Ogg, MP4, WebM) can be added.",
    ),
    "quality.nothing_to_tell": (
        "这一批没有已评分、未告知的暗访。",
        "There is no visit in this round that has been scored but not told yet.",
    ),
}
WORDS = NAMES | REFUSALS
