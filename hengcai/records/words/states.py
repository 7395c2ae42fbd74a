"""What the states, moves and outcomes are called."""

STATES = {
    "records.state.notified": ("已通知", "notified"),
    "records.state.interviewed": ("已面谈", "meeting held"),
    "records.state.signed": ("已签字", "signed"),
    "records.state.objected": ("有异议", "objected"),
    "records.state.silent": ("逾期未反馈", "no response"),
    "records.state.replaced": ("已被更正替代", "replaced by a correction"),
    "records.state.archived": ("已归档", "archived"),
    "records.paper.state.entered": ("待第二人核对", "waiting for a second person"),
    "records.paper.state.confirmed": ("已核对", "checked"),
    "records.paper.state.returned": ("已退回", "sent back"),
    "records.paper.state.overtaken": ("已失效", "no longer valid"),
    "records.paper.outcome.signed": ("本人签字", "Signed"),
    "records.paper.outcome.objected": ("本人写了异议", "Objection written"),
    "records.paper.outcome.silent": ("已当面送达，本人不反馈", "Handed over, no response"),
}
MOVES = {
    "move.hold_interview": ("完成面谈", "complete the meeting"),
    "move.skip_interview": ("记录未能面谈", "record that no meeting was possible"),
    "move.sign_record": ("签字确认", "sign"),
    "move.object_to_record": ("提出异议", "object"),
    "move.note_silence": ("记录逾期未反馈", "record no response"),
    "move.replace_record": ("由更正替代", "replace by a correction"),
    "move.archive_records": ("归档", "archive"),
}
WORDS = STATES | MOVES
