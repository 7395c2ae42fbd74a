"""What the audit log calls these acts and rows."""

ACTS = {
    "audit.did.add_questionnaire": ("新建了问卷", "Added a questionnaire"),
    "audit.did.answer_survey": ("填写了调查问卷", "Answered a survey"),
    "audit.did.close_survey": ("结束了调查", "Closed a survey"),
    "audit.did.copy_questionnaire": ("复制了问卷", "Copied a questionnaire"),
    "audit.did.edit_questionnaire": ("修改了问卷", "Edited a questionnaire"),
    "audit.did.export_survey": ("导出了调查结果", "Exported survey results"),
    "audit.did.extend_survey": ("延长了调查", "Extended the closing date of a survey"),
    "audit.did.keep_draft": ("保存了未提交的问卷", "Saved a survey that has not been submitted"),
    "audit.did.load_shipped_questionnaires": ("载入了系统自带问卷", "Loaded the built-in questionnaires"),
    "audit.did.open_survey": ("发起了调查", "Opened a survey"),
    "audit.did.publish_questionnaire": ("发布了问卷", "Published a questionnaire"),
    "audit.did.remind_invitees": ("催填了问卷", "Reminded people who had not answered a survey"),
    "audit.did.retire_questionnaire": ("停用了问卷", "Retired a questionnaire"),
}
THINGS = {
    "audit.thing.assessment.draft": ("未提交的问卷", "survey not yet submitted"),
    "audit.thing.assessment.invitee": ("调查对象", "person invited"),
    "audit.thing.assessment.question": ("题目", "question"),
    "audit.thing.assessment.questionnaire": ("问卷", "questionnaire"),
    "audit.thing.assessment.sheet": ("答卷", "response"),
    "audit.thing.assessment.survey": ("调查", "survey"),
    "audit.thing.assessment.tally": ("分组人数统计", "count"),
}
WORDS = ACTS | THINGS
