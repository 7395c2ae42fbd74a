"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.add_proof_file": ("上传了整改凭证", "Uploaded proof for a corrective action"),
    "audit.did.check_remedy": ("验证了整改效果", "Verified a corrective action"),
    "audit.did.close_remedy": ("关闭了整改项", "Closed a corrective action"),
    "audit.did.count_places": ("统计了报表数据", "Counted the figures for reports"),
    "audit.did.deliver_report": ("送达了报表", "Delivered a scheduled report"),
    "audit.did.make_report": ("生成了报表", "Generated a scheduled report"),
    "audit.did.read_report": ("查看了送达的报表", "Read a delivered report"),
    "audit.did.read_standing_report": ("查看了报表", "Read a scheduled report"),
    "audit.did.subscribe": ("订阅了报表", "Subscribed to a scheduled report"),
    "audit.did.unsubscribe": ("取消了报表订阅", "Cancelled a subscription to a report"),
    "audit.did.draft_month": ("起草了质量分析月报", "Drafted a monthly quality analysis"),
    "audit.did.edit_month": ("修改了质量分析月报", "Edited a monthly quality analysis"),
    "audit.did.enter_meeting": ("登记了质量分析会", "Recorded a quality meeting"),
    "audit.did.issue_month": ("签发了质量分析月报", "Issued a monthly quality analysis"),
    "audit.did.read_month_report": ("导出了质量分析月报", "Exported a monthly quality analysis"),
    "audit.did.revise_month": ("修订了质量分析月报", "Started a revision of a monthly quality analysis"),
    "audit.did.drop_remedy": ("取消了整改项", "Cancelled a corrective action"),
    "audit.did.finish_remedy": ("报告整改完成", "Reported a corrective action as done"),
    "audit.did.go_on_with_remedy": ("要求继续整改", "Asked for a corrective action to continue"),
    "audit.did.hand_over_remedy": ("更换了整改负责人", "Handed over a corrective action to another owner"),
    "audit.did.put_off_remedy": ("延后了整改截止日期", "Postponed a corrective action"),
    "audit.did.raise_from_cause": (
        "把差错归因转成了整改项",
        "Raised a corrective action from a cause of errors",
    ),
    "audit.did.raise_remedy": ("提出了整改项", "Raised a corrective action"),
    "audit.did.return_remedy": ("退回了整改项", "Sent a corrective action back"),
}
THINGS = {
    "audit.thing.improvement.decision": ("质量分析会的决定", "decision of a quality meeting"),
    "audit.thing.improvement.meeting": ("质量分析会", "quality meeting"),
    "audit.thing.improvement.monthreport": ("质量分析月报", "monthly quality analysis"),
    "audit.thing.improvement.delay": ("整改延期", "postponement of a corrective action"),
    "audit.thing.improvement.delivery": ("报表送达", "delivery of a report"),
    "audit.thing.improvement.placesum": ("报表数据", "report figures"),
    "audit.thing.improvement.standingreport": ("报表", "scheduled report"),
    "audit.thing.improvement.subscription": ("报表订阅", "subscription to a report"),
    "audit.thing.improvement.remedy": ("整改项", "corrective action"),
    "audit.thing.improvement.remedyfile": ("整改凭证", "proof for a corrective action"),
}
WORDS = ACTS | THINGS
