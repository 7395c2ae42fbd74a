"""What messages say, what is refused about them, and what the audit log and the rights table call it."""

MESSAGES = {
    "notice.subject": ("【衡才】您有 {count} 项待办", "[Hengcai] You have {count} tasks"),
    "notice.subject.one": ("【衡才】您有 1 项待办", "[Hengcai] You have one task"),
    "notice.first_due": ("，最早 {day} 到期", ", first due {day}"),
    "notice.line.new": ("新待办：{what}", "New task: {what}"),
    "notice.line.reminder": ("提醒：{what}", "Reminder: {what}"),
    "notice.line.escalation": ("您负责的人员逾期未办：{what}", "Overdue with someone you are responsible for: {what}"),
    "notice.due": ("，{day} 前", ", by {day}"),
    "notice.more": ("- 还有 {count} 项", "- and {count} more"),
    "notice.more.one": ("- 还有 1 项", "- and one more"),
    "notice.open": ("请登录查看：{link}", "Open your inbox: {link}"),
    "notice.foot": (
        "要改变通知方式，请登录后在“我的账号”里设置。",
        "To change which notices you receive, sign in and open “My account”.",
    ),
    "notice.call.new": ("有新的待办", "You have a new task"),
    "notice.call.reminder": ("待办快到期了", "You have a task due soon"),
    "notice.call.escalation": ("有待办逾期了，请处理", "A task is overdue; please look at it"),
    "notice.trial": ("测试消息：衡才的通知能发到这里。", "Test message: notices from Hengcai arrive here."),
    "notice.trial.subject": ("【衡才】测试消息", "[Hengcai] Test message"),
}
REFUSALS = {
    "notice.robot_unknown": ("不支持“{value}”，可以选：{known}。", "“{value}” is not supported. You can use: {known}."),
    "notice.address": (
        "这个地址的格式不对，请从群机器人设置里重新复制。",
        "This address is not valid. Copy it again from the robot's settings.",
    ),
    "notice.address_host": (
        "地址应是 https，主机为 {known}；自建网关请先写进设置 HENGCAI_HOOK_HOSTS。",
        "The address must start with https:// and be on {known}. To use a gateway of your own, add it to the "
        "setting HENGCAI_HOOK_HOSTS first.",
    ),
    "notice.gateway_host": (
        "网关的主机“{value}”要先由管理员写进设置 HENGCAI_HOOK_HOSTS。",
        "Ask an administrator to add the gateway's host “{value}” to the setting HENGCAI_HOOK_HOSTS first.",
    ),
    "notice.hook_exists": (
        "已经有名为“{name}”的群机器人，请换个名称。",
        "There is already a robot called “{name}”. Choose another name.",
    ),
    "notice.name_missing": ("请填写名称。", "Enter a name."),
    "notice.handle_missing": (
        "请填写您在该群里的手机号或用户 ID，否则机器人不知道要 @ 谁。",
        "Enter your mobile number or user ID in that group, so that the robot knows whom to mention.",
    ),
    "notice.handle": (
        "手机号或用户 ID 只能用字母、数字和 _ - . @ +。",
        "A number or ID can only contain letters, digits and _ - . @ +",
    ),
    "notice.hook_off": ("这个群机器人不可用，请另选一个。", "This robot is not available. Choose another one."),
    "notice.stage_unknown": (
        "没有“{value}”这一类通知，可以选：{known}。",
        "There is no notice type “{value}”. You can use: {known}.",
    ),
    "notice.no_address": (
        "您的账号没有邮箱地址，请先填写邮箱地址。",
        "Your account has no e-mail address. Add one first.",
    ),
    "notice.no_mail": ("还没有设置邮件服务器，请联系系统管理员。", "No mail server has been set up yet."),
    "notice.trial_failed": (
        "测试消息没有送达（{said}）。请检查地址、密钥和机器人的安全设置。",
        "The test message was not delivered ({said}). Check the address, the secret and the robot's security settings.",
    ),
}
CALLED = {
    "right.inbox.channel.choose": ("选择自己的通知方式", "Choose their own notices"),
    "right.inbox.channel.settle": ("设置通知：邮件、群机器人、免打扰时段", "Set up notices: mail, robots, quiet hours"),
    "audit.did.choose_address": ("修改了自己的邮箱", "Changed their own e-mail address"),
    "audit.did.choose_notices": ("选择了自己的通知方式", "Changed their own notice settings"),
    "audit.did.settle_notices": ("设置了通知的时段", "Changed the sending times of notices"),
    "audit.did.add_hook": ("添加了群机器人", "Added a group robot"),
    "audit.did.switch_hook": ("启用或停用了群机器人", "Switched a group robot on or off"),
    "audit.did.remove_hook": ("删除了群机器人", "Removed a group robot"),
    "audit.did.try_hook": ("测试了群机器人", "Tested a group robot"),
    "audit.did.try_mail": ("测试了邮件", "Tested e-mail"),
    "audit.thing.inbox.hook": ("群机器人", "group robot"),
    "audit.thing.inbox.choice": ("通知方式", "notice settings of a person"),
    "audit.thing.inbox.noticeterms": ("通知设置", "notice settings"),
    "audit.thing.inbox.notice": ("通知", "notice"),
    "notice.robot.wecom": ("企业微信群机器人", "WeCom group robot"),
    "notice.robot.dingtalk": ("钉钉群机器人", "DingTalk group robot"),
    "notice.robot.feishu": ("飞书群机器人", "Feishu group robot"),
    "notice.robot.gateway": ("短信网关（HTTP）", "SMS gateway (HTTP)"),
    "notice.stage.new": ("新待办", "New tasks"),
    "notice.stage.reminder": ("提醒", "Reminders"),
    "notice.stage.escalation": ("我负责的人员逾期", "Overdue tasks of people I am responsible for"),
}
WORDS = MESSAGES | REFUSALS | CALLED
