"""Ladders: written as a draft, published by another person; the version before retires, standings keep their step."""

from datetime import date

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework.models import Competency, Framework, Post
from hengcai.growth import permissions, presets, states
from hengcai.growth.models import Ladder, Step
from hengcai.growth.rules.ladder import LadderPlan, parsed_ladder

STATE = Ladder.State


@action(permissions.WRITE_LADDER)
def write_ladder(centre: Centre, *, by: User, code: str, text: str) -> Ladder:
    """A draft: of a new ladder, or the next version of one there is."""
    if not (code.isascii() and code.isidentifier()) or len(code) > 40:
        raise NotValid("growth.code_malformed", value=code)
    if Ladder.objects.filter(code=code, state=STATE.DRAFT).exists():
        raise NotNow("growth.draft_there")
    newest = Ladder.objects.filter(code=code).order_by("-number").first()
    made = Ladder(code=code, number=newest.number + 1 if newest else 1, written_by=by, text=text)
    return _kept(made, _read(text))


@action(permissions.WRITE_LADDER)
def load_preset(centre: Centre, *, by: User, code: str) -> Ladder:
    """A shipped ladder as a draft of the centre's own."""
    if code not in presets.codes():
        raise NotValid("growth.preset_unknown", value=code)
    return write_ladder(centre, by=by, code=code, text=presets.text_of(code))


@action(states.REWRITE)
def rewrite_ladder(ladder: Ladder, *, by: User, text: str, edit_count: int) -> Ladder:
    if ladder.edit_count != edit_count:
        raise NotNow("growth.edited_meanwhile")
    plan = _read(text)
    ladder.steps.all().delete()
    ladder.text, ladder.edit_count, ladder.written_by = text, edit_count + 1, by
    return _kept(ladder, plan)


@action(states.PUBLISH)
def publish_ladder(ladder: Ladder, *, by: User, today: date) -> Ladder:
    """By somebody else than whoever wrote it last."""
    Ladder.objects.filter(code=ladder.code, state=STATE.PUBLISHED).update(state=STATE.RETIRED)
    ladder.published_on, ladder.published_by = today, by
    ladder.save(update_fields=["published_on", "published_by"])
    return ladder


def _read(text: str) -> LadderPlan:
    codes = Competency.objects.filter(framework__state=Framework.State.PUBLISHED).values_list("code", flat=True)
    posts = Post.objects.values_list("code", flat=True)
    return parsed_ladder(text, file="ladder.yaml", posts=list(posts), competencies=set(codes))


def _kept(ladder: Ladder, plan: LadderPlan) -> Ladder:
    ladder.name, ladder.track, ladder.posts = Bilingual(**plan.name), plan.track, list(plan.posts)
    ladder.save()
    Step.objects.bulk_create([
        Step(
            ladder=ladder, order=order, name=Bilingual(**one.name), stars=one.stars, allowance=one.allowance.text, months=one.months,
            wanted={code: level.text for code, level in one.wanted.items()},
            proofs=[dict(text) for text in one.proofs], skill_groups=list(one.skill_groups),
        )
        for order, one in enumerate(plan.steps, start=1)
    ])  # fmt: skip
    return ladder
