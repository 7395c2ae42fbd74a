"""What lies in whose inbox."""

WORDS = {
    "duty.record.notice": ("考核结果已出，请查看", "Your result has been published: please read it"),
    "duty.record.sign": ("请对考核结果签字或提出异议", "Sign your result or object to it"),
    "duty.record.interview": ("请安排绩效面谈", "Hold an appraisal meeting"),
    "duty.record.appointed": ("绩效面谈已约好时间", "Your appraisal meeting has been arranged"),
    "duty.record.paper": ("请打印结果确认书，让本人签字后录入", "Print the confirmation, have it signed and enter it"),
    "duty.record.paper_check": ("请核对纸质反馈的扫描件", "Check a response on paper against its scan"),
    "duty.record.paper_counted": ("您的纸质反馈已经录入", "Your response on paper has been entered"),
}
