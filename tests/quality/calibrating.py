"""A session of three analysts over three contacts of Li's, chaired by Feng, in any of its states."""

from datetime import UTC, date, datetime

from hengcai.accounts.models import RoleGrant, User
from hengcai.base import clock
from hengcai.quality import actions
from hengcai.quality.calibration_models import BlindSheet, Calibration
from hengcai.quality.rules.calibration import Agreed
from hengcai.quality.rules.card import Mark
from tests import cast
from tests.quality import scene

MONDAY, DUE = date(2026, 3, 16), date(2026, 3, 19)
NOW = datetime(2026, 3, 16, 2, 0, tzinfo=UTC)
ANALYSTS = ("chen", "cao", "tang")
LENIENT = {
    "listening": Mark("5", "let her finish", turn=1), "wording": Mark("5"), "identity": Mark("yes"), "record": Mark("4"),
    "extra": Mark("clear"),
}  # fmt: skip
HARSH = {
    "listening": Mark("2", "cut in", turn=1), "wording": Mark("3"), "identity": Mark("no", "not asked"), "record": Mark("3"),
    "extra": Mark("clear"),
}  # fmt: skip
MARKS = {"chen": scene.GOOD, "cao": LENIENT, "tang": HARSH}
REFERENCE = {
    "listening": Agreed("4", "she was heard out"), "wording": Agreed("5", "as the anchor says"),
    "identity": Agreed("yes", "asked at 0:09"), "record": Agreed("4", "complete"), "extra": Agreed("clear"),
}  # fmt: skip


def analyst(name: str) -> User:
    if name in cast.ROLES:
        return cast.user(name)
    found, made = User.objects.get_or_create(username=name, defaults={"name": name.title()})
    if made:
        RoleGrant.objects.create(user=found, role="analyst")
    return User.objects.get(pk=found.pk)


def plan(*, by="feng", analysts=ANALYSTS, contacts=None, due_on=DUE, today=MONDAY, name="March session") -> Calibration:
    heard = [scene.contact() for _number in range(3)] if contacts is None else contacts
    facts = {"name": name, "contacts": heard, "due_on": due_on, "today": today}
    people = [analyst(one) for one in analysts]
    return actions.plan_calibration(
        cast.centre(), by=cast.user(by), scorecard=scene.scorecard(), analysts=people, **facts
    )


def begin(one, *, by="feng"):
    return actions.open_scoring(one, by=cast.user(by))


def sheets(one, name):
    rows = BlindSheet.objects.filter(of__calibration=one, analyst__username=name).select_related("of__calibration")
    return list(rows.order_by("of__number"))


def save(sheet, marks, *, by, edit_count=None):
    count = sheet.edit_count if edit_count is None else edit_count
    return actions.save_blind(sheet, by=analyst(by), marks=marks, comment="", edit_count=count)


def hand_in(sheet, marks, *, by, edit_count=None):
    count = sheet.edit_count if edit_count is None else edit_count
    return actions.hand_in_blind(sheet, by=analyst(by), marks=marks, comment="", edit_count=count)


def score(one, *names):
    for name in names or ANALYSTS:
        for sheet in sheets(one, name):
            hand_in(sheet, MARKS[name], by=name)
    return one


def reveal(one, *, by="feng", leave_out=False):
    with clock.set_to(NOW):
        return actions.reveal_marks(one, by=cast.user(by), leave_out=leave_out)


def agree_marks(one, marks=None, *, by="feng", numbers=(1, 2, 3)):
    for number in numbers:
        one = actions.agree_marks(one, by=cast.user(by), number=number, marks=REFERENCE if marks is None else marks)
    return one


def agree(one, *, by="feng"):
    return actions.agree_reference(one, by=cast.user(by))


def certify(one, *, by="feng", name="chen", outcome="certified", reasons=""):
    facts = {"outcome": outcome, "reasons": reasons, "today": MONDAY}
    return actions.certify_analyst(one, by=cast.user(by), analyst=analyst(name), **facts)


def certify_all(one):
    for name in ("chen", "cao"):
        certify(one, name=name)
    return certify(one, name="tang", outcome="retraining", reasons="three levels below the reference")


def close(one, *, by="feng"):
    return actions.close_calibration(one, by=cast.user(by))


WAY = {
    "planned": (), "scoring": (begin,), "revealed": (begin, score, reveal),
    "agreed": (begin, score, reveal, agree_marks, agree),
    "closed": (begin, score, reveal, agree_marks, agree, certify_all, close),
}  # fmt: skip


def in_state(state: str) -> Calibration:
    one = plan()
    for step in WAY[state]:
        step(one)
    return Calibration.objects.get(pk=one.pk)
