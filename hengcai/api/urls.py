"""The whole API: session sign-in, problem documents for refusals, one router a subject."""

from django.http import Http404
from ninja import NinjaAPI, Swagger
from ninja.errors import AuthenticationError, HttpError, ValidationError
from ninja.security import django_auth

from hengcai.api import (
    account,
    complaints,
    drafts,
    elsewhere,
    imports,
    inbox,
    interactions,
    notices,
    operations,
    people,
    problems,
    recordings,
    searching,
    working_time,
)
from hengcai.api.appeals import appeals
from hengcai.api.appraisal import (
    calendar,
    corrections,
    cycles,
    findings,
    patterns,
    policies,
    proofs,
    ratings,
    results,
)
from hengcai.api.assessment import (
    blueprints,
    checklists,
    essays,
    exams,
    panels,
    practicals,
    questionnaires,
    sittings,
    surveys,
)
from hengcai.api.bulletins import knowledge, spots
from hengcai.api.bulletins import notices as bulletin_doors
from hengcai.api.coaching import library
from hengcai.api.coaching import sessions as coaching_sessions
from hengcai.api.consequences import awards, decisions, money, pay
from hengcai.api.consequences import plans as improvement_plans
from hengcai.api.council import panel
from hengcai.api.council import suggestions as suggestion_doors
from hengcai.api.courseware import packages as courseware_packages
from hengcai.api.courseware import runs as courseware_runs
from hengcai.api.growth import growth
from hengcai.api.improvement import months, remedies, standing
from hengcai.api.insight import home
from hengcai.api.insight import people as person_reports
from hengcai.api.insight import teams as team_reports
from hengcai.api.mentoring import limits as mentoring_limits
from hengcai.api.mentoring import mentors as mentoring_mentors
from hengcai.api.mentoring import pairs as mentoring_pairs
from hengcai.api.mentoring import permits
from hengcai.api.programme import effects as training_effects
from hengcai.api.programme import plans as training_plans
from hengcai.api.programme import revisions as training_revisions
from hengcai.api.programme import surges as training_surges
from hengcai.api.programme import trainers as trainer_pages
from hengcai.api.quality import (
    answers,
    calibration_marks,
    calibrations,
    cases,
    disputes,
    exclusions,
    measures,
    observations,
    plans,
    presence,
    rechecks,
    scorecards,
    tickets,
    work,
)
from hengcai.api.questions import bank as question_bank
from hengcai.api.questions import files as question_files
from hengcai.api.records import bundles, records
from hengcai.api.review import cards as review_cards
from hengcai.api.simulation import role_plays, scenarios, talks
from hengcai.api.simulation import runs as simulation_runs
from hengcai.api.training import certificates, courses, discussions, files, learning, needs, reflections, sessions
from hengcai.base.errors import Refusal
from hengcai.settings import VERSION

ABOUT = """The same actions and queries as the pages, with the same rights and the same numbers.

Sign in at `/account/login/` and send the session cookie along. Whatever writes also needs the header
`X-CSRFToken` with the value of the cookie `csrftoken`. Refusals are problem documents (RFC 9457):
`code` is stable, `detail` is a sentence in the reader's language."""

ROUTERS = {
    "/account": (account.router, "account"),
    "/search": (searching.router, "search"),
    "/people": (people.router, "people"),
    "/working-time": (working_time.router, "people"),
    "/contacts": (interactions.router, "contacts"),
    "/complaints": (complaints.router, "contacts"),
    "/operations": (operations.router, "contacts"),
    "/praise": (complaints.of_praise, "contacts"),
    "/imports/drafts": (drafts.router, "imports"),
    "/imports": (imports.router, "imports"),
    "/quality/scorecards": (scorecards.router, "scorecards"),
    "/quality/assignments": (work.router, "assignments"),
    "/quality/evaluations": (answers.router, "evaluations"),
    "/quality/disputes": (disputes.router, "disputes"),
    "/quality/observations": (observations.router, "observations"),
    "/quality/rechecks": (rechecks.router, "rechecks"),
    "/quality": (cases.router, "red lines"),
    "/assessment/questionnaires": (questionnaires.router, "questionnaires"),
    "/assessment/surveys": (surveys.router, "surveys"),
    "/assessment/blueprints": (blueprints.router, "tests"),
    "/assessment/tests": (exams.router, "tests"),
    "/assessment/sittings": (sittings.router, "tests"),
    "/questions/files": (question_files.router, "question bank"),
    "/questions": (question_bank.router, "question bank"),
    "/assessment/items": (essays.of_items, "tests"),
    "/assessment/essays": (essays.router, "tests"),
    "/assessment/checklists": (checklists.router, "practical examinations"),
    "/assessment/practicals": (practicals.router, "practical examinations"),
    "/assessment/panels": (panels.router, "panels for cut scores"),
    "/simulations/scenarios": (scenarios.router, "simulations"),
    "/simulations/runs": (simulation_runs.router, "simulations"),
    "/simulations/talks": (talks.router, "simulations"),
    "/simulations/role-plays": (role_plays.router, "simulations"),
    "/training/courses": (courses.router, "courses"),
    "/courseware/packages": (courseware_packages.router, "SCORM packages"),
    "/courseware/runs": (courseware_runs.router, "SCORM packages"),
    "/training/enrolments": (learning.router, "learning"),
    "/training/discussions": (discussions.router, "discussions"),
    "/training/reflections": (reflections.router, "reflections"),
    "/training/review": (review_cards.router, "review"),
    "/training/certificates": (certificates.router, "course certificates"),
    "/training/files": (files.router, "training files"),
    "/training/plans": (training_plans.router, "training plans"),
    "/training/effects": (training_effects.router, "effect of training"),
    "/training/revisions": (training_revisions.router, "course revisions"),
    "/training/surges": (training_surges.router, "surges"),
    "/training/trainer-pages": (trainer_pages.router, "training sessions"),
    "/training/lacks": (training_plans.of_lacks, "training plans"),
    "/training/sessions": (sessions.router, "training sessions"),
    "/training/trainers": (sessions.of_trainers, "trainers"),
    "/training/rooms": (sessions.of_rooms, "rooms"),
    "/training/needs-surveys": (needs.router, "training needs analyses"),
    "/mentoring/mentors": (mentoring_mentors.router, "mentoring"),
    "/mentoring/limits": (mentoring_limits.router, "mentoring"),
    "/bulletins": (bulletin_doors.router, "business notices"),
    "/spot-tests": (spots.router, "spot tests"),
    "/knowledge": (knowledge.router, "corrections of the knowledge base"),
    "/mentoring/pairs": (mentoring_pairs.router, "mentoring"),
    "/mentoring/permits": (permits.router, "permits"),
    "/coaching/sessions": (coaching_sessions.router, "coaching"),
    "/coaching": (library.router, "case library"),
    "/appraisal": (corrections.router, "corrections"),
    "/appraisal/cycles": (cycles.router, "cycles"),
    "/appraisal/calendar": (calendar.router, "cycles"),
    "/appraisal/policies": (policies.router, "policies"),
    "/appraisal/procedures": (proofs.router, "policies"),
    "/appraisal/findings": (findings.router, "findings"),
    "/appraisal/patterns": (patterns.router, "findings"),
    "/appraisal/ratings": (ratings.router, "ratings"),
    "/appraisal/results": (results.router, "results"),
    "/appeals": (appeals.router, "appeals"),
    "/panel": (panel.router, "review panel"),
    "/suggestions": (suggestion_doors.router, "suggestions"),
    "/improvement/measures": (remedies.router, "corrective actions"),
    "/improvement/analyses": (months.router, "monthly quality analysis"),
    "/improvement/reports": (standing.router, "scheduled reports"),
    "/consequences": (pay.router, "consequences"),
    "/records": (records.router, "confirming results"),
    "/growth": (growth.router, "growth path"),
    "/inbox": (inbox.router, "inbox"),
    "/notices": (notices.router, "inbox"),
    "/home": (home.router, "home"),
    "/reports/trends": (home.trend_router, "reports"),
    "/reports/results": (person_reports.router, "reports"),
    "/reports/teams": (team_reports.router, "reports"),
}


class Api(NinjaAPI):
    def get_openapi_operation_id(self, operation):
        """Short and stable: generated clients name their methods after it."""
        view = operation.view_func
        return f"{view.__module__.removeprefix('hengcai.api.')}_{view.__name__}".replace(".", "_")

    def get_openapi_schema(self, **kwargs):
        """Every operation may answer with a problem document."""
        schema = super().get_openapi_schema(**kwargs)
        schema.setdefault("components", {}).setdefault("schemas", {})["Problem"] = problems.SCHEMA
        for methods in schema["paths"].values():
            for operation in methods.values():
                operation["responses"]["default"] = problems.ANSWER
        return schema


api = Api(
    title="Hengcai",
    version=VERSION,
    description=ABOUT,
    auth=django_auth,
    urls_namespace="api",
    docs=Swagger(settings={"validatorUrl": None, "docExpansion": "none"}),
)
for prefix, (router, tag) in ROUTERS.items():
    api.add_router(prefix, router, tags=[tag])
api.add_router("/questions", question_files.exports, tags=["question bank"])
api.add_router("/bulletins", spots.of_notices, tags=["spot tests"])
api.add_router("/records", bundles.router, tags=["confirming results"])
api.add_router("/quality", plans.router, tags=["sampling plans"])
api.add_router("/quality/calibrations", calibrations.router, tags=["calibration"])
api.add_router("/quality/calibrations", calibration_marks.router, tags=["calibration"])
api.add_router("/quality", exclusions.router, tags=["sampling plans"])
api.add_router("/quality", tickets.router, tags=["assignments"])
api.add_router("/quality", presence.router, tags=["assignments"])
api.add_router("/quality/measures", measures.router, tags=["quality figures"])
api.add_router("/quality/causes", measures.cause_router, tags=["quality figures"])
api.add_router("/contacts", recordings.of_contacts, tags=["contacts"])
api.add_router("/recordings", recordings.router, tags=["contacts"])
api.add_router("/consequences", improvement_plans.router, tags=["consequences"])
api.add_router("/consequences", money.router, tags=["consequences"])
api.add_router("/consequences", decisions.router, tags=["consequences"])
api.add_router("/consequences", awards.router, tags=["consequences"])
api.add_router("", elsewhere.router)

api.add_exception_handler(Refusal, problems.refused)
api.add_exception_handler(Http404, problems.missing)
api.add_exception_handler(AuthenticationError, problems.signed_out)
api.add_exception_handler(ValidationError, problems.malformed)
api.add_exception_handler(HttpError, problems.turned_away)
