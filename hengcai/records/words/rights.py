"""What each permission lets somebody do."""

WORDS = {
    "right.records.record.see": ("查看他人的结果确认", "See other people's result confirmations"),
    "right.records.record.see_own": ("查看自己的结果确认", "See their own result confirmations"),
    "right.records.record.open": ("通知考核结果", "Send out results"),
    "right.records.record.answer": ("对自己的结果签字或提出异议", "Sign or object to their own results"),
    "right.records.interview.lead": ("主持绩效面谈", "Hold appraisal meetings"),
    "right.records.paper.enter": ("录入他人的纸质反馈", "Enter other people's responses given on paper"),
    "right.records.paper.check": ("核对他人录入的纸质反馈", "Check responses on paper that others entered"),
    "right.records.record.hold": ("暂缓归档", "Keep a result out of the archive for now"),
    "right.records.record.archive": ("归档结果确认", "Archive result confirmations"),
    "right.records.archive.check": ("核验归档文件", "Verify the files of the archive"),
    "right.records.record.erase": ("清除已归档的个人信息", "Erase personal data from the archive"),
    "right.records.bundle.see": ("导出个人证据材料", "Export a person's evidence bundle"),
    "right.records.training.note": ("登记已做的培训", "Record training given"),
}
