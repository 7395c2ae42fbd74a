from hengcai.assessment import permissions
from hengcai.assessment.models import BankQuestion, Questionnaire, Survey
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

WRITTEN, REVIEWED = BankQuestion.State.DRAFT, BankQuestion.State.REVIEW
IN_FORCE, GONE = BankQuestion.State.PUBLISHED, BankQuestion.State.RETIRED
EDIT_BANK = Move("edit_bank_question", frozenset({WRITTEN}), WRITTEN, permissions.WRITE_BANK)
SUBMIT_BANK = Move("submit_bank_question", frozenset({WRITTEN}), REVIEWED, permissions.WRITE_BANK)
SEND_BACK_BANK = Move("send_back_bank_question", frozenset({REVIEWED}), WRITTEN, permissions.REVIEW_BANK)
PUBLISH_BANK = Move("publish_bank_question", frozenset({REVIEWED}), IN_FORCE, permissions.REVIEW_BANK)
RETIRE_BANK = Move("retire_bank_question", frozenset({IN_FORCE}), GONE, permissions.WRITE_BANK)
BANK_MOVES = (EDIT_BANK, SUBMIT_BANK, SEND_BACK_BANK, PUBLISH_BANK, RETIRE_BANK)

QUESTIONNAIRE_MOVES = (EDIT, PUBLISH, RETIRE)
SURVEY_MOVES = (REMIND, EXTEND, ANSWER, CLOSE)
MOVES = (*QUESTIONNAIRE_MOVES, *SURVEY_MOVES, *BANK_MOVES)
