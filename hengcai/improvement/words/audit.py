"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.add_proof_file": ("上传了整改凭证", "Added a file as proof of a measure"),
    "audit.did.check_remedy": ("验证了整改效果", "Verified a corrective measure"),
    "audit.did.close_remedy": ("关闭了整改项", "Closed a corrective measure"),
    "audit.did.drop_remedy": ("取消了整改项", "Cancelled a corrective measure"),
    "audit.did.finish_remedy": ("报告整改完成", "Reported a corrective measure done"),
    "audit.did.go_on_with_remedy": ("要求继续整改", "Had a corrective measure continued"),
    "audit.did.hand_over_remedy": ("更换了整改责任人", "Gave a corrective measure to another owner"),
    "audit.did.put_off_remedy": ("延长了整改期限", "Put off a corrective measure"),
    "audit.did.raise_from_cause": (
        "把差错归因转成了整改项",
        "Turned a cause of errors into a corrective measure",
    ),
    "audit.did.raise_remedy": ("提出了整改项", "Raised a corrective measure"),
    "audit.did.return_remedy": ("退回了整改项", "Sent a corrective measure back"),
}
THINGS = {
    "audit.thing.improvement.delay": ("整改延期", "postponement of a measure"),
    "audit.thing.improvement.remedy": ("整改项", "corrective measure"),
    "audit.thing.improvement.remedyfile": ("整改凭证", "proof of a measure"),
}
WORDS = ACTS | THINGS
