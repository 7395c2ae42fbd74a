"""What the group finds in a quarter's ratings before it publishes: one lead who judges people whole, settled and asked."""

from collections import Counter
from collections.abc import Sequence

from hengcai.accounts.models import User
from hengcai.appraisal.actions import add_rater, ask_about_pattern, settle_finding, settle_pattern, settle_rater
from hengcai.appraisal.models import Cycle, Finding, Pattern, RatingTask
from hengcai.appraisal.queries.findings import raters_seen_by
from hengcai.appraisal.queries.patterns import patterns_to_settle
from hengcai.appraisal.rules.fair import LEAST_FREE
from hengcai.base import clock
from hengcai.people.models import Placement
from hengcai.people.permissions import on_day

LEAST = 3  # people of one lead
SPARE = 2  # of those rated by two some form may never come
LOOKED = "调出这组的质检记录和月度数据对照过，差别有依据；已提醒按项评分，本期结果不改。"
STRICT = "两位上级都评过的人已对照，尺度差异已剔除在公平分里；下期评价前再做一次校准。"
FAR = "产品改版后抽到的都是简单单，上级写的理由成立，不改。"
ASKED = "这组人每个人各项都是同一个级别，请各举一条记录说明依据。"


def judges_whole(tasks: Sequence[RatingTask], *, but: int) -> int:
    """The lead with the most people, and not the one a visitor signs in as; 0 where nobody leads enough."""
    led = Counter(task.rater_id for task in tasks if task.source == RatingTask.Source.SUPERIOR and task.rater_id != but)
    found = led.most_common(1)
    return found[0][0] if found and found[0][1] >= LEAST else 0


def see_twice(cycle: Cycle, *, by: User) -> None:
    """Where a tenth of each superior's people is too few for the error of a level to be known, some more are rated by two:
    the first of each superior's, then the second of each."""
    rows = RatingTask.objects.filter(participant__cycle=cycle, source=RatingTask.Source.SUPERIOR).order_by("pk")
    forms = list(rows.exclude(participant__person__user=by).select_related("participant__cycle", "participant__person"))
    counts = Counter(form.participant_id for form in forms)
    places = Placement.objects.filter(on_day(cycle.period_end), lead__isnull=False).select_related("lead")
    above = {place.person_id: place.lead for place in places}
    seen: Counter[int] = Counter()
    turns = []
    for form in forms:
        lead = above.get(form.rater_id)
        if counts[form.participant_id] == 1 and lead is not None and lead.pk != form.participant.person_id:
            turns.append((seen[form.rater_id], form.pk, form.participant, lead))
            seen[form.rater_id] += 1
    wanted = LEAST_FREE + len({form.rater_id for form in forms}) + SPARE
    missing = max(0, wanted - sum(count > 1 for count in counts.values()))
    for _turn, _key, participant, lead in sorted(turns, key=lambda one: one[:2])[:missing]:
        add_rater(participant, by=by, source=RatingTask.Source.SUPERIOR, rater=lead)


def look_through(cycle: Cycle, *, by: User) -> None:
    """Some of each kind settled with a reason; of the last open one its rater is asked."""
    open_ones = [one for one in patterns_to_settle(by).filter(cycle=cycle).order_by("adjusted", "pk") if one.is_sure]
    asked = next((one for one in open_ones if one.kind == Pattern.Kind.HALO and _signs_in(one)), None)
    if asked is not None:
        ask_about_pattern(asked, by=by, text=ASKED, today=clock.today())
    for one in open_ones:
        settle_pattern(one, by=by, reason=LOOKED)
    for rater in raters_seen_by(by).filter(cycle=cycle)[:1]:
        settle_rater(rater, by=by, reason=STRICT)
    far = Finding.objects.filter(result__participant__cycle=cycle, kind=Finding.Kind.FAR_OFF).exclude(reason="")
    for finding in far.exclude(result__participant__person__user=by).exclude(task__rater__user=by).order_by("pk")[:2]:
        settle_finding(finding, by=by, reason=FAR)


def _signs_in(one: Pattern) -> bool:
    return one.rater is not None and one.rater.user is not None
