"""Sentences of `hengcai packages`."""

from hengcai.base.say import register

WORDS = {
    "packages.help": (
        "SCORM 课件：列出、检查、上传，查看学习情况",
        "SCORM packages: list, check and upload them, list who is how far",
    ),
    "packages.list": ("列出课件", "lists packages"),
    "packages.check": (
        "检查一个 zip 能不能作为 SCORM 课件上传，不保存任何内容",
        "checks whether a zip can be uploaded as a SCORM package; nothing is kept",
    ),
    "packages.add": ("上传一个课件", "uploads a package"),
    "packages.runs": ("列出每个人每一部分的学习情况", "lists how far each person is in each part"),
    "packages.file": ("课件包（.zip）", "the package, a .zip file"),
    "packages.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "packages.none": ("没有。", "None."),
    "packages.fit": (
        "可以上传：{title}，SCORM {edition}，{n} 个部分",
        "Fit to upload: {title}, SCORM {edition}, parts: {n}",
    ),
    "packages.added": ("已上传“{title}”，编号 {named}", "Uploaded “{title}”, code {named}"),
    "packages.head.code": ("编号", "Code"),
    "packages.head.title": ("名称", "Title"),
    "packages.head.edition": ("SCORM 版本", "Edition"),
    "packages.head.parts": ("部分数", "Parts"),
    "packages.head.people": ("打开过的人数", "Opened by"),
    "packages.head.done": ("学完人数", "Done by"),
    "packages.head.person": ("工号", "Number"),
    "packages.head.name": ("姓名", "Name"),
    "packages.head.course": ("课程", "Course"),
    "packages.head.part": ("部分", "Part"),
    "packages.head.completion": ("课件报告：学完", "Completion reported"),
    "packages.head.success": ("课件报告：通过", "Success reported"),
    "packages.head.share": ("课件报告：得分率", "Score reported (share)"),
    "packages.head.seconds": ("学习秒数", "Seconds"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})
