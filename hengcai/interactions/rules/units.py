"""What each measure is counted in, declared here and nowhere else."""

from hengcai.base.quantities import Unit

SHARES = ("first_contact_resolution", "satisfaction")
UNITS = {
    **dict.fromkeys(SHARES, Unit.SHARE),
    "time_to_resolution": Unit.HOURS,
    "upheld_complaints": Unit.COUNT,
}


def unit_of(measure: str) -> Unit:
    """A measure of a centre's own is a share when its name ends so; of the others nothing is known."""
    return UNITS.get(measure, Unit.SHARE if measure.endswith("_share") else Unit.NUMBER)
