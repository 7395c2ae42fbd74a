"""Every list and dashboard in a real browser: no axe violation, no sideways scroll, no console error; slow: the same on a phone, in the dark."""

import pytest
from django.conf import settings
from django.utils import timezone

from hengcai.appraisal.actions import add_policy
from hengcai.appraisal.models import Correction, Policy, RatingTask, Result
from hengcai.framework.models import Post
from hengcai.quality.actions import new_version
from hengcai.quality.measure_models import CauseReport
from hengcai.quality.models import Case, Evaluation, Scorecard
from tests import cast
from tests.factories.big_centre import TODAY
from tests.factories.standing_centre import standing_centre
from tests.web.budgets import PAGES, address

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
RULES = {"runOnly": ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]}
PHONE = 360
ON_A_PHONE = {
    "runOnly": {
        "type": "rule",
        "values": ["target-size", "scrollable-region-focusable", "landmark-unique", "color-contrast"],
    }
}


def more_pages(centre):
    """Pages with something of one's own, beside the lists."""
    evaluation, task = (
        Evaluation.objects.filter(state="published").first(),
        RatingTask.objects.filter(state="open", source="superior").first(),
    )
    li = centre.people[0]
    card, policy = drafts(centre)
    first, plain = Result.objects.order_by("pk")[:2]
    correction = Correction.objects.create(old=first, due_on=TODAY)
    cause = CauseReport.objects.create(
        cause="system", month=TODAY.replace(day=1), owner=centre.users["sun"], errors=3, contacts=2, due_on=TODAY,
        items=[{"code": "record", "name": {"zh": "记录", "en": "Record"}, "n": 3}], state="answered", measure_on=TODAY,
        answered_by=centre.users["sun"], answered_at=timezone.now(), answer="甲", measure="乙",
    )  # fmt: skip
    return [
        ("feng", f"/quality/evaluations/{evaluation.pk}/"), ("chen", f"/quality/assignments/{centre.open_assignment.pk}/"),
        ("zhao", f"/ratings/{task.pk}/"), ("zhao", "/rater-training/"), ("wu", f"/people/{li.pk}/"), ("wu", "/people/add/"),
        ("zheng", "/framework/competencies/listening/"), ("zheng", f"/scorecards/{Scorecard.objects.first().pk}/"),
        ("zheng", "/forms/self-assessment/"),
        *(("zheng", f"/scorecards/{card.pk}/{page}") for page in ("", "edit/", "edit/text/", "try/", "compare/", "publish/")),
        *(("zheng", f"/policies/{policy.pk}/{page}") for page in ("", "edit/", "edit/text/", "compare/")),
        ("zheng", "/scorecards/add/"), ("sun", "/users/add/"), ("sun", "/me/"), ("sun", "/rights/"), ("sun", "/keys/"), ("zheng", "/search/?q=2026"), ("sun", "/centre/"),
        ("feng", f"/quality/causes/{cause.pk}/"), ("zheng", f"/cycles/corrections/{correction.pk}/"), ("zheng", f"/cycles/results/{plain.pk}/correct/"),
        ("zheng", "/cycles/add/"), ("sun", "/account/2fa/"), ("sun", "/imports/new/"),
    ]  # fmt: skip


def drafts(centre):
    """A card and a policy in the making."""
    zheng, policy = cast.user("zheng"), Policy.objects.filter(kind="monthly").first()
    made = add_policy(cast.centre(), by=zheng, kind="monthly", text=policy.text)
    return new_version(Scorecard.objects.first(), by=zheng), made


@pytest.fixture
def centre():
    made = standing_centre(agents=16, contacts=60, evaluations=40)
    assert Post.objects.exists()
    assert not Case.objects.exists()
    return made


def looked_at(visitor, path):
    """Axe's findings and the width the page wants; on a phone only what a phone and the dark can change."""
    answer = visitor.tab.goto(f"{visitor.address}{path}")
    if answer.status == 404:
        return [f"{path} is not there"]
    visitor.page.evaluate(AXE)
    rules = RULES if visitor.page.viewport_size["width"] > PHONE else ON_A_PHONE
    found = visitor.page.evaluate("rules => axe.run(document, rules)", rules)["violations"]
    wanted = visitor.page.evaluate("document.documentElement.scrollWidth")
    wide = [f"{path} scrolls sideways: {wanted}"] if wanted > visitor.page.viewport_size["width"] else []
    return wide + [f"{path} {one['id']}: {one['nodes'][0]['html'][:160]}" for one in found]


AXE_FILE = settings.HOME / "assets" / "tests" / "axe.min.js"
AXE = AXE_FILE.read_text("utf-8") if AXE_FILE.exists() else ""


@pytest.mark.skipif(not AXE, reason="axe is missing: make assets")
@pytest.mark.parametrize(
    ("width", "language", "scheme"),
    [(1440, "zh-hans", "light"), pytest.param(PHONE, "en", "dark", marks=pytest.mark.slow)],
)
def test_pages_are_accessible_and_fit(centre, visit, width, language, scheme):
    visitors, found = {}, []
    for who, path in [(who, address(name, centre)) for name, who in PAGES] + more_pages(centre):
        if who not in visitors:
            visitors[who] = visit(who, width=width, language=language)
            visitors[who].tab.emulate_media(color_scheme=scheme)
        found += looked_at(visitors[who], path)
    assert not found, "\n".join(found)
