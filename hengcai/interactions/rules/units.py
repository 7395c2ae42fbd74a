"""What each measure is counted in, declared here and nowhere else."""

from hengcai.base.quantities import Unit

FIRST_CONTACT, SATISFACTION, HOURS = "first_contact_resolution", "satisfaction", "time_to_resolution"
OPERATIONAL_SHARES = (
    "answer_rate", "outbound_connection", "service_level", "occupancy", "adherence", "repeat_contacts", "transfer_rate",
    "quality_pass_rate", "fatal_error_rate", "response_rate", "complaint_rate",
)  # fmt: skip
OPERATIONAL_TIMES = ("handling_time", "talk_time", "after_call_work")
OPERATIONAL = frozenset((*OPERATIONAL_SHARES, *OPERATIONAL_TIMES, "recommendation"))
"""Read and shown in their unit; a month counts them only where the centre has put them into its policy."""
SHARES = (FIRST_CONTACT, SATISFACTION, *OPERATIONAL_SHARES)
UNITS = {
    **dict.fromkeys(SHARES, Unit.SHARE),
    **dict.fromkeys(OPERATIONAL_TIMES, Unit.SECONDS),
    "recommendation": Unit.NUMBER,
    HOURS: Unit.HOURS,
    "upheld_complaints": Unit.COUNT,
}


def unit_of(measure: str) -> Unit:
    """A measure of a centre's own is a share when its name ends so; of the others nothing is known."""
    return UNITS.get(measure, Unit.SHARE if measure.endswith("_share") else Unit.NUMBER)
