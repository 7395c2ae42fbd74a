"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.open_records": ("通知了考核结果", "Sent out appraisal results"),
    "audit.did.renew_record": ("通知了更正后的结果", "Sent out a corrected result"),
    "audit.did.replace_record": (
        "结果更正后，停止了原结果的确认",
        "Stopped asking for confirmation of a result that was corrected",
    ),
    "audit.did.hold_record": ("暂缓归档一份结果", "Kept a result out of the archive for now"),
    "audit.did.release_record": ("解除一份结果的暂缓归档", "Allowed a result to be archived again"),
    "audit.did.appoint_interview": ("约定了绩效面谈时间", "Arranged an appraisal meeting"),
    "audit.did.save_interview": ("填写了绩效面谈表", "Filled in the appraisal meeting form"),
    "audit.did.hold_interview": ("完成了绩效面谈", "Completed an appraisal meeting"),
    "audit.did.skip_interview": ("记录了未能面谈", "Recorded that no appraisal meeting was possible"),
    "audit.did.sign_record": ("签字确认了考核结果", "Signed a result"),
    "audit.did.object_to_record": ("对考核结果提出异议", "Objected to a result"),
    "audit.did.enter_paper": ("录入了纸质反馈", "Entered a response given on paper"),
    "audit.did.confirm_paper": ("核对了纸质反馈", "Confirmed a response given on paper"),
    "audit.did.return_paper": ("退回了纸质反馈", "Returned a response given on paper"),
    "audit.did.open_paper": ("查看了纸质反馈的扫描件", "Opened the scan of a response on paper"),
    "audit.did.note_silences": ("记录了逾期未反馈", "Recorded results that got no response"),
    "audit.did.archive_records": ("归档了结果确认", "Archived result confirmations"),
    "audit.did.note_archive_head": ("记下了归档批次的哈希值", "Recorded the hash of an archive batch"),
    "audit.did.check_archive": ("发起了归档核验", "Started a verification of the archive"),
    "audit.did.note_check": ("记下了归档核验的结果", "Recorded the result of an archive verification"),
    "audit.did.erase_personal_texts": ("清除了归档里的个人信息", "Erased personal data from the archive"),
    "audit.did.export_archive": ("导出了归档文件", "Exported the archive"),
    "audit.did.export_record": ("导出了一份结果确认", "Exported a result confirmation"),
    "audit.did.note_training": ("登记了培训", "Recorded training given"),
    "audit.did.read_bundle": ("查看了一个人的证据材料", "Viewed a person's evidence bundle"),
    "audit.did.export_bundle": ("导出了一个人的证据材料", "Exported a person's evidence bundle"),
}
THINGS = {
    "audit.thing.records.batch": ("归档批次", "archive batch"),
    "audit.thing.records.interview": ("绩效面谈", "appraisal meeting"),
    "audit.thing.records.check": ("归档核验", "archive verification"),
    "audit.thing.records.paperanswer": ("纸质反馈", "response on paper"),
    "audit.thing.records.record": ("结果确认", "result confirmation"),
    "audit.thing.records.seal": ("结果确认的封存", "seal of a result confirmation"),
    "audit.thing.records.trainingnote": ("培训登记", "record of training given"),
}
WORDS = ACTS | THINGS
