"""All that is held on one person, by name of the list it stands in: what somebody may ask to be given of themselves."""

from collections.abc import Iterable, Iterator
from typing import Any

from django.db.models import Model, Q

from hengcai.accounts.queries import account_held
from hengcai.appeals.models import Appeal
from hengcai.appeals.queries.held import appeals_held
from hengcai.appraisal.models import Correction, Participant, RatingTask, Result
from hengcai.appraisal.queries import held as appraisal
from hengcai.appraisal.queries import held_policies as policies
from hengcai.appraisal.queries.held_corrections import corrections_held
from hengcai.appraisal.queries.held_patterns import margins_held, patterns_held
from hengcai.assessment.models import Answer, CheckSheet, Practical, Sitting
from hengcai.assessment.queries.held import answers_held, practicals_held, sittings_held
from hengcai.audit.models import Entry
from hengcai.audit.queries import entries_about, moment_at
from hengcai.base.errors import NotValid
from hengcai.base.ids import folded
from hengcai.base.permissions import Doer
from hengcai.base.plain import plain_row
from hengcai.bulletins.models import Paper, Reader
from hengcai.bulletins.queries import held as bulletins
from hengcai.coaching.models import Coaching
from hengcai.coaching.queries import held as coaching
from hengcai.consequences.models import Difference, LookAgain, Nomination, PayBase, PayLine, Plan, Review, StepPaper
from hengcai.consequences.permissions import SEE_RUN
from hengcai.consequences.queries import held as consequences
from hengcai.consequences.queries import held_more as followed
from hengcai.council.queries import held as council
from hengcai.courseware.models import Run as PackageRun
from hengcai.courseware.queries.held import package_runs_held
from hengcai.evidence.queries import ledger_held
from hengcai.growth.queries import held as growth
from hengcai.improvement.models import Remedy
from hengcai.improvement.queries.held import remedies_held, remedies_owned
from hengcai.inbox.channels.queries import notices_held
from hengcai.insight import permissions
from hengcai.interactions.complaint_models import Complaint
from hengcai.interactions.exporting import contacts_held, measures_held
from hengcai.interactions.giving_judged import complaints_held, praise_held
from hengcai.interactions.giving_recordings import recordings_held
from hengcai.interactions.giving_tickets import steps_held
from hengcai.interactions.giving_time import absences_held, shifts_held, skills_held
from hengcai.interactions.models import Contact
from hengcai.interactions.recording_models import Recording
from hengcai.mentoring.models import Listening, Pair, Permit
from hengcai.mentoring.queries import held as mentoring
from hengcai.people.models import Employment, Person, Placement
from hengcai.people.queries.held import employments_held, person_held, placements_held
from hengcai.quality.actions.evaluations import SOURCE as EVALUATION
from hengcai.quality.models import Assignment, Case, Dispute, Evaluation
from hengcai.quality.observation_models import Observation
from hengcai.quality.queries import held as quality
from hengcai.quality.queries import held_after as after
from hengcai.quality.queries import held_observations as watched
from hengcai.quality.recheck_models import Recheck
from hengcai.records.models import Record, TrainingNote
from hengcai.records.queries.held import confirmations_held, training_notes_held
from hengcai.review.models import Answer as ReviewAnswer
from hengcai.review.models import Card
from hengcai.review.queries import held as review
from hengcai.simulation.models import Run
from hengcai.simulation.queries.held import runs_held
from hengcai.training.models import Certificate, Enrolment, Opinion, Progress, Reflection, Seat, Trainer
from hengcai.training.queries import held as training

OWN, RATER = "self", "rater"
RATERS_ACTS = frozenset({"save_rating", "send_rating", "write_remark"})
ABOUT: tuple[tuple[type[Model], str], ...] = (
    (Employment, "person"), (Placement, "person"), (Contact, "agent"), (Assignment, "contact__agent"),
    (Evaluation, "agent"), (Case, "agent"), (Participant, "person"), (RatingTask, "participant__person"),
    (Result, "participant__person"), (Coaching, "agent"), (Remedy, "person"), (Complaint, "agent"), (Observation, "agent"),
    (Recording, "contact__agent"), (Dispute, "evaluation__agent"),
    (PayBase, "person"), (PayLine, "person"), (Difference, "person"), (Review, "person"),
    (Plan, "person"), (StepPaper, "person"), (LookAgain, "person"), (Nomination, "person"),
    (Recheck, "evaluation__agent"), (Correction, "old__participant__person"),
    (Record, "person"), (TrainingNote, "person"), (Appeal, "appellant"), (Run, "person"),
    (Pair, "newcomer"), (Listening, "pair__newcomer"), (Permit, "person"),
    (Reader, "person"), (Paper, "person"),
    (Enrolment, "person"), (Progress, "enrolment__person"), (Seat, "person"), (Opinion, "seat__person"), (Trainer, "person"),
    (Certificate, "enrolment__person"), (Sitting, "person"), (Answer, "sitting__person"),
    (Practical, "person"), (CheckSheet, "practical__person"),
    (Card, "person"), (ReviewAnswer, "card__person"), (Reflection, "person"),
    (PackageRun, "enrolment__person"),
)  # fmt: skip
# what the person does not know of yet: that something was done with it would tell that it is there
KNOWN: dict[type[Model], Q] = {
    Complaint: ~Q(judged="open"),
    Observation: Q(state="told"),
    Plan: ~Q(state="drafted"),
    Nomination: Q(state__in=("notice", "granted")),
}
Row = dict[str, Any]
Lists = Iterator[tuple[str, Iterable[Row]]]


def person_called(number: str) -> Person:
    found = Person.objects.select_related("user").filter(number=folded(number)).first()
    if found is None:
        raise NotValid("appraisal.person_unknown", number=number)
    return found


def held_on(person: Person, by: Doer) -> Lists:
    """Rows of one list have the same keys; `withheld` says why something in them is left out. Lists are read as one
    goes through them."""
    permissions.HAND_OUT.enter([], by)
    return _lists(person, sees_pay=SEE_RUN.is_held_by(by))


def _lists(person: Person, *, sees_pay: bool) -> Lists:
    yield "person", [person_held(person)]
    yield "account", [account_held(person.user)] if person.user else []
    yield "notices", notices_held(person.user) if person.user else []
    yield "employments", employments_held(person)
    yield "placements", placements_held(person)
    yield "shifts", shifts_held(person)
    yield "absences", absences_held(person)
    yield "skill_groups", skills_held(person)
    yield "contacts", contacts_held(person)
    yield "recordings", recordings_held(person)
    yield "ticket_steps", steps_held(person)
    yield "praise", praise_held(person)
    yield "complaints", complaints_held(person)
    yield "measures", measures_held(person)
    yield "evaluations", quality.evaluations_held(person)
    yield "answers", quality.answers_held(person)
    yield "rechecks", after.rechecks_held(person)
    yield "disputes", after.disputes_held(person)
    yield "calibrated_contacts", after.calibrated_contacts_held(person)
    yield "cases", quality.cases_held(person)
    yield "observations", watched.observations_held(person)
    yield "observation_marks", watched.observation_marks_held(person)
    yield "coaching", coaching.sessions_held(person)
    yield "coaching_remarks", coaching.remarks_held(person)
    yield "model_cases", coaching.library_cases_held(person)
    yield "corrective_measures", remedies_held(person)
    yield from _trained(person)
    yield from _appraised(person)
    yield from _policies(person)
    yield from _followed(person, sees_pay=sees_pay)
    unpublished = {(EVALUATION, given, revision) for given, revision in quality.unpublished(person)}
    yield "evidence", appraisal.veiled_ledger(ledger_held(person, but=unpublished))
    yield from _own_work(person)
    yield "log", _log(person)


def _trained(person: Person) -> Lists:
    yield "survey_answers", answers_held(person)
    yield "test_sittings", sittings_held(person)
    yield "practical_examinations", practicals_held(person)
    yield "needs_interviews", training.interviews_held(person)
    yield from _learned(person)
    yield "simulation_runs", runs_held(person)
    yield "package_runs", package_runs_held(person)
    yield "mentoring", mentoring.pairs_held(person)
    yield "listening_sheets", mentoring.sheets_held(person)
    yield "permits", mentoring.permits_held(person)
    yield "business_notices", bulletins.notices_held(person)
    yield "spot_tests", bulletins.papers_held(person)
    yield "knowledge_corrections", bulletins.corrections_held(person)
    yield "growth", growth.standings_held(person)
    yield "growth_plans", growth.plans_held(person)


def _learned(person: Person) -> Lists:
    yield "enrolments", training.enrolments_held(person)
    yield "lesson_progress", training.progress_held(person)
    yield "review_cards", review.cards_held(person)
    yield "review_answers", review.answers_held(person)
    yield "training_certificates", training.certificates_held(person)
    yield "session_places", training.places_held(person)
    yield "session_feedback", training.opinions_held(person)
    yield "discussion_posts", training.posts_held(person)
    yield "reported_posts", training.post_reports_held(person)
    yield "reflections", training.reflections_held(person)
    yield "trainer_qualifications", training.qualifications_held(person)


def _appraised(person: Person) -> Lists:
    yield "cycles", appraisal.participations_held(person)
    yield "results", appraisal.results_held(person)
    yield "corrections", corrections_held(person)
    yield "confirmations", confirmations_held(person)
    yield "training_notes", training_notes_held(person)
    yield "appeals", appeals_held(person)
    yield "fair_scores", appraisal.fair_scores_held(person)
    yield "ratings_received", appraisal.ratings_received(person)
    yield "tests", appraisal.marks_held(person)
    yield "remarks_received", appraisal.remarks_received(person)
    yield "findings", appraisal.findings_held(person)
    yield "rating_patterns", patterns_held(person)
    yield "level_margins", margins_held(person)


def _policies(person: Person) -> Lists:
    yield "policy_signatures", policies.signatures_held(person)
    yield "policy_comments", policies.comments_held(person)
    yield "policy_meetings", policies.meetings_held(person)


def _followed(person: Person, *, sees_pay: bool) -> Lists:
    """What followed from the results; pay by who may see it."""
    yield "pay_bases", consequences.bases_held(person) if sees_pay else []
    yield "pay", consequences.pay_held(person) if sees_pay else []
    yield "pay_differences", consequences.differences_held(person) if sees_pay else []
    yield "pay_reviews", consequences.reviews_held(person) if sees_pay else []
    yield "improvement_plans", followed.plans_held(person)
    yield "step_papers", followed.step_papers_held(person)
    yield "moves", followed.moves_held(person)
    yield "awards", followed.awards_held(person)
    yield "looks_again", followed.looks_held(person)


def _own_work(person: Person) -> Lists:
    """What the person wrote about others, as far as it is theirs."""
    yield "ratings_given", appraisal.ratings_given(person)
    yield "remarks_written", appraisal.remarks_written(person)
    yield "rater_training", appraisal.training_held(person)
    yield "severities", appraisal.severities_held(person)
    yield "evaluations_written", quality.evaluations_written(person.user) if person.user else []
    yield "rechecks_scored", after.rechecks_scored(person.user) if person.user else []
    yield "calibrations", after.calibrations_held(person.user) if person.user else []
    yield "blind_marks", after.blind_marks_held(person.user) if person.user else []
    yield "observations_made", watched.observations_made(person.user) if person.user else []
    yield "panel_terms", council.seats_held(person.user) if person.user else []
    yield "panel_tasks", council.tasks_held(person.user) if person.user else []
    yield "suggestions", council.suggestions_held(person.user) if person.user else []
    yield "measures_owned", remedies_owned(person.user) if person.user else []
    yield "cases_reported", quality.cases_reported(person.user) if person.user else []


def _log(person: Person) -> Iterator[Row]:
    """What was done about the person, when, and in which role. Moment and role of a rater would tell who it was: of
    what raters did it says only that it was done."""
    raters = set[str]()
    for entry in entries_about(person.user_id, _references(person)):
        is_own = entry.doer == str(person.user_id)
        if entry.action in RATERS_ACTS and not is_own:
            raters.add(entry.action)
        else:
            yield _entry(entry, OWN if is_own else entry.role)
    for action in sorted(raters):
        yield {"at": None, "action": action, "by": None, "withheld": RATER}


def _entry(entry: Entry, by: str) -> Row:
    return plain_row({"at": moment_at(entry), "action": entry.action, "by": by, "withheld": None})


def _references(person: Person) -> set[str]:
    """Rows about the person as the log names them; besides, an entry names the account it is about."""
    found = {f"{Person._meta.label_lower}:{person.pk}"}
    for model, path in ABOUT:
        keys = model._default_manager.filter(KNOWN.get(model, Q()), **{path: person}).values_list("pk", flat=True)
        found.update(f"{model._meta.label_lower}:{key}" for key in keys.iterator(chunk_size=5_000))
    return found
