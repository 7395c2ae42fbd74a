"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.open_records": ("通知了考核结果", "Gave notice of results"),
    "audit.did.renew_record": ("通知了更正后的结果", "Gave notice of a corrected result"),
    "audit.did.replace_record": ("结果更正后，停止了原结果的确认", "Stopped asking about a corrected result"),
    "audit.did.hold_record": ("暂缓归档一份结果", "Held a result back from the archive"),
    "audit.did.release_record": ("解除一份结果的暂缓归档", "Released a result that was held back"),
    "audit.did.appoint_interview": ("约定了绩效面谈时间", "Arranged a feedback interview"),
    "audit.did.save_interview": ("填写了绩效面谈表", "Filled in a feedback interview"),
    "audit.did.hold_interview": ("完成了绩效面谈", "Held a feedback interview"),
    "audit.did.skip_interview": ("记录了未能面谈", "Noted that no interview was possible"),
    "audit.did.sign_record": ("签字确认了考核结果", "Signed a result"),
    "audit.did.object_to_record": ("对考核结果提出异议", "Objected to a result"),
    "audit.did.note_silences": ("记录了逾期未表态", "Noted silences"),
    "audit.did.archive_records": ("归档了结果确认", "Archived confirmed results"),
    "audit.did.note_archive_head": ("记下了归档批次的哈希值", "Noted the hash of an archive batch"),
    "audit.did.erase_personal_texts": ("清除了归档里的个人信息", "Erased personal data from the archive"),
    "audit.did.export_archive": ("导出了归档文件", "Took out the archive"),
    "audit.did.export_record": ("导出了一份结果确认", "Took out one confirmed result"),
    "audit.did.note_training": ("登记了培训", "Noted training given"),
    "audit.did.read_bundle": ("查看了一个人的证据材料", "Read a person's evidence bundle"),
    "audit.did.export_bundle": ("导出了一个人的证据材料", "Took out a person's evidence bundle"),
}
THINGS = {
    "audit.thing.records.batch": ("归档批次", "archive batch"),
    "audit.thing.records.interview": ("绩效面谈", "feedback interview"),
    "audit.thing.records.record": ("结果确认", "result confirmation"),
    "audit.thing.records.seal": ("结果确认的封存", "seal of a result confirmation"),
    "audit.thing.records.trainingnote": ("培训登记", "note of training given"),
}
WORDS = ACTS | THINGS
