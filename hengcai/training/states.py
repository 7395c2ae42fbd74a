from hengcai.base.states import Move
from hengcai.training import permissions
from hengcai.training.models import Course, Enrolment, Post, Project, Session

RUNNING, ISSUED = Project.State.RUNNING, Project.State.ISSUED
STILL = frozenset({RUNNING})
WRITTEN, IN_USE, RETIRED = Course.State.DRAFT, Course.State.PUBLISHED, Course.State.RETIRED
LEARNING, FINISHED, WITHDRAWN = Enrolment.State.LEARNING, Enrolment.State.FINISHED, Enrolment.State.WITHDRAWN

CHANGE = Move("change_project", STILL, RUNNING, permissions.RUN)
DRAW = Move("draw_interviews", STILL, RUNNING, permissions.RUN)
DRAFT = Move("draft_report", STILL, RUNNING, permissions.RUN)
EDIT = Move("edit_report", STILL, RUNNING, permissions.RUN)
ISSUE = Move("issue_report", STILL, ISSUED, permissions.RUN)

EDIT_COURSE = Move("edit_course", frozenset({WRITTEN}), WRITTEN, permissions.WRITE_COURSES)
PUBLISH_COURSE = Move("publish_course", frozenset({WRITTEN}), IN_USE, permissions.WRITE_COURSES)
ADD_FILE = Move("add_lesson_file", frozenset({WRITTEN}), WRITTEN, permissions.WRITE_COURSES)
RETIRE_COURSE = Move("retire_course", frozenset({IN_USE}), RETIRED, permissions.WRITE_COURSES)
ENROL = Move("enrol", frozenset({IN_USE}), IN_USE, permissions.ENROL)

STUDY = Move("study", frozenset({LEARNING}), LEARNING, permissions.LEARN)
FINISH = Move("finish_course", frozenset({LEARNING}), FINISHED, permissions.LEARN)
WITHDRAW = Move("withdraw_enrolment", frozenset({LEARNING}), WITHDRAWN, permissions.MANAGE_ENROLMENT)

PLANNED, HELD, CANCELLED = Session.State.PLANNED, Session.State.HELD, Session.State.CANCELLED
COMING = frozenset({PLANNED})
MOVE_SESSION = Move("change_session", COMING, PLANNED, permissions.PLAN_SESSIONS)
CANCEL_SESSION = Move("cancel_session", COMING, CANCELLED, permissions.PLAN_SESSIONS)
BOOK = Move("book_seat", COMING, PLANNED, permissions.BOOK_SEAT)
SEAT_OTHERS = Move("seat_people", COMING, PLANNED, permissions.SEAT_OTHERS)
CALL_ROLL = Move("call_roll", COMING, HELD, permissions.CALL_ROLL)

SHOWN, HIDDEN, TAKEN_BACK = Post.State.SHOWN, Post.State.HIDDEN, Post.State.TAKEN_BACK
HIDE_POST = Move("hide_post", frozenset({SHOWN}), HIDDEN, permissions.MODERATE_POST)
KEEP_POST = Move("keep_post", frozenset({SHOWN}), SHOWN, permissions.MODERATE_POST)
SHOW_POST = Move("show_post", frozenset({HIDDEN}), SHOWN, permissions.MODERATE_POST)
TAKE_BACK_POST = Move("take_back_post", frozenset({SHOWN, HIDDEN}), TAKEN_BACK, permissions.OWN_POST)

PROJECT_MOVES = (CHANGE, DRAW, DRAFT, EDIT, ISSUE)
COURSE_MOVES = (EDIT_COURSE, ADD_FILE, PUBLISH_COURSE, RETIRE_COURSE, ENROL)
ENROLMENT_MOVES = (STUDY, FINISH, WITHDRAW)
SESSION_MOVES = (MOVE_SESSION, CANCEL_SESSION, BOOK, SEAT_OTHERS, CALL_ROLL)
POST_MOVES = (HIDE_POST, KEEP_POST, SHOW_POST, TAKE_BACK_POST)
MOVES = (*PROJECT_MOVES, *COURSE_MOVES, *ENROLMENT_MOVES, *SESSION_MOVES, *POST_MOVES)
