from hengcai.accounts import rights_words  # noqa: F401 - its sentences register themselves
from hengcai.base.say import register

WORDS = {
    "accounts.the_system": {"zh": "系统", "en": "The system"},
    "role.agent": {"zh": "客服代表", "en": "Agent"},
    "role.lead": {"zh": "班组长", "en": "Team lead"},
    "role.analyst": {"zh": "质检员", "en": "Quality analyst"},
    "role.quality_supervisor": {"zh": "质检主管", "en": "Quality supervisor"},
    "role.trainer": {"zh": "培训师", "en": "Trainer"},
    "role.hr": {"zh": "人力资源", "en": "HR"},
    "role.appraisal_group": {"zh": "考核小组", "en": "Review panel"},
    "role.head": {"zh": "客服中心负责人", "en": "Centre head"},
    "role.admin": {"zh": "系统管理员", "en": "Administrator"},
    "role.liaison": {"zh": "业务接口人", "en": "Business liaison"},
    "permission.role": {
        "zh": "您的角色没有这项权限。需要的话，请系统管理员在“用户与权限”里调整。",
        "en": "Your access role does not allow this. If you need it, ask the administrator to change it under Users and rights.",
    },
    "permission.reach": {
        "zh": "不在您的数据权限范围内，不能打开。",
        "en": "This is outside your area of responsibility, so it cannot be opened.",
    },
    "move.state": {
        "zh": "现在不能执行：这一步已有人处理，或尚未到这一步。请刷新后查看。",
        "en": "This cannot be done now: the step has already been taken, or is not due yet. Reload the page to see the current status.",
    },
    "accounts.password_wrong": {
        "zh": "密码不对，没有签字。请输入您登录用的密码。",
        "en": "The password is not correct, so nothing was signed. Enter the one you sign in with.",
    },
    "accounts.confirmation_waits": {
        "zh": "密码错了多次，请过 {seconds} 秒再试。",
        "en": "Too many wrong passwords. Try again in {seconds} seconds.",
    },
    "accounts.username_taken": {
        "zh": "登录名“{username}”已被占用，请换一个。",
        "en": "The sign-in name “{username}” is taken; choose another.",
    },
    "accounts.username_missing": {"zh": "登录名不能空着。", "en": "A sign-in name is required."},
    "accounts.role_unknown": {"zh": "没有“{role}”这个角色。", "en": "There is no access role “{role}”."},
    "accounts.last_admin": {
        "zh": "这是最后一位系统管理员，不能取消；请先设另一位管理员。",
        "en": "This is the last administrator; appoint another one first.",
    },
    "accounts.permission_unknown": {
        "zh": "没有“{permission}”这项权限。",
        "en": "There is no permission “{permission}”.",
    },
    "accounts.in_use": {
        "zh": "这些账号已登录过，不能撤销：{usernames}。不再使用请停用。",
        "en": "these accounts have been used and cannot be removed: {usernames}. Close them instead.",
    },
    "accounts.password_to_change": {
        "zh": "请先把初始密码改成自己的密码。",
        "en": "Change the first password to one of your own first.",
    },
    "accounts.already_set_up": {
        "zh": "已有系统管理员；请登录后在“用户与权限”里添加用户。",
        "en": "There is an administrator already; sign in and add people under Users and rights.",
    },
}
register(WORDS)
