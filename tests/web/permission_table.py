"""Who gets what at every address: of the pages and of the API together."""

from tests.web.permission_api import API
from tests.web.permission_appeals import APPEALS_API, APPEALS_PAGES
from tests.web.permission_assessment import ASSESSMENT_API, ASSESSMENT_PAGES
from tests.web.permission_bulletins import BULLETIN_API, BULLETIN_PAGES
from tests.web.permission_calendar import CALENDAR_API, CALENDAR_PAGES
from tests.web.permission_coaching import COACHING_API, COACHING_PAGES
from tests.web.permission_consequences import CONSEQUENCES_API, CONSEQUENCES_PAGES
from tests.web.permission_council import COUNCIL_API, COUNCIL_PAGES
from tests.web.permission_courses import COURSE_API, COURSE_PAGES
from tests.web.permission_courseware import COURSEWARE_API, COURSEWARE_PAGES
from tests.web.permission_exams import EXAM_API, EXAM_PAGES
from tests.web.permission_growth import GROWTH_API, GROWTH_PAGES
from tests.web.permission_improvement import IMPROVEMENT_API, IMPROVEMENT_PAGES
from tests.web.permission_measures import MEASURE_DOORS, MEASURE_PAGES
from tests.web.permission_mentoring import MENTORING_API, MENTORING_PAGES
from tests.web.permission_notices import NOTICE_API, NOTICE_PAGES
from tests.web.permission_pages import ACCOUNTS, ALLAUTH, APPRAISAL, FRAMEWORK, INSIGHT, INTERACTIONS, PEOPLE, SHELL
from tests.web.permission_policies import POLICY_API, POLICY_PAGES
from tests.web.permission_practicals import PRACTICAL_API, PRACTICAL_PAGES
from tests.web.permission_programme import PROGRAMME_API, PROGRAMME_PAGES
from tests.web.permission_quality import QUALITY_PAGES
from tests.web.permission_questions import QUESTION_API, QUESTION_PAGES
from tests.web.permission_records import RECORD_API, RECORD_PAGES
from tests.web.permission_review import REVIEW_API, REVIEW_PAGES
from tests.web.permission_review_cards import REVIEW_CARD_API, REVIEW_CARD_PAGES
from tests.web.permission_rows import Row
from tests.web.permission_simulation import SIMULATION_API, SIMULATION_PAGES
from tests.web.permission_talk import TALK_API, TALK_PAGES
from tests.web.permission_training import TRAINING_API, TRAINING_PAGES

__all__ = ["TABLE", "WITHOUT_SIGN_IN", "Row"]

TABLE = [
    *SHELL,
    *ALLAUTH,
    *ACCOUNTS,
    *PEOPLE,
    *FRAMEWORK,
    *INTERACTIONS,
    *QUALITY_PAGES,
    *COACHING_PAGES,
    *ASSESSMENT_PAGES,
    *CONSEQUENCES_PAGES,
    *CALENDAR_PAGES,
    *TRAINING_PAGES,
    *COURSE_PAGES,
    *COURSEWARE_PAGES,
    *QUESTION_PAGES,
    *SIMULATION_PAGES,
    *EXAM_PAGES,
    *PRACTICAL_PAGES,
    *PROGRAMME_PAGES,
    *MENTORING_PAGES,
    *REVIEW_CARD_PAGES,
    *TALK_PAGES,
    *TALK_API,
    *REVIEW_CARD_API,
    *BULLETIN_PAGES,
    *NOTICE_PAGES,
    *MEASURE_PAGES,
    *IMPROVEMENT_PAGES,
    *INSIGHT,
    *APPRAISAL,
    *RECORD_PAGES,
    *POLICY_PAGES,
    *APPEALS_PAGES,
    *POLICY_API,
    *COUNCIL_PAGES,
    *COUNCIL_API,
    *API,
    *APPEALS_API,
    *RECORD_API,
    *COACHING_API,
    *ASSESSMENT_API,
    *CONSEQUENCES_API,
    *TRAINING_API,
    *COURSE_API,
    *COURSEWARE_API,
    *QUESTION_API,
    *SIMULATION_API,
    *EXAM_API,
    *PRACTICAL_API,
    *PROGRAMME_API,
    *MENTORING_API,
    *BULLETIN_API,
    *MEASURE_DOORS,
    *REVIEW_PAGES,
    *REVIEW_API,
    *IMPROVEMENT_API,
    *CALENDAR_API,
    *NOTICE_API,
    *GROWTH_PAGES,
    *GROWTH_API,
]
WITHOUT_SIGN_IN = {
    "language/": 302,
    "healthz": 200,
    "learning/certificates/keys.json": 200,
    "packages/frame/<str:token>/<path:place>": 410,  # the word in it is the key, and this one is none
    "certificates/": 200,
    "certificates/<uuid:key>/": 200,
    "account/login/": 200,
    "account/inactive/": 200,
}
