"""The menu: one table. A new page gets its place by one line here; it shows to those who may open it.

Groups follow the loop of the work, from what is due today over the standards, what is heard and judged by them, what
is learned and who is hired, to what is reported. A group nobody may open anything of does not show.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from hengcai.accounts import permissions as accounts
from hengcai.appeals import permissions as appeals
from hengcai.appraisal import permissions as appraisal
from hengcai.assessment import permissions as assessment
from hengcai.audit import permissions as audit
from hengcai.base import roles
from hengcai.base.permissions import Permission
from hengcai.bulletins import permissions as bulletins
from hengcai.coaching import permissions as coaching
from hengcai.consequences import permissions as consequences
from hengcai.council import permissions as council
from hengcai.courseware import permissions as courseware
from hengcai.framework import permissions as framework
from hengcai.growth import permissions as growth
from hengcai.improvement import permissions as improvement
from hengcai.inbox import permissions as inbox
from hengcai.insight import permissions as insight
from hengcai.interactions import permissions as interactions
from hengcai.mentoring import permissions as mentoring
from hengcai.people import permissions as people
from hengcai.programme import permissions as programme
from hengcai.quality import permissions as quality
from hengcai.records import permissions as records
from hengcai.review import permissions as review
from hengcai.simulation import permissions as simulation
from hengcai.training import permissions as training


@dataclass(frozen=True)
class Entry:
    """`opens`: the permission the page asks for; none: everybody signed in."""

    url_name: str
    label: object
    icon: str
    opens: Permission | None = None


@dataclass(frozen=True)
class Group:
    label: object
    entries: tuple[Entry, ...]


MENU = (
    Group(_("Today"), (
        Entry("home", _("To do"), "todo"),
        Entry("list-bulletins", _("Business notices"), "bell", bulletins.SEE),
        Entry("list-knowledge", _("Corrections of the knowledge base"), "book", bulletins.SEE_CORRECTION),
    )),
    Group(_("Standards"), (
        Entry("list-scorecards", _("Scorecards"), "card", quality.SEE_SCORECARDS),
        Entry("list-policies", _("Policies"), "log", appraisal.SEE_POLICY),
        Entry("see-framework", _("Competencies"), "book", framework.SEE),
        Entry("list-profiles", _("Role profiles"), "result", framework.SEE),
    )),
    Group(_("Quality"), (
        Entry("list-assignments", _("Scoring"), "play", quality.OPEN),
        Entry("list-plans", _("Sampling plans"), "all", quality.SEE_PLANS),
        Entry("assign-contacts", _("Assign"), "send", quality.GIVE),
        Entry("list-exclusions", _("Exclusions"), "people", quality.SEE_EXCLUSIONS),
        Entry("list-given", _("Assigned work"), "inbox", quality.GIVE),
        Entry("list-evaluations", _("Evaluations"), "chart", quality.SEE),
        Entry("list-tickets", _("Ticket inspection"), "inbox", quality.SEE_TICKETS),
        Entry("list-cases", _("Red-line cases"), "flag", quality.SEE_CASES),
        Entry("list-observations", _("Mystery shopping and live listening"), "people", quality.SEE_OBSERVATIONS),
        Entry("list-rechecks", _("Rechecks"), "check", quality.SEE_RECHECKS),
        Entry("list-disputes", _("Disputes"), "bell", quality.SEE_DISPUTES),
        Entry("list-calibrations", _("Calibration"), "check", quality.SEE_CALIBRATIONS),
        Entry("see-measures", _("Quality figures"), "chart", quality.SEE_MEASURES),
        Entry("list-causes", _("Causes of errors"), "flag", quality.SEE_CAUSES),
        Entry("list-complaints", _("Complaints"), "bell", interactions.SEE_COMPLAINTS),
        Entry("list-contacts", _("Contacts"), "chat", interactions.SEE),
    )),
    Group(_("Appraisal"), (
        Entry("list-cycles", _("Cycles"), "cycle", appraisal.SEE_CYCLE),
        Entry("see-calendar", _("Appraisal calendar"), "cycle", appraisal.SEE_CYCLE),
        Entry("list-corrections", _("Corrections"), "log", appraisal.SEE_CYCLE),
        Entry("list-appeals", _("Appeals"), "bell", appeals.SEE),
        Entry("see-panel", _("Review panel"), "people", council.SEE),
        Entry("list-suggestions", _("Suggestions"), "inbox", council.SEE_SUGGESTION),
        Entry("list-ratings", _("Ratings"), "check", appraisal.FILL_TASK),
        Entry("list-records", _("Result confirmations"), "check", records.SEE),
        Entry("see-my-results", _("My results"), "result", appraisal.SEE_OWN_RESULT),
        Entry("list-pay-runs", _("Pay runs"), "card", consequences.SEE_RUN),
        Entry("list-improvement-plans", _("Improvement plans"), "check", consequences.SEE_PLAN),
        Entry("list-nominations", _("Awards"), "flag", consequences.SEE_NOMINATION),
        Entry("see-public-notices", _("Public notice"), "bell", consequences.SEE_NOTICE),
        Entry("list-looks-again", _("Human review requests"), "inbox", consequences.SEE_LOOK),
        Entry("list-moves", _("Job changes"), "people", consequences.SEE_MOVE),
        Entry("list-decisions", _("Log of decisions"), "paper", consequences.SEE_MOVE),
        Entry("see-my-pay", _("My performance pay"), "card", consequences.SEE_OWN_PAY),
    )),
    Group(_("Training"), (
        Entry("list-coachings", _("Coaching"), "people", coaching.SEE),
        Entry("list-library-cases", _("Case library"), "book", coaching.SEE_CASES),
        Entry("list-briefings", _("Briefings"), "chat", coaching.SEE_BRIEFING),
        Entry("see-my-learning", _("My learning"), "play", training.LEARN),
        Entry("review-today", _("Today’s review"), "cycle", review.REVIEW),
        Entry("list-reflections", _("Reflections"), "paper", training.SEE_REFLECTION),
        Entry("list-courses", _("Course catalogue"), "book", training.SEE_COURSES),
        Entry("list-packages", _("SCORM packages"), "play", courseware.SEE),
        Entry("list-sessions", _("Training sessions"), "cycle", training.SEE_SESSIONS),
        Entry("list-trainers", _("Trainers"), "people", training.SEE_TRAINERS),
        Entry("list-enrolments", _("Who is learning what"), "people", training.SEE_LEARNING),
        Entry("list-course-certificates", _("Course certificates"), "paper", training.SEE_CERTIFICATES),
        Entry("list-lacks", _("Who still lacks what"), "flag", programme.SEE_GAPS),
        Entry("list-training-plans", _("Training plans"), "paper", programme.SEE_PLANS),
        Entry("list-effects", _("Effect of training"), "chart", programme.SEE_EFFECTS),
        Entry("list-revisions", _("Course revisions"), "paper", programme.SEE_SURGES),
        Entry("list-surges", _("Surges"), "flag", programme.SEE_SURGES),
        Entry("list-pairs", _("Mentoring"), "people", mentoring.SEE_PAIR),
        Entry("list-permits", _("Permits"), "check", mentoring.SEE_PERMIT),
        Entry("list-needs-surveys", _("Training needs analyses"), "flag", training.SEE),
        Entry("list-surveys", _("Surveys"), "chat", assessment.SEE),
        Entry("list-questionnaires", _("Questionnaires"), "paper", assessment.SEE_QUESTIONNAIRES),
        Entry("list-sittings", _("My tests"), "check", assessment.SIT),
        Entry("list-exams", _("Tests"), "check", assessment.SEE_EXAMS),
        Entry("list-questions", _("Question bank"), "check", assessment.SEE_BANK),
        Entry("list-scenarios", _("Simulations"), "chat", simulation.SEE),
        Entry("list-essays", _("Essays to mark"), "check", assessment.MARK_ESSAYS),
        Entry("list-practicals", _("Practical examinations"), "check", assessment.SEE_PRACTICALS),
        Entry("list-cut-panels", _("Panels for cut scores"), "people", assessment.SEE_PANELS),
        Entry("list-growth", _("Growth path"), "chart", growth.WATCH),
        Entry("list-growth-plans", _("Development plans"), "paper", growth.SEE_PLAN),
        Entry("see-my-growth", _("My growth path"), "result", growth.SEE),
        Entry("rater-training", _("Raters' training"), "book", appraisal.TRAIN),
    )),
    Group(_("Hiring"), ()),
    Group(_("Reports"), (
        Entry("see-board", _("Dashboard"), "chart", insight.SEE_BOARD),
        Entry("list-teams", _("Teams and gaps"), "people", insight.SEE_TEAM),
        Entry("list-remedies", _("Corrective actions"), "check", improvement.SEE),
        Entry("list-month-reports", _("Monthly quality analysis"), "paper", improvement.SEE_MONTH),
        Entry("list-standing-reports", _("Scheduled reports"), "log", improvement.SEE_REPORT),
        Entry("list-operations", _("Operational measures"), "chart", interactions.SEE_OPERATIONS),
        Entry("list-forms", _("Forms"), "paper", insight.SEE_FORM),
    )),
    Group(_("Administration"), (
        Entry("list-people", _("People"), "people", people.SEE_TEAMS),
        Entry("see-organisation", _("Sites and teams"), "people", people.SEE_TEAMS),
        Entry("see-working-time", _("Working days and hours"), "cycle", people.SEE_TIME),
        Entry("list-imports", _("Imports"), "inbox", interactions.SEE_RUNS),
        Entry("list-users", _("Users and rights"), "key", accounts.MANAGE),
        Entry("settle-centre", _("Centre"), "card", accounts.SETTLE),
        Entry("see-notices", _("Notices"), "bell", inbox.SETTLE_CHANNELS),
        Entry("list-audit", _("Audit log"), "log", audit.SEE),
    )),
)  # fmt: skip
# under the reader's own name
ACCOUNT = (
    Entry("list-duties", _("Inbox"), "inbox", inbox.SEE),
    Entry("see-roster", _("Roster"), "cycle", people.SEE_ROSTER),
    Entry("see-account", _("My account"), "key"),
    Entry("see-rights", _("Who can do what"), "key", accounts.SEE_RIGHTS),
    Entry("see-keys", _("Shortcuts"), "key"),
)
# beside the home page, what a role opens most; of several roles those nearest to the work come first
OFTEN = {
    roles.LEAD: ("list-teams", "list-ratings", "list-evaluations"),
    roles.ANALYST: ("list-assignments", "list-evaluations", "list-cases"),
    roles.QUALITY_SUPERVISOR: ("list-evaluations", "assign-contacts", "list-cases"),
    roles.GROUP: ("list-cycles", "assign-contacts", "list-teams"),
    roles.HEAD: ("list-teams", "list-cycles", "list-evaluations"),
    roles.HR: ("list-cycles", "list-people", "list-imports"),
    roles.TRAINER: ("list-teams", "list-evaluations", "see-framework"),
    roles.ADMIN: ("list-people", "list-users", "list-imports"),
    roles.AGENT: ("see-my-results", "list-evaluations", "list-ratings"),
    roles.LIAISON: ("list-ratings", "see-my-results", "list-policies"),
}
AT_HAND = 4  # entries of the bar on a phone, the home page one of them


@dataclass(frozen=True)
class Link:
    """An entry as one user sees it on one page."""

    url_name: str
    url: str
    label: object
    icon: str
    is_here: bool


@dataclass(frozen=True)
class Section:
    label: object
    links: tuple[Link, ...]

    @property
    def is_here(self) -> bool:
        return any(link.is_here for link in self.links)


@dataclass(frozen=True)
class Menu:
    sections: tuple[Section, ...]
    at_hand: tuple[Link, ...]
    account: tuple[Link, ...]

    @property
    def is_here_beyond(self) -> bool:
        """Where one stands is in the menu, and not at hand."""
        return any(section.is_here for section in self.sections) and not any(link.is_here for link in self.at_hand)


def menu(user, path) -> Menu:
    """What this user may open, by group, and the few entries at hand."""
    opened = [(group, [entry for entry in group.entries if may_open(entry, user)]) for group in MENU]
    account = [entry for entry in ACCOUNT if may_open(entry, user)]
    shown = [*account, *(entry for _group, entries in opened for entry in entries)]
    urls = {entry.url_name: reverse(entry.url_name) for entry in shown}
    here = _here(urls, path)
    sections = tuple(
        Section(group.label, tuple(_link(entry, urls, here) for entry in entries))
        for group, entries in opened
        if entries
    )
    own = tuple(_link(entry, urls, here) for entry in account)
    return Menu(sections, tuple(_at_hand(sections, user)), own)


def may_open(entry: Entry, user) -> bool:
    return entry.opens is None or entry.opens.is_held_by(user)


def _here(urls, path) -> str:
    """The entry whose address is the longest beginning of this one; everything lies below the home page."""
    above = [name for name, url in urls.items() if path == url or (url != "/" and path.startswith(url))]
    return max(above, key=lambda name: len(urls[name]), default="")


def _link(entry: Entry, urls, here) -> Link:
    return Link(entry.url_name, urls[entry.url_name], entry.label, entry.icon, entry.url_name == here)


def _at_hand(sections, user) -> Iterator[Link]:
    """Where a role opens fewer pages than there is room for, the next of the menu stand in."""
    known = {link.url_name: link for section in sections for link in section.links}
    wanted = ["home", *(name for role, names in OFTEN.items() if role in user.roles for name in names), *known]
    for name in list(dict.fromkeys(name for name in wanted if name in known))[:AT_HAND]:
        yield known[name]
