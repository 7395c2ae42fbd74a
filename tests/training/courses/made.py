"""A small course, whole: two lessons, the first with two questions."""

from hengcai.base import clock
from hengcai.training import actions
from tests import cast


def pair(zh, en="x"):
    return {"zh": zh, "en": en}


def question(number, right="a"):
    options = [
        {"id": one, "text": pair(f"选项{one}"), "share": "1" if one == right else "0", "feedback": pair(f"反馈{one}")}
        for one in "abc"
    ]
    return {"id": number, "kind": "single", "text": pair(f"题目{number}"), "options": options, "points": "1"}


def standard():
    return {
        "aims": {"skill": [pair("三十秒内让客户说出事实")]},
        "methods": ["role_play"],
        "phases": [{"kind": "classroom", "minutes": 30, "what": pair("两人一组")}],
        "trainer": pair("做过两年投诉处理"),
        "topics": [{"title": pair("开场"), "points": [pair("先复述")], "exercise": pair("练三遍")}],
        "checks": [{"kind": "written", "way": pair("五题"), "points": [pair("全对")], "pass": pair("60 分")}],
    }


def definition(**changes):
    lessons = [
        {"code": "first", "title": pair("第一课", "Lesson one"), "minutes": 10, "body": pair("### 听\n听完再说。"), "check": ["q1", "q2"]},
        {"code": "second", "title": pair("第二课", "Lesson two"), "minutes": 5, "body": pair("正文")},
    ]  # fmt: skip
    return {
        "code": "openings", "module": "problem_solving", "tier": "advanced", "title": pair("开场三十秒", "The first thirty seconds"),
        "audience": ["in_post"], "competencies": [{"code": "listening", "from": 2, "to": 4}], "hours": "1.5",
        "standard": standard(), "lessons": lessons, "quiz": [question("q1"), question("q2", "b")], **changes,
    }  # fmt: skip


def course(**changes):
    zhou = cast.user("zhou")
    made = actions.add_course(cast.centre(), by=zhou, definition=definition(**changes))
    return actions.publish_course(made, by=zhou, today=clock.today())
