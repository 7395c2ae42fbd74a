"""Certificates of courses: rights, refusals, the log."""

WORDS = {
    "right.training.certificate.issue": ("颁发培训证书", "Issue certificates of courses"),
    "right.training.certificate.revoke": ("撤销培训证书", "Revoke certificates of courses"),
    "right.training.certificate.see": ("查看培训证书", "See certificates of courses"),
    "training.test_not_passed": (
        "{name} 还没有通过“{course}”的考试，不能发证书。",
        "{name} has not passed the test of “{course}”, so no certificate can be issued.",
    ),
    "training.not_finished": (
        "课程还没有学完，不能发证书。",
        "A certificate can only be issued once the course is finished.",
    ),
    "training.nobody_to_certify": ("请至少选择一个人。", "Choose at least one person."),
    "training.revoked_without_reason": ("请填写撤销原因。", "Enter the reason for revoking the certificate."),
    "training.certificate_revoked": ("这张证书已经撤销。", "This certificate has already been revoked."),
    "audit.did.issue_certificates": ("颁发了培训证书", "Issued certificates of courses"),
    "audit.did.revoke_certificate": ("撤销了培训证书", "Revoked a certificate of a course"),
    "audit.thing.training.certificate": ("培训证书", "certificate of a course"),
}
