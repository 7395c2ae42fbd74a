"""Pages whose cost is watched: (url name, who opens it)."""

from django.urls import reverse

from hengcai.appraisal.models import Participant, RatingTask, Result
from hengcai.consequences.models import PayRun
from hengcai.framework.models import Competency, CompetencyModel, Post
from hengcai.growth.models import Ladder
from hengcai.quality.drawn_models import Pick
from hengcai.quality.models import Assignment, Evaluation, Scorecard
from hengcai.records.models import Record

MOST_QUERIES, MOST_BYTES = 30, 100_000
MOST_CPU_MS = 40  # on a quiet machine with 2,000 agents: for `make bench` to say, never for a test to fail on
PAGES = (
    ("see-board", "qian"), ("see-board", "zhao"), ("see-board", "feng"), ("see-board", "zhou"), ("see-board", "wu"),
    ("home", "li"), ("home", "zhao"), ("home", "chen"), ("home", "zheng"), ("home", "qian"), ("home", "sun"),
    ("home", "feng"), ("home", "zhou"), ("home", "wu"), ("see-trends", "qian"),
    ("see-my-results", "li"), ("see-result", "zhao"), ("list-assignments", "chen"), ("list-evaluations", "feng"),
    ("list-evaluations", "zhao"), ("list-teams", "qian"), ("see-team-gaps", "zhao"), ("list-cycles", "zheng"),
    ("see-cycle", "zheng"), ("list-participants", "zheng"), ("list-ratings", "zhao"), ("list-contacts", "feng"),
    ("list-people", "wu"), ("see-organisation", "wu"), ("see-roster", "wu"), ("see-roster", "zhao"), ("list-scorecards", "feng"), ("see-framework", "zheng"),
    ("list-forms", "zheng"), ("list-cases", "feng"), ("assign-contacts", "zheng"), ("list-given", "feng"),
    ("list-duties", "li"), ("list-duties", "chen"), ("list-duties", "feng"),
    ("list-plans", "feng"), ("see-plan", "feng"), ("list-picks", "feng"), ("assign-plan", "feng"), ("plan-estimates", "feng"), ("list-calibrations", "feng"),
    ("see-measures", "feng"), ("list-causes", "feng"),
    ("list-imports", "sun"), ("list-users", "sun"), ("list-audit", "sun"),
    ("score-contact", "chen"), ("see-evaluation", "feng"), ("fill-rating", "zhao"),
    ("see-participant", "zheng"), ("see-person", "wu"), ("place-person", "wu"), ("add-person", "wu"), ("add-team", "wu"),
    ("add-cycle", "zheng"), ("see-calendar", "zheng"), ("see-late-raters", "zheng"), ("see-policy", "zheng"), ("see-model", "zheng"), ("see-competency", "zheng"),
    ("see-profile", "zheng"), ("see-scorecard", "feng"), ("see-rights", "sun"), ("see-keys", "chen"), ("search", "zheng"), ("search", "zhao"), ("edit-user", "sun"),
)  # fmt: skip
# counted as well, where fewer people come
MORE = (
    ("choose-notices", "li"), ("see-notices", "sun"), ("settle-template", "wu"), ("change-dates", "zheng"),
    ("see-account", "sun"), ("add-user", "sun"), ("settle-centre", "sun"), ("add-site", "wu"), ("list-profiles", "zheng"),
    ("see-service-indicators", "zheng"), ("import-framework", "zheng"), ("change-person", "wu"), ("end-employment", "wu"),
    ("link-user", "wu"), ("start-import", "sun"), ("report-red-line", "feng"),
    ("try-scorecard", "feng"), ("add-scorecard", "feng"), ("rater-training", "zhao"), ("list-findings", "zheng"), ("list-patterns", "zheng"), ("list-raters", "zheng"), ("see-distribution", "zheng"),
    ("see-publication", "zheng"), ("list-policies", "zheng"), ("print-policy", "zheng"), ("add-policy", "zheng"),
    ("see-form", "zheng"), ("edit-form", "sun"), ("add-plan", "feng"), ("edit-plan", "feng"), ("compare-plan", "feng"),
    ("list-exclusions", "feng"), ("enter-exclusion", "feng"), ("replace-pick", "feng"), ("list-disputes", "feng"), ("list-rechecks", "feng"), ("list-observations", "feng"), ("list-complaints", "feng"), ("list-operations", "feng"), ("list-tickets", "feng"), ("list-imported-measures", "feng"), ("list-praise", "feng"), ("list-listening", "feng"), ("list-shopping", "feng"), ("add-shopping", "feng"), ("settle-hours", "wu"), ("settle-day", "wu"), ("see-working-time", "wu"),
    ("add-calibration", "feng"), ("list-corrections", "zheng"), ("list-coachings", "feng"), ("list-library-cases", "feng"), ("list-briefings", "feng"),
    ("list-records", "wu"), ("list-records", "zhao"), ("see-record", "li"), ("see-bundle", "wu"), ("fill-interview", "zhao"), ("see-archive", "wu"),
    ("list-exams", "zhou"), ("list-blueprints", "zhou"), ("add-blueprint", "zhou"), ("list-sittings", "li"),
    ("list-questionnaires", "zhou"), ("add-questionnaire", "zhou"), ("list-surveys", "zhou"), ("open-survey", "zhou"),
    ("list-appeals", "zheng"), ("see-appeal-statistics", "zheng"), ("see-panel", "wu"), ("list-meetings", "zheng"),
    ("add-meeting", "zheng"), ("list-council-tasks", "zheng"), ("list-projects", "zheng"), ("list-suggestions", "zheng"),
    ("list-remedies", "feng"), ("raise-remedy", "feng"),
    ("list-pay-runs", "wu"), ("see-pay-run", "wu"), ("simulate-pay-run", "wu"), ("list-pay-bases", "wu"), ("list-reviews", "qian"), ("see-my-pay", "li"), ("list-differences", "wu"), ("list-decisions", "qian"),
    ("list-improvement-plans", "wu"), ("list-moves", "qian"), ("see-steps", "wu"),
    ("list-questions", "zhou"), ("list-question-files", "zhou"), ("export-questions", "zhou"), ("list-duplicates", "feng"),
    ("list-scenarios", "zhou"), ("list-scenarios", "li"), ("list-practicals", "zhou"), ("list-checklists", "zhou"), ("open-practical", "zhou"), ("list-cut-panels", "zhou"), ("list-essays", "zhou"), ("open-cut-panel", "zhou"), ("list-simulation-runs", "zhou"), ("list-needs-surveys", "zhou"), ("open-needs-survey", "zhou"),
    ("list-nominations", "qian"), ("see-public-notices", "li"), ("list-looks-again", "wu"),
    ("list-standing-reports", "feng"), ("list-month-reports", "feng"),
    ("see-severity", "feng"), ("list-certificates", "feng"),
    ("see-procedure", "zheng"), ("see-signatures", "zheng"), ("try-policy", "zheng"),
    ("review-today", "li"), ("list-reflections", "zhao"), ("add-reflection", "li"), ("list-recall", "zhou"),
    ("list-pairs", "zhao"), ("list-mentors", "zhou"), ("list-permits", "wu"), ("list-permits", "zhao"), ("list-without-permit", "wu"), ("add-pair", "zhou"), ("open-permit", "zhou"), ("list-permit-demands", "zhou"),
    ("list-bulletins", "li"), ("list-bulletins", "zhou"), ("add-bulletin", "zhou"), ("list-unread", "zhao"), ("see-bulletin-figures", "zhou"), ("list-knowledge", "zhou"), ("report-knowledge", "li"), ("list-knowledge-topics", "zhou"), ("see-knowledge-figures", "zhou"),
    ("list-packages", "zhou"), ("add-package", "zhou"), ("list-courses", "zhou"), ("list-lacks", "zhou"), ("list-lacks", "zhao"), ("list-training-plans", "zhou"), ("list-effects", "qian"), ("list-revisions", "zhou"), ("list-surges", "zhou"), ("add-training-plan", "zhou"), ("add-course", "zhou"), ("see-my-learning", "li"), ("see-own-training-file", "li"), ("see-training-file", "zhou"), ("list-course-certificates", "zhou"), ("list-course-certificates", "li"), ("list-enrolments", "zhao"), ("list-sessions", "li"), ("list-rooms", "zhou"), ("list-trainers", "zhou"),
    ("list-growth", "wu"), ("see-my-growth", "li"), ("list-ladders", "zheng"), ("list-skill-groups", "wu"), ("list-growth-plans", "wu"), ("list-reserve", "wu"), ("add-ladder", "zheng"), ("list-re-ratings", "wu"),
)  # fmt: skip


def address(name, centre):
    return reverse(name, args=ARGUMENTS[name](centre) if name in ARGUMENTS else None) + ASKED.get(name, "")


UNEVEN = {"see-bundle": 1, "plan-estimates": 1}  # one more where there is something to be read of
FILES = ("print-result", "print-team", "print-form", "print-bundle", "sheet-", "export-", "download-")
# of one draft, one import, one case, one conversation, which no centre makes larger
SMALL = {
    "open-paper",
    "see-contact",
    "see-recording",
    "recording-peaks",
    "recording-speech",
    "play-recording",
    "see-cause", "see-complaint", "see-observation", "see-observed-file", "see-shopping", "dispute-evaluation", "see-dispute", "see-recheck", "see-job", "see-draft", "see-import", "undo-import", "give-accounts", "rehire-person", "health", "judge-case",
    "see-growth", "see-ladder", "edit-ladder", "see-growth-plan", "edit-growth-plan",
    "see-remedy", "raise-from-cause", "download-proof",
    "see-standing-report", "see-month-report", "edit-month-report", "see-coaching", "edit-coaching", "add-coaching", "see-library-case", "edit-library-case", "add-library-case", "hear-library-case", "see-briefing", "see-briefing-sheet",
    "add-bank-question", "see-bank-question", "edit-bank-question", "play-question", "hear-question", "add-question-file", "see-question-file",
    "see-blueprint", "edit-blueprint", "schedule-exam", "see-exam", "see-sitting", "see-sitting-question",
    "edit-ink-story", "edit-role-card", "import-scenario", "talk-to-customer", "observe-run", "hear-take", "see-scenario", "play-scenario", "see-debrief", "add-scenario", "see-story", "edit-scenario", "add-scenario-node", "edit-scenario-node", "try-scenario", "see-scenario-results",
    "see-checklist", "add-checklist", "edit-checklist", "add-checklist-item", "edit-checklist-item", "see-practical", "tick-practical", "see-cut-panel", "see-cut-panel-sheet", "mark-essay", "see-items",
    "see-questionnaire", "edit-questionnaire", "preview-questionnaire", "add-question", "edit-question", "see-survey", "answer-survey", "see-survey-results", "see-needs-survey", "change-needs-survey", "edit-status-report", "see-needs-task", "see-interview",
    "see-pair", "see-permit", "see-review-answer", "answer-card", "talk-course", "talk-session", "see-thread", "see-reflection", "edit-reflection",
    "see-mentor",
    "see-bulletin", "edit-bulletin", "list-bulletin-readers", "edit-bulletin-questions", "take-spot-test", "see-spot-test-results", "see-correction-of-knowledge",
    "see-effect", "see-training-plan", "edit-training-plan", "list-training-needs", "settle-training-need",
    "certificate-keys", "see-course-certificate", "check-certificates", "check-certificate", "download-credential",
    "add-session", "see-session", "change-session", "seat-people",
    "see-package", "try-package", "list-package-people", "play-package", "open-package-file",
    "see-revision", "see-surge", "see-trainer", "see-own-trainer",
    "see-course", "assign-course", "edit-course", "edit-course-standard", "edit-course-text", "edit-course-lesson", "add-course-lesson", "arrange-lessons", "see-course-lesson", "see-enrolment", "learn-lesson",
    "list-lesson-files", "preview-lesson-media", "preview-lesson-captions", "lesson-media", "lesson-captions",
    "see-calibration", "edit-calibration", "score-blind", "see-unclear", "answer-question", "write-remark", "edit-profile", "edit-competency", "edit-indicator", "revise-framework",
    "see-appeal", "add-appeal", "open-evidence", "see-opinion", "see-correction", "correct-result", "next-desk", "publish-framework", "compare-frameworks", "edit-scorecard", "edit-scorecard-text", "add-scorecard-text",
    "add-nomination", "see-nomination", "explain-result", "see-look-again", "see-review", "add-improvement-plan", "see-improvement-plan", "edit-improvement-plan", "see-move",
    "see-meeting", "edit-meeting", "see-council-task", "see-project", "add-suggestion", "list-adopted", "follow-suggestion",
    "see-suggestion", "compare-scorecard", "publish-scorecard", "edit-policy", "edit-policy-text", "compare-policy", "see-policy-file",
}  # fmt: skip
ASKED = {
    "see-measures": "?measure=passed",
    "search": "?q=0000",
    "see-form": "?cycle=2026-Q1",
}  # 0000: part of everybody's number


def _first(rows):
    return [rows.order_by("pk").values_list("pk", flat=True)[0]]


ARGUMENTS = {
    "see-steps": lambda centre: [centre.people[0].pk],
    **dict.fromkeys(("see-pay-run", "simulate-pay-run"), lambda _centre: _first(PayRun.objects)),
    "list-re-ratings": lambda _centre: _first(Ladder.objects),
    "see-team-gaps": lambda centre: [centre.teams[0].pk],
    **dict.fromkeys(("change-dates", "see-late-raters"), lambda centre: [centre.collecting.pk]),
    "settle-template": lambda _centre: ["quarter"],
    "see-cycle": lambda centre: [centre.collecting.pk],
    **dict.fromkeys(
        ("see-plan", "list-picks", "assign-plan", "plan-estimates", "compare-plan"), lambda centre: [centre.plan.pk]
    ),
    "edit-plan": lambda centre: [centre.draft_plan.pk],
    "replace-pick": lambda _centre: _first(Pick.objects),
    "list-participants": lambda centre: [centre.collecting.pk],
    "see-result": lambda centre: _first(Result.objects.filter(participant__person=centre.people[0])),
    "score-contact": lambda centre: _first(Assignment.objects.filter(state=Assignment.State.OPEN)),
    "see-evaluation": lambda _centre: _first(Evaluation.objects.all()),
    "fill-rating": lambda centre: _first(
        RatingTask.objects.filter(
            participant__cycle=centre.collecting, participant__person=centre.people[0], source="superior"
        )
    ),
    "see-participant": lambda centre: _first(
        Participant.objects.filter(cycle=centre.collecting, person=centre.people[0])
    ),
    "see-person": lambda centre: [centre.people[0].pk],
    "place-person": lambda centre: [centre.people[0].pk],
    "see-policy": lambda centre: [centre.collecting.policy_id],
    "see-procedure": lambda centre: [centre.collecting.policy_id],
    "try-policy": lambda centre: [centre.collecting.policy_id],
    "see-signatures": lambda centre: [centre.collecting.policy_id],
    "see-model": lambda _centre: [CompetencyModel.objects.order_by("pk")[0].code],
    "see-competency": lambda _centre: [Competency.objects.order_by("pk")[0].code],
    "see-profile": lambda _centre: [Post.objects.get(code="inbound").code],
    "see-scorecard": lambda _centre: _first(Scorecard.objects.filter(code="call")),
    "change-person": lambda centre: [centre.people[0].pk],
    "end-employment": lambda centre: [centre.people[0].pk],
    "link-user": lambda centre: [centre.people[0].pk],
    "report-red-line": lambda _centre: _first(Evaluation.objects.all()),
    "try-scorecard": lambda _centre: _first(Scorecard.objects.filter(code="call")),
    "list-findings": lambda centre: [centre.collecting.pk],
    "list-patterns": lambda centre: [centre.collecting.pk],
    "see-distribution": lambda centre: [centre.collecting.pk],
    "list-raters": lambda centre: [centre.collecting.pk],
    "see-publication": lambda centre: [centre.collecting.pk],
    "print-policy": lambda centre: [centre.collecting.policy_id],
    "see-form": lambda _centre: ["skill-summary"],
    "edit-form": lambda _centre: ["rating"],
    "see-bundle": lambda centre: [centre.people[0].pk],
    "see-training-file": lambda centre: [centre.people[0].pk],
    **dict.fromkeys(
        ("see-record", "fill-interview"),
        lambda centre: _first(Record.objects.filter(person=centre.people[0], cycle__kind="quarter")),
    ),
    "edit-user": lambda centre: [centre.users["li"].pk],
}
