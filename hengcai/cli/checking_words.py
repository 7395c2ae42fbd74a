"""What `hengcai check` says, and what the first commands of a new centre say when they are done."""

from hengcai.base.say import register

WORDS: dict[str, tuple[str, str]] = {
    "line": ("{mark}  {what}：{state}", "{mark}  {what}: {state}"),
    "what.database": ("数据库", "database"),
    "what.lake": ("数据湖", "lake"),
    "what.fonts": ("字体", "fonts"),
    "what.administrator": ("系统管理员", "administrator"),
    "what.audit_heads": ("审计链头", "audit heads"),
    "what.notices": ("通知", "notices"),
    "notices": ("邮件：{mail}；群机器人 {count} 个", "e-mail: {mail}; group robots: {count}"),
    "notices_no_mail": ("未设置", "not set up"),
    "notices_stuck": (
        "发不出去：{names}。请到“通知”页测试",
        "cannot be sent: {names}; test them on the page Notices",
    ),
    "what.model": ("大模型", "model"),
    "what.speech": ("语音模型", "speech"),
    "what.scores": ("分数", "scores"),
    "database": ("{vendor}，表结构已是最新", "{vendor}, migrated"),
    "lake_remote": (
        "{lake}：本版只支持本机文件夹，请改 HENGCAI_LAKE",
        "{lake}: this version takes a local folder only; change HENGCAI_LAKE",
    ),
    "fonts": ("{count} 个文件；生僻字用：{second}", "{count} files; for rare characters: {second}"),
    "fonts_second": (
        "没有（可装 fonts-noto-cjk、fonts-hanazono）",
        "none (optional: fonts-noto-cjk, fonts-hanazono)",
    ),
    "fonts_missing": ("没有，出不了 PDF：请运行 make assets", "missing, PDFs need them: run make assets"),
    "administrator": ("已有", "set up"),
    "administrator_missing": (
        "还没有：请运行 hengcai setup --username 登录名",
        "none yet: run hengcai setup --username NAME",
    ),
    "heads_at_home": (
        "{file} 在 HENGCAI_HOME 里面，请改到外面",
        "{file} is inside HENGCAI_HOME: set HENGCAI_AUDIT_HEADS to a place outside it",
    ),
    "heads_off": ("没有设 HENGCAI_AUDIT_HEADS；{told}", "HENGCAI_AUDIT_HEADS is not set; {told}"),
    "heads_last": ("上次存于 {day}", "last saved {day}"),
    "heads_never": ("还没有存过", "never saved"),
    "off": ("没有开（可选）", "off (optional)"),
    "scores_equal": ("存下的分数和重算的都一样", "every stored score matches the recalculated one"),
    "scores_differ": ("{count} 个和重算的不一样，第一个：{first}", "{count} differ; the first: {first}"),
    "standards": (
        "现行能力库 {framework}；这次新载入质检评分表 {cards} 张、考核制度 {policies} 个。",
        "library {framework} is in force; newly loaded: {cards} scorecards, {policies} policies.",
    ),
    "administrator_made": (
        "已建系统管理员 {name}。现在运行 hengcai serve，用它登录。",
        "The administrator {name} has been created. Run hengcai serve and sign in.",
    ),
}
register({f"check.{code}": {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})
