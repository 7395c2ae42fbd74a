from hengcai.assessment import permissions
from hengcai.assessment.models import Questionnaire, Survey
from hengcai.base.states import Move

DRAFT, PUBLISHED, RETIRED = Questionnaire.State.DRAFT, Questionnaire.State.PUBLISHED, Questionnaire.State.RETIRED
OPEN, CLOSED = Survey.State.OPEN, Survey.State.CLOSED

EDIT = Move("edit_questionnaire", frozenset({DRAFT}), DRAFT, permissions.WRITE)
PUBLISH = Move("publish_questionnaire", frozenset({DRAFT}), PUBLISHED, permissions.WRITE)
RETIRE = Move("retire_questionnaire", frozenset({PUBLISHED}), RETIRED, permissions.WRITE)

REMIND = Move("remind_invitees", frozenset({OPEN}), OPEN, permissions.RUN)
EXTEND = Move("extend_survey", frozenset({OPEN}), OPEN, permissions.RUN)
ANSWER = Move("answer_survey", frozenset({OPEN}), OPEN, permissions.ANSWER)
CLOSE = Move("close_survey", frozenset({OPEN}), CLOSED, permissions.RUN)

QUESTIONNAIRE_MOVES = (EDIT, PUBLISH, RETIRE)
SURVEY_MOVES = (REMIND, EXTEND, ANSWER, CLOSE)
MOVES = (*QUESTIONNAIRE_MOVES, *SURVEY_MOVES)
