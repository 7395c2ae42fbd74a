"""People by file: the whole file is planned first, then written in one transaction."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date

from django.conf import settings

from hengcai.accounts.models import Centre, User
from hengcai.audit.action import action
from hengcai.base.bilingual import Bilingual
from hengcai.base.spelling import name_key
from hengcai.framework.models import Post
from hengcai.people import permissions
from hengcai.people.models import Employment, Person, Placement, Site, Team
from hengcai.people.rules.history import Span, Stand, probation_end
from hengcai.people.rules.merging import Employed, Known, TeamKey
from hengcai.people.rules.naming import Names, called
from hengcai.people.rules.plan import Plan, plan
from hengcai.people.rules.rows import PeopleOutcome, PeopleRow

BATCH = 500
MODEL_OF_NEW_POSTS = "two_part"


@action(permissions.IMPORT)
def apply_people_rows(centre: Centre, *, by: User, rows: Sequence[PeopleRow], is_update: bool = False) -> PeopleOutcome:
    """Every row comes in, is passed over or is rejected; a person's rows come in together or not at all."""
    stored = _stored()
    names = _names(centre)
    found = plan(rows, known=stored.known, names=names, is_update=is_update)
    outcome = PeopleOutcome(found.added, found.updated, found.passed_over, found.rejected)
    if found.merges:
        _write(found, stored, names, outcome)
    return outcome


@dataclass
class _Stored:
    """Everybody as stored, in the words of a file and as rows."""

    known: dict[str, Known] = field(default_factory=dict)
    people: dict[str, Person] = field(default_factory=dict)
    employments: dict[tuple[int, date], Employment] = field(default_factory=dict)
    placements: dict[tuple[int, date], Placement] = field(default_factory=dict)


def _stored() -> _Stored:
    found = _Stored()
    people = Person.objects.select_for_update(no_key=True).order_by("pk")
    found.people = {person.number: person for person in people}
    found.known = {one.number: Known(one.number, one.name, one.email, one.language) for one in found.people.values()}
    number_of = {person.pk: person.number for person in found.people.values()}
    for row in Employment.objects.all():
        found.employments[row.person_id, row.hired_on] = row
        known = found.known[number_of[row.person_id]]
        known.employments[row.hired_on] = Employed(row.hired_on, row.left_on, row.left_reason, was=row.hired_on)
    _add_stands(found, number_of)
    return found


def _add_stands(found: _Stored, number_of: dict[int, str]) -> None:
    teams: dict[int | None, TeamKey] = {
        team.pk: (team.site.name, team.name) for team in Team.objects.select_related("site")
    }
    codes: dict[int | None, str] = dict(Post.objects.values_list("pk", "code"))
    for row in Placement.objects.all():
        found.placements[row.person_id, row.since] = row
        lead = number_of[row.lead_id] if row.lead_id else None
        stand = Stand(row.since, teams.get(row.team_id), codes.get(row.post_id), lead)
        found.known[number_of[row.person_id]].stands[row.since] = stand


def _names(centre: Centre) -> Names:
    found = Names(first_site=centre.name.zh or centre.name.en)
    for team in Team.objects.select_related("site"):
        found.teams.setdefault(team.name, set()).add(team.site.name)
    found.sites = set(Site.objects.values_list("name", flat=True))
    for post in Post.objects.order_by("-order", "-pk"):
        texts = [text for text in (post.name.zh, post.name.en, post.code) if text]
        found.posts.update({called(text): post.code for text in texts})
    return found


def _write(found: Plan, stored: _Stored, names: Names, outcome: PeopleOutcome) -> None:
    """Says what had to be made on the way: sites, teams, posts."""
    changed = [merge.person for merge in found.merges]
    stands = [stand for person in changed for stand in person.stands.values()]
    sites, made_sites = _make_sites(stand.team for stand in stands)
    teams, made_teams = _make_teams((stand.team for stand in stands), sites)
    posts, new_posts = _make_posts((stand.post for stand in stands), names)
    _write_people(changed, stored)
    _write_employments(changed, stored)
    _write_placements(changed, stored, _Targets(teams, posts, stored.people))
    made_posts = [names.new_posts[post.code] for post in new_posts]
    outcome.made.update({"sites": [one.name for one in made_sites], "teams": [one.name for one in made_teams]})
    outcome.made["posts"] = made_posts
    people = {
        is_new: [stored.people[one.number].pk for one in changed if one.is_new == is_new] for is_new in (True, False)
    }
    outcome.changed.extend(people[False])
    for label, rows in (("people.site", made_sites), ("people.team", made_teams), ("framework.post", new_posts)):
        outcome.brought[label] = [one.pk for one in rows]
    outcome.brought["people.person"] = people[True]


def _make_sites(teams: Iterable[object]) -> tuple[dict[str, Site], list[Site]]:
    there = {site.name: site for site in Site.objects.all()}
    new = sorted({team[0] for team in teams if isinstance(team, tuple)} - set(there))
    made = Site.objects.bulk_create([Site(name=name, time_zone=settings.TIME_ZONE) for name in new])
    return there | {site.name: site for site in made}, made


def _make_teams(teams: Iterable[object], sites: dict[str, Site]) -> tuple[dict[object, Team], list[Team]]:
    there: dict[object, Team] = {(team.site.name, team.name): team for team in Team.objects.select_related("site")}
    new = sorted({team for team in teams if isinstance(team, tuple)} - set(there))
    made = Team.objects.bulk_create([Team(site=sites[site], name=name) for site, name in new])
    return there | dict(zip(new, made, strict=True)), made


def _make_posts(codes: Iterable[object], names: Names) -> tuple[dict[object, Post], list[Post]]:
    there: dict[object, Post] = {post.code: post for post in Post.objects.all()}
    new = sorted({str(code) for code in codes if code} - {str(code) for code in there})
    titles = [names.new_posts[code] for code in new]
    named = zip(new, titles, strict=True)
    posts = [Post(code=code, name=_both(name), model_code=MODEL_OF_NEW_POSTS) for code, name in named]
    made = Post.objects.bulk_create(posts)
    return there | {post.code: post for post in made}, made


def _both(name: str) -> Bilingual:
    return Bilingual(en=name) if name.isascii() else Bilingual(zh=name)


def _write_people(changed: Sequence[Known], stored: _Stored) -> None:
    new = [_taken_over(Person(number=one.number), one) for one in changed if one.is_new]
    for person in Person.objects.bulk_create(new, batch_size=BATCH):
        stored.people[person.number] = person
    old = [(stored.people[one.number], one) for one in changed if not one.is_new]
    differing = [_taken_over(person, one) for person, one in old if _person_facts(person) != _person_facts(one)]
    Person.objects.bulk_update(differing, ["name", "name_key", "email", "language"], batch_size=BATCH)


def _person_facts(one: Person | Known) -> tuple[str, str, str]:
    return one.name, one.email, one.language


def _taken_over(person: Person, known: Known) -> Person:
    person.name, person.email, person.language = _person_facts(known)
    person.name_key = name_key(person.name)
    return person


def _write_employments(changed: Sequence[Known], stored: _Stored) -> None:
    new: list[Employment] = []
    old: list[Employment] = []
    for known in changed:
        person = stored.people[known.number]
        for employed in known.employments.values():
            row = stored.employments.get((person.pk, employed.was)) if employed.was else None
            if row is None:
                new.append(_employment(Employment(person=person), employed))
            elif (row.hired_on, row.left_on, row.left_reason) != _employment_facts(employed):
                old.append(_employment(row, employed))
    Employment.objects.bulk_create(new, batch_size=BATCH)
    Employment.objects.bulk_update(old, ["hired_on", "probation_ends_on", "left_on", "left_reason"], batch_size=BATCH)


def _employment_facts(employed: Employed) -> tuple[date, date | None, str]:
    return employed.hired_on, employed.left_on, employed.left_reason


def _employment(row: Employment, employed: Employed) -> Employment:
    """A corrected first day moves an end of probation that followed from the old one."""
    if row.pk is None or row.probation_ends_on == probation_end(row.hired_on):
        row.probation_ends_on = probation_end(employed.hired_on)
    row.hired_on, row.left_on, row.left_reason = _employment_facts(employed)
    return row


@dataclass(frozen=True)
class _Targets:
    """The rows a stand's words point at."""

    teams: dict[object, Team]
    posts: dict[object, Post]
    people: dict[str, Person]

    def of(self, span: Span) -> tuple[int | None, int | None, int | None]:
        stand = span.stand
        team, post = self.teams.get(stand.team), self.posts.get(stand.post)
        lead = self.people.get(str(stand.lead))
        return team.pk if team else None, post.pk if post else None, lead.pk if lead else None


def _write_placements(changed: Sequence[Known], stored: _Stored, targets: _Targets) -> None:
    new: list[Placement] = []
    old: list[Placement] = []
    for known in changed:
        person = stored.people[known.number]
        for span in known.history:
            row = stored.placements.get((person.pk, span.since))
            facts = (span.until, *targets.of(span))
            if row is None:
                new.append(_placement(Placement(person=person, since=span.since), facts))
            elif (row.until, row.team_id, row.post_id, row.lead_id) != facts:
                old.append(_placement(row, facts))
    Placement.objects.bulk_create(new, batch_size=BATCH)
    Placement.objects.bulk_update(old, ["until", "team", "post", "lead"], batch_size=BATCH)


def _placement(row: Placement, facts: tuple[date | None, int | None, int | None, int | None]) -> Placement:
    row.until, row.team_id, row.post_id, row.lead_id = facts
    return row
