from hengcai.assessment import permissions
from hengcai.assessment.models import (
    AngoffPanel,
    BankQuestion,
    Blueprint,
    Checklist,
    Exam,
    Practical,
    QuestionFile,
    Questionnaire,
    Sitting,
    Survey,
)
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
WITHDRAW_BANK = Move("withdraw_bank_question", frozenset({IN_FORCE}), GONE, permissions.WRITE_BANK)
RETIRE_BANK = Move("retire_bank_question", frozenset({IN_FORCE}), GONE, permissions.WRITE_BANK)
BANK_MOVES = (EDIT_BANK, SUBMIT_BANK, SEND_BACK_BANK, PUBLISH_BANK, RETIRE_BANK, WITHDRAW_BANK)

LOOKED, TAKEN, DROPPED = QuestionFile.State.LOOKED, QuestionFile.State.TAKEN, QuestionFile.State.DROPPED
WISH_FILE = Move("choose_questions", frozenset({LOOKED}), LOOKED, permissions.WRITE_BANK)
TAKE_FILE = Move("take_question_file", frozenset({LOOKED}), TAKEN, permissions.WRITE_BANK)
DROP_FILE = Move("drop_question_file", frozenset({LOOKED}), DROPPED, permissions.WRITE_BANK)
FILE_MOVES = (WISH_FILE, TAKE_FILE, DROP_FILE)

QUESTIONNAIRE_MOVES = (EDIT, PUBLISH, RETIRE)
SURVEY_MOVES = (REMIND, EXTEND, ANSWER, CLOSE)

PLANNED, USED, LAID_BY = Blueprint.State.DRAFT, Blueprint.State.PUBLISHED, Blueprint.State.RETIRED
EDIT_BLUEPRINT = Move("edit_blueprint", frozenset({PLANNED}), PLANNED, permissions.WRITE_BLUEPRINTS)
PUBLISH_BLUEPRINT = Move("publish_blueprint", frozenset({PLANNED}), USED, permissions.WRITE_BLUEPRINTS)
RETIRE_BLUEPRINT = Move("retire_blueprint", frozenset({USED}), LAID_BY, permissions.WRITE_BLUEPRINTS)
ANNOUNCE = Move("announce_exam", frozenset({USED}), USED, permissions.RUN_EXAMS)
BLUEPRINT_MOVES = (EDIT_BLUEPRINT, PUBLISH_BLUEPRINT, RETIRE_BLUEPRINT, ANNOUNCE)

SAT, TOLD, CALLED_OFF = Exam.State.OPEN, Exam.State.RELEASED, Exam.State.WITHDRAWN
CLOSE_EXAM = Move("close_exam", frozenset({SAT}), SAT, permissions.RUN_EXAMS)
RELEASE = Move("release_exam", frozenset({SAT}), TOLD, permissions.RUN_EXAMS)
OPEN_RESITS = Move("open_resits", frozenset({SAT, TOLD}), SAT, permissions.RUN_EXAMS)
WITHDRAW_EXAM = Move("withdraw_exam", frozenset({SAT}), CALLED_OFF, permissions.RUN_EXAMS)
EXAM_MOVES = (CLOSE_EXAM, RELEASE, OPEN_RESITS, WITHDRAW_EXAM)

READY, RUNNING, HANDED_IN = Sitting.State.READY, Sitting.State.RUNNING, Sitting.State.SUBMITTED
MARKED, MISSED = Sitting.State.MARKED, Sitting.State.MISSED
START = Move("start_sitting", frozenset({READY}), RUNNING, permissions.SIT)
SAVE = Move("save_answer", frozenset({RUNNING}), RUNNING, permissions.SIT)
SUBMIT = Move("submit_sitting", frozenset({RUNNING}), HANDED_IN, permissions.SIT)
MORE_TIME = Move("give_more_time", frozenset({READY}), READY, permissions.RUN_SITTINGS)
MORE_TIME_NOW = Move("give_more_time_now", frozenset({RUNNING}), RUNNING, permissions.RUN_SITTINGS)
SITTING_MOVES = (START, SAVE, SUBMIT, MORE_TIME, MORE_TIME_NOW)

CHECK_DRAFT, CHECK_USED, CHECK_GONE = Checklist.State.DRAFT, Checklist.State.PUBLISHED, Checklist.State.RETIRED
EDIT_CHECKLIST = Move("edit_checklist", frozenset({CHECK_DRAFT}), CHECK_DRAFT, permissions.WRITE_CHECKLISTS)
PUBLISH_CHECKLIST = Move("publish_checklist", frozenset({CHECK_DRAFT}), CHECK_USED, permissions.WRITE_CHECKLISTS)
RETIRE_CHECKLIST = Move("retire_checklist", frozenset({CHECK_USED}), CHECK_GONE, permissions.WRITE_CHECKLISTS)

EXAMINED, FINISHED = Practical.State.OPEN, Practical.State.FINISHED
LEFT, ANNULLED = Practical.State.LEFT, Practical.State.ANNULLED
LEAVE_PRACTICAL = Move("leave_practical", frozenset({EXAMINED}), LEFT, permissions.RUN_PRACTICAL)
ANNUL_PRACTICAL = Move("annul_practical", frozenset({FINISHED}), ANNULLED, permissions.ANSWER_OBJECTION)
UPHOLD_PRACTICAL = Move("uphold_practical", frozenset({FINISHED}), FINISHED, permissions.ANSWER_OBJECTION)

FIRST, SECOND = AngoffPanel.State.FIRST, AngoffPanel.State.SECOND
SHUT, PANEL_DROPPED = AngoffPanel.State.CLOSED, AngoffPanel.State.DROPPED
END_FIRST = Move("end_first_round", frozenset({FIRST}), SECOND, permissions.RUN_PANEL)
CLOSE_PANEL = Move("close_panel", frozenset({SECOND}), SHUT, permissions.RUN_PANEL)
DROP_PANEL = Move("drop_panel", frozenset({FIRST, SECOND}), PANEL_DROPPED, permissions.RUN_PANEL)
ADOPT_CUT = Move("adopt_cut", frozenset({SHUT}), SHUT, permissions.ADOPT)

CHECKLIST_MOVES = (EDIT_CHECKLIST, PUBLISH_CHECKLIST, RETIRE_CHECKLIST)
PRACTICAL_MOVES = (LEAVE_PRACTICAL, ANNUL_PRACTICAL, UPHOLD_PRACTICAL)
PANEL_MOVES = (END_FIRST, CLOSE_PANEL, DROP_PANEL, ADOPT_CUT)
MOVES = (
    *QUESTIONNAIRE_MOVES, *SURVEY_MOVES, *BANK_MOVES, *BLUEPRINT_MOVES, *EXAM_MOVES, *SITTING_MOVES, *CHECKLIST_MOVES,
    *PRACTICAL_MOVES, *PANEL_MOVES, *FILE_MOVES,
)  # fmt: skip
