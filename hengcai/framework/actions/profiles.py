from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from fractions import Fraction
from functools import partial
from typing import Any

from django.db.models import Max

from hengcai.accounts.models import User
from hengcai.audit.action import action, lock
from hengcai.base.bilingual import decode, encode
from hengcai.base.decimals import round_half_up
from hengcai.base.errors import NotNow, NotValid
from hengcai.framework import permissions, rules, states
from hengcai.framework.definitions import requirement_definition
from hengcai.framework.models import Competency, CompetencyModel, Framework, Post, Profile, Requirement
from hengcai.framework.scales import read_on

State = Profile.State
Line = dict[str, Any]


@action(permissions.EDIT)
def load_posts(framework: Framework, *, by: User, definition: Any) -> list[Profile]:
    """Posts, new or renamed, each with a draft of its profile."""
    return build_posts(framework, definition)


def build_posts(framework: Framework, definition: Any) -> list[Profile]:
    competencies = {one.code: one for one in Competency.objects.filter(framework=framework)}
    models = CompetencyModel.objects.filter(framework=framework).values_list("code", flat=True)
    rules.check_posts(definition, models=models, competencies=competencies)
    orders = _orders([one["id"] for one in definition["posts"]])
    return [_load(framework, one, orders[one["id"]], competencies) for one in definition["posts"]]


def _orders(codes: Sequence[str]) -> dict[str, int]:
    """All posts stand as the file has them; where it has some of them only, the others' places stay and new ones follow."""
    known = dict(Post.objects.values_list("code", "order"))
    new = [code for code in codes if code not in known]
    if len(codes) - len(new) == len(known):
        return {code: place for place, code in enumerate(codes, start=1)}
    last = max(known.values(), default=0)
    return {**known, **{code: last + step for step, code in enumerate(new, start=1)}}


def _load(framework: Framework, one: Line, order: int, competencies: dict[str, Competency]) -> Profile:
    facts = {"name": decode(one["name"]), "model_code": one["model"], "is_frontline": one.get("frontline", True)}
    post, _made = Post.objects.update_or_create(code=one["id"], defaults={**facts, "order": order})
    return _draft(post, framework, one["profile"], competencies)


def _draft(post: Post, framework: Framework, lines: Sequence[Line], competencies: dict[str, Competency]) -> Profile:
    if Profile.objects.filter(post=post, state=State.DRAFT).exists():
        raise NotNow("profile.draft_open", post=post.name)
    return _made(post, framework, lines, competencies)


def _made(post: Post, framework: Framework, lines: Sequence[Line], competencies: dict[str, Competency]) -> Profile:
    highest = Profile.objects.filter(post=post).aggregate(highest=Max("number"))["highest"] or 0
    profile = Profile.objects.create(post=post, framework=framework, number=highest + 1)
    _write(profile, lines, competencies)
    return profile


def _write(profile: Profile, lines: Sequence[Line], competencies: dict[str, Competency]) -> None:
    Requirement.objects.bulk_create(
        Requirement(profile=profile, competency=competencies[line["competency"]], **_columns(line)) for line in lines
    )


def _columns(line: Line) -> Line:
    required, weight = rules.number(line["required"], ""), rules.number(line["weight"], "")
    kept = {name: line[name] for name in ("rank", "need", "assessed_by")}
    return {**kept, "required_level": required, "weight": weight, "why": decode(line.get("why"))}


@action(states.EDIT)
def edit_profile(profile: Profile, *, by: User, lines: Sequence[Line]) -> Profile:
    """The whole profile at once: what the post asks for is what stands in `lines`."""
    competencies = {one.code: one for one in Competency.objects.filter(framework=profile.framework_id)}
    post = profile.post
    checked = {"id": post.code, "name": encode(post.name), "model": post.model_code, "profile": encode(list(lines))}
    rules.check_posts({"posts": [checked]}, models=[post.model_code], competencies=competencies)
    profile.requirements.all().delete()
    _write(profile, lines, competencies)
    return profile


@action(permissions.EDIT)
def edit_requirement(requirement: Requirement, *, by: User, line: Line) -> Requirement:
    """One line of a draft; those between its old and its new rank move up or down by one."""
    profile = requirement.profile
    lock(profile)
    if profile.state != State.DRAFT:
        raise NotNow("profile.not_draft")
    rules.check_requirement(encode(line), f"{profile.post.code}.{requirement.competency.code}")
    _check_rank(profile, line["rank"])
    _move(requirement, line["rank"])
    for name, value in _columns(line).items():
        setattr(requirement, name, value)
    requirement.save()
    return requirement


def _check_rank(profile: Profile, rank: int) -> None:
    count = profile.requirements.count()
    if not 1 <= rank <= count:
        raise NotValid("profile.ranks", where=profile.post.code, count=count)


def _move(requirement: Requirement, rank: int) -> None:
    others = list(requirement.profile.requirements.exclude(pk=requirement.pk).order_by("rank"))
    for place, other in enumerate(others, start=1):
        other.rank = place if place < rank else place + 1
    Requirement.objects.bulk_update(others, ["rank"])


@action(states.PUBLISH)
def publish_profile(profile: Profile, *, by: User, today: date) -> Profile:
    if profile.framework.state == Framework.State.DRAFT:
        raise NotNow("profile.framework_not_published")
    if not profile.requirements.exists():
        raise NotValid("profile.empty")
    before = Profile.objects.filter(post=profile.post_id, state=State.PUBLISHED).first()
    if before:
        _retire_profile(before, by=by)
    profile.published_on = today
    profile.save(update_fields=["published_on"])
    return profile


@action(states.RETIRE)
def _retire_profile(profile: Profile, *, by: User) -> Profile:
    return profile


@action(states.REVISE)
def revise_profile(profile: Profile, *, by: User) -> Profile:
    """A draft on the library now in force; what that no longer holds is left out and the ranks close up."""
    framework = Framework.objects.filter(state=Framework.State.PUBLISHED).first() or profile.framework
    competencies = {one.code: one for one in Competency.objects.filter(framework=framework)}
    return _draft(profile.post, framework, _restated_lines(profile, framework, competencies), competencies)


def _restated_lines(profile: Profile, framework: Framework, known: Mapping[str, Competency]) -> list[Line]:
    """What a profile asks for, on another version's scale; what that no longer holds is left out, ranks close up."""
    rows = profile.requirements.select_related("competency").order_by("rank")
    read = partial(read_on(framework), profile.framework_id)
    kept = [requirement_definition(row) for row in rows if row.competency.code in known]
    return [{**line, "rank": rank, "required": _level(read(line["required"]))} for rank, line in enumerate(kept, 1)]


def _level(exact: str) -> str:
    """Two places, as a profile holds them, without noughts at the end."""
    return format(Decimal(round_half_up(Fraction(exact), 2)).normalize(), "f")


@action(permissions.PUBLISH)
def restate_profiles(framework: Framework, *, by: User, today: date) -> None:
    """What posts ask for goes over to a version just published: those in force at once, drafts as drafts."""
    competencies = {one.code: one for one in Competency.objects.filter(framework=framework)}
    for profile in Profile.objects.filter(state=State.PUBLISHED).exclude(framework=framework):
        lines = _restated_lines(profile, framework, competencies)
        if lines:
            publish_profile(_made(profile.post, framework, lines, competencies), by=by, today=today)
    for draft in Profile.objects.filter(state=State.DRAFT).exclude(framework=framework):
        lines = _restated_lines(draft, framework, competencies)
        draft.requirements.all().delete()
        draft.framework = framework
        draft.save(update_fields=["framework"])
        _write(draft, lines, competencies)


@action(permissions.EDIT)
def discard_profile(profile: Profile, *, by: User) -> None:
    if profile.state != State.DRAFT:
        raise NotNow("profile.not_draft")
    Profile.objects.filter(pk=profile.pk).delete()
