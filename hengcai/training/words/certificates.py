"""Certificates of courses: rights, refusals, the log."""

WORDS = {
    "right.training.certificate.issue": ("颁发培训证书", "Issue certificates of courses"),
    "right.training.certificate.revoke": ("撤销培训证书", "Revoke certificates of courses"),
    "right.training.certificate.reissue": ("重新颁发培训证书", "Reissue certificates of courses"),
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
    "training.certificate_expired": (
        "这张证书已过期，复训之后再发新证书。",
        "This certificate has expired. A new one is issued after the refresher.",
    ),
    "training.certificate_replaced": ("这张证书已经重新颁发过。", "This certificate has already been reissued."),
    "training.certificate.state.stands": ("有效", "Valid"),
    "training.certificate.state.ending": ("快到期", "Expires soon"),
    "training.certificate.state.expired": ("已过期", "Expired"),
    "training.certificate.state.revoked": ("已撤销", "Revoked"),
    "training.certificate.state.replaced": ("已换发", "Replaced"),
    "duty.certificate.renew": ("证书快到期，请安排复训", "A certificate is about to expire: plan the refresher"),
    "audit.did.reissue_certificate": ("重新颁发了培训证书", "Reissued a certificate of a course"),
    "audit.did.remind_of_certificates": (
        "提醒了快到期的证书",
        "Sent reminders of certificates that are about to expire",
    ),
    "audit.did.issue_certificates": ("颁发了培训证书", "Issued certificates of courses"),
    "audit.did.revoke_certificate": ("撤销了培训证书", "Revoked a certificate of a course"),
    "audit.thing.training.certificate": ("培训证书", "certificate of a course"),
}
