"""The lines an interview form starts with."""

WORDS = {
    "records.draft.skill": ("{name}：评定 {level} 级。", "{name}: rated {level}."),
    "records.draft.skill.seen": (
        "{name}：评定 {level} 级，质检看到 {observed} 级（{n} 条记录）。",
        "{name}: rated {level}; evaluations show {observed} (contacts: {n}).",
    ),
    "records.draft.month": ("{name}：得分率 {percent}%。", "{name}: {percent}% of the points available."),
    "records.draft.month.n": (
        "{name}：得分率 {percent}%（依据 {n} 条记录）。",
        "{name}: {percent}% of the points available (contacts: {n}).",
    ),
    "records.draft.step": ("{name}：做到“{anchor}”。", "{name}: “{anchor}”."),
}
