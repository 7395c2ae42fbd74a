"""Sentences of `hengcai courses`."""

from hengcai.base.say import register

WORDS = {
    "courses_cli.help": (
        "课程：列出、检查、导入、导出，看谁在学",
        "courses: list, check, load and export them, see who is learning",
    ),
    "courses_cli.list": ("列出课程", "lists the courses"),
    "courses_cli.check": ("检查课程文件写得对不对，不存", "checks a course file without storing it"),
    "courses_cli.load": (
        "把课程文件存为草稿，加 --publish 同时发布",
        "stores a course file as a draft; with --publish, publishes it",
    ),
    "courses_cli.export": ("把一门课导出为 YAML 文件", "exports a course as a YAML file"),
    "courses_cli.learning": ("列出谁在学什么、学到哪", "lists who is learning what and how far they are"),
    "courses_cli.file": ("课程的 YAML 文件", "YAML file of a course"),
    "courses_cli.code": ("课程编号，见 list", "code of the course, as shown by list"),
    "courses_cli.to": ("写到哪个文件；不写就到标准输出", "the file to write; if left out, standard output"),
    "courses_cli.publish": ("存好后直接发布", "publish it as well"),
    "courses_cli.late": ("只列已过完成日期的", "only those past the date to finish by"),
    "courses_cli.json": ("- ：输出一个 JSON 对象", "use - for one JSON object on standard output"),
    "courses_cli.none": ("没有课程。", "There are no courses."),
    "courses_cli.nobody": ("没有人在学。", "No one is learning."),
    "courses_cli.well": (
        "没有问题：{lessons} 个课时，{questions} 道题",
        "no faults; lessons: {lessons}, questions: {questions}",
    ),
    "courses_cli.loaded": ("{code} 第 {number} 版：{state}", "{code} version {number}: {state}"),
    "courses_cli.unknown": ("没有课程 {code}。", "There is no course {code}."),
    "courses_cli.head.code": ("编号", "Code"),
    "courses_cli.head.number": ("版本", "Version"),
    "courses_cli.head.title": ("课程", "Course"),
    "courses_cli.head.module": ("模块", "Module"),
    "courses_cli.head.tier": ("层级", "Tier"),
    "courses_cli.head.hours": ("学时", "Hours"),
    "courses_cli.head.lessons": ("课时", "Lessons"),
    "courses_cli.head.state": ("状态", "Status"),
    "courses_cli.head.person": ("工号", "Number"),
    "courses_cli.head.name": ("姓名", "Name"),
    "courses_cli.head.course": ("课程", "Course"),
    "courses_cli.head.done": ("已学课时", "Lessons done"),
    "courses_cli.head.due_on": ("完成日期", "Finish by"),
}
register({code: {"zh": zh, "en": en} for code, (zh, en) in WORDS.items()})
