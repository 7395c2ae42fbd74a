"""While an appeal is open its record is not archived and nobody is taken to be silent; afterwards it goes on."""

from hengcai.accounts.models import system_user
from hengcai.appeals.models import Appeal
from hengcai.base.say import sentence
from hengcai.records.actions import hold_record, release_record
from hengcai.records.models import Record


def hold(appeal: Appeal) -> None:
    record = _record(appeal)
    if record is not None:
        because = sentence("appeals.holds", "zh", {"number": appeal.number})
        hold_record(record, by=system_user(), because=because)


def release(appeal: Appeal) -> None:
    record = _record(appeal)
    if record is not None and record.held_because:
        release_record(record, by=system_user())


def _record(appeal: Appeal) -> Record | None:
    """None of what was published before there were records."""
    return Record.objects.filter(result=appeal.result_id).first()
