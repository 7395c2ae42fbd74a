"""A published month of Li's and an appeal against it: Zheng and Qian brought it out, so Wu, Feng and Zhou are drawn."""

from decimal import Decimal

from hengcai.appeals import actions
from hengcai.appeals.models import Appeal
from hengcai.appeals.rules.appeals import Petition
from hengcai.appraisal.actions import compute_cycle
from hengcai.appraisal.models import Cycle, Result
from hengcai.appraisal.rules.rulings import FIGURE, Part, Ruled
from hengcai.base import clock
from tests import cast
from tests.appraisal import stage
from tests.quality import disputing as dis

PETITION = Petition(("figures",), "这通投诉不是我的责任", "按无责重新计算")
STAFF = ("wu", "feng", "zhou")
COMPLAINTS = Part(FIGURE, "", "upheld_complaints")
WORDING = Part(FIGURE, "", "wording")


def published_month() -> Cycle:
    """Made once for the folder (`conftest`), or here for a test that stands elsewhere."""
    return Cycle.objects.filter(kind="month").first() or make_month()


def make_month() -> Cycle:
    """Li's one evaluation of March carries it; all of those who could be drawn are there."""
    for name in (*STAFF, "zhao", "lin", "qian"):
        cast.user(name)
    cycle = stage.open_month()
    dis.published(stage.person("li"))
    return stage.publish(compute_cycle(cycle, by=cast.user("zheng")))


def result(name: str = "li") -> Result:
    rows = Result.objects.select_related("participant__cycle__policy", "participant__person")
    return rows.get(participant__person__number=name, is_current=True)


def filed(**more) -> Appeal:
    published_month()
    return file(**more)


def file(*, by: str = "li", today=None, petition: Petition = PETITION) -> Appeal:
    found = result(by)
    return again(actions.file_appeal(found, by=cast.user(by), petition=petition, today=today or clock.today()))


def heard(appeal: Appeal | None = None) -> Appeal:
    one = appeal or filed()
    by, today = sitting(one)[0], clock.today()
    actions.hear_appeal(one, by=by, held_on=today, present="李、吴", words="听了录音，客户要求无理", today=today)
    return again(one)


def better(value: str = "100") -> list[Ruled]:
    return [Ruled(WORDING, Decimal(value))]


def put_forward(appeal: Appeal | None = None, *, outcome: str = "upheld", ruled=None) -> Appeal:
    one = appeal or heard()
    given = (better() if ruled is None else ruled) if outcome != "rejected" else []
    actions.propose_answer(one, by=sitting(one)[0], outcome=outcome, reasons="录音里没有错", ruled=given)
    return again(one)


def answered(**how) -> Appeal:
    one = put_forward(**how)
    actions.agree_to_answer(one, by=sitting(one)[1])
    return again(one)


def sitting(appeal: Appeal):
    rows = appeal.members.filter(left_at=None).select_related("user").order_by("place")
    return [cast.user(one.user.username) for one in rows]


def again(one):
    return type(one).objects.get(pk=one.pk)
