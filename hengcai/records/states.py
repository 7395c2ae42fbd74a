from hengcai.base.states import Move
from hengcai.records import permissions
from hengcai.records.models import Record

STATE = Record.State
OPEN, ANSWERED = frozenset(Record.OPEN), frozenset(Record.ANSWERED)

HOLD_INTERVIEW = Move("hold_interview", frozenset({STATE.NOTIFIED}), STATE.INTERVIEWED, permissions.LEAD_INTERVIEW)
SKIP_INTERVIEW = Move("skip_interview", frozenset({STATE.NOTIFIED}), STATE.INTERVIEWED, permissions.LEAD_INTERVIEW)
SIGN = Move("sign_record", OPEN, STATE.SIGNED, permissions.ANSWER)
OBJECT = Move("object_to_record", OPEN, STATE.OBJECTED, permissions.ANSWER)
SILENCE = Move("note_silence", OPEN, STATE.SILENT, permissions.ARCHIVE)  # by the daily round, many at once
REPLACE = Move("replace_record", OPEN, STATE.REPLACED, permissions.OPEN)  # by a correction of the result
ARCHIVE = Move("archive_records", ANSWERED, STATE.ARCHIVED, permissions.ARCHIVE)  # by the daily round, many at once
MOVES = (HOLD_INTERVIEW, SKIP_INTERVIEW, SIGN, OBJECT, SILENCE, REPLACE, ARCHIVE)
