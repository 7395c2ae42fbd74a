"""Sentences of `hengcai policy`."""

from hengcai.base.say import register

register(
    {
        "policy_cli.help": {
            "zh": "考核制度：试算草案、查看签收、存民主程序的文件、登记纸上签收",
            "en": "appraisal policies: test a draft, see who has acknowledged, add consultation documents, record "
            "acknowledgements on paper",
        },
        "policy_cli.what-if": {
            "zh": "用已发布考核留存的数据按草案重算，看谁的等次会变、绩效工资多支出多少；不保存任何结果",
            "en": "recalculates a published cycle under a draft: who would change band and what it would cost; nothing "
            "is saved",
        },
        "policy_cli.signatures": {
            "zh": "一版制度有多少人签收，还差谁",
            "en": "shows how many people have acknowledged a version and who has not",
        },
        "policy_cli.add-file": {
            "zh": "给一版制度的民主程序存文件：会议纪要、照片、签到表",
            "en": "adds consultation documents to a version: minutes, photographs, attendance lists",
        },
        "policy_cli.take-signatures": {
            "zh": "登记纸上签收的人",
            "en": "records acknowledgements signed on paper",
        },
        "policy_cli.file": {
            "zh": "PDF、PNG、JPG、Word 或 Excel 文件，每个不超过 20 MB",
            "en": "PDF, PNG, JPG, Word or Excel files, 20 MB each at most",
        },
        "policy_cli.taken": {"zh": "签收的人，列：agent（工号）", "en": "who signed: a table with the column agent"},
        "policy_cli.on": {"zh": "纸上写的日期", "en": "the date written beside the signatures"},
        "policy_cli.kept": {"zh": "已存 {name}（sha256 {digest}）", "en": "{name} has been added (sha256 {digest})"},
        "policy_cli.taken_in": {
            "zh": "登记了 {n} 人，{people} 人中已有 {done} 人签收。",
            "en": "{n} recorded; {done} of {people} have acknowledged.",
        },
        "policy_cli.draft": {"zh": "制度文件（YAML）", "en": "policy file (YAML)"},
        "policy_cli.kind": {"zh": "季度制度还是月度制度", "en": "quarterly or monthly policy"},
        "policy_cli.cycle": {
            "zh": "用哪次考核试算（编号）；不写就用最近一次已发布的",
            "en": "code of the cycle to test it on; if left out, the latest published one",
        },
        "policy_cli.base": {
            "zh": "绩效工资基数表：agent, base（CSV、XLSX 等）",
            "en": "table of pay bases: agent, base (CSV, XLSX and others)",
        },
        "policy_cli.to": {"zh": "另存为 Excel 文件", "en": "also writes an Excel workbook"},
        "policy_cli.version": {"zh": "哪一版，例如 quarterly-2", "en": "which version, such as quarterly-2"},
        "policy_cli.json": {"zh": "- ：输出一个 JSON 对象", "en": "use - for one JSON object on standard output"},
        "policy_cli.signed": {
            "zh": "{people} 人中已有 {done} 人签收，还差：",
            "en": "{done} of {people} have acknowledged; still outstanding:",
        },
        "policy_cli.unknown": {
            "zh": "没有“{value}”这一版制度，写法例如 quarterly-2。",
            "en": "There is no policy version “{value}”. Write it like quarterly-2.",
        },
    }
)
