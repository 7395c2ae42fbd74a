"""How far people are in a package, part by part, as it reports."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction

from django.db.models import Q, QuerySet
from django.urls import reverse

from hengcai.base.permissions import Doer
from hengcai.base.sorting import Orders
from hengcai.courseware import permissions
from hengcai.courseware.models import Package, Run
from hengcai.courseware.rules.handing_over import BROWSE, NORMAL, REVIEW, Learner, first_values
from hengcai.courseware.rules.manifest import Part, path_of
from hengcai.courseware.rules.standing import duration
from hengcai.courseware.tokens import LOOK, RUN, Told, token_of
from hengcai.training.models import Enrolment, Lesson

ORDERS = Orders(
    {"person": ("enrolment__person__name", "pk"), "part": ("part", "pk"), "state": ("completion", "success", "pk"),
     "seen": ("-seen_at", "-pk"), "seconds": ("-seconds", "pk")},
)  # fmt: skip


@dataclass(frozen=True)
class PartMet:
    """A part of a lesson's package with how far this learner is in it."""

    number: int
    part: Part
    run: Run | None

    @property
    def is_done(self) -> bool:
        return bool(self.run and self.run.done_at)

    @property
    def share(self) -> Fraction | None:
        return Fraction(self.run.share) if self.run and self.run.share else None


@dataclass(frozen=True)
class RunFilter:
    package: int | None = None
    enrolment: int | None = None
    word: str = ""
    is_open: bool = False

    def condition(self) -> Q:
        found = Q(package=self.package) if self.package else Q()
        if self.enrolment:
            found &= Q(enrolment=self.enrolment)
        if self.is_open:
            found &= Q(done_at__isnull=True)
        if self.word.strip():
            word = self.word.strip()
            found &= Q(enrolment__person__name__icontains=word) | Q(enrolment__person__number__icontains=word)
        return found


def runs_seen_by(user: Doer) -> QuerySet[Run]:
    rows = Run.objects.select_related("package", "enrolment__person", "enrolment__course", "lesson")
    return permissions.SEE_RUNS.rows(rows.order_by("-seen_at", "-pk"), user)


def own_runs(user: Doer) -> QuerySet[Run]:
    return permissions.PLAY.rows(runs_seen_by(user), user)


def package_of(lesson: Lesson) -> Package | None:
    return Package.objects.filter(code=lesson.media, state=Package.State.READY).first()


def parts_met(package: Package, enrolment: Enrolment, lesson: Lesson) -> list[PartMet]:
    rows = {one.part: one for one in Run.objects.filter(enrolment=enrolment, lesson=lesson)}
    return [PartMet(n, part, rows.get(part.id)) for n, part in enumerate(package.played, start=1)]


def next_part(parts: list[PartMet]) -> PartMet:
    """The first that is not done; all done, the first."""
    return next((one for one in parts if not one.is_done), parts[0])


def mode_of(run: Run) -> str:
    """Normal while it counts; once it is done, or the course over, it is only looked at again."""
    return NORMAL if run.done_at is None and run.enrolment.state == Enrolment.State.LEARNING else REVIEW


def address_in_frame(run: Run) -> str:
    """Where its first page is, for this opening."""
    part = run.package.part(run.part)
    return address_of(token_of(Told(RUN, run.pk, run.session)), part) if part else ""


def address_to_look(package: Package, part: Part, user: Doer) -> str:
    return address_of(token_of(Told(LOOK, package.pk, user.pk)), part)


def address_of(token: str, part: Part) -> str:
    """With the query and fragment its manifest gives it."""
    place, tail = path_of(part.href), part.href[len(part.href.split("?")[0].split("#")[0]) :]
    return reverse("open-package-file", args=[token, place]) + tail


def handed_over(run: Run) -> Mapping[str, str]:
    """What the part is told at its start: in review once it is done or the course is over."""
    part = run.package.part(run.part)
    person, standard = run.enrolment.person, run.package.standard
    if part is None:
        return {}
    learner, total = Learner(person.number, person.name), duration(run.seconds, standard=standard)
    return first_values(standard, part, learner=learner, kept=run.values, total=total, mode=mode_of(run))


def looked_at(package: Package) -> Mapping[str, str]:
    """What a part is told when somebody only looks it through: no learner, nothing kept."""
    part, standard = package.played[0], package.standard
    learner, total = Learner("0", "–"), duration(0, standard=standard)
    return first_values(standard, part, learner=learner, kept={}, total=total, mode=BROWSE)


def run_of_session(pk: int, session: int) -> Run | None:
    """That opening of it, as long as it is the newest and its learner may sign in."""
    rows = Run.objects.select_related("package", "enrolment__person__user")
    run = rows.filter(pk=pk, session=session, package__state=Package.State.READY).first()
    user = run.enrolment.person.user if run else None
    return run if user and user.is_active else None
