"""What each permission lets somebody do."""

WORDS = {
    "right.records.record.see": ("查看他人的结果确认", "See other people's confirmations of results"),
    "right.records.record.see_own": ("查看自己的结果确认", "See their own confirmations of results"),
    "right.records.record.open": ("通知考核结果", "Give notice of results"),
    "right.records.record.answer": ("对自己的结果签字或提出异议", "Sign or object to their own results"),
    "right.records.interview.lead": ("主持绩效面谈", "Lead feedback interviews"),
    "right.records.record.hold": ("暂缓归档", "Hold a result back from the archive"),
    "right.records.record.archive": ("归档结果确认", "Archive confirmed results"),
    "right.records.record.erase": ("清除已归档的个人信息", "Erase personal data from the archive"),
    "right.records.bundle.see": ("导出个人证据材料", "Take out a person's evidence bundle"),
    "right.records.training.note": ("登记已做的培训", "Note training that was given"),
}
