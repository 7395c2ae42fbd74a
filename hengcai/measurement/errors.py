"""Refusals of the statistics library: each says by code and facts why a figure cannot be given."""


class MeasurementRefusal(Exception):  # noqa: N818 - a refusal is an answer, not a fault
    """Carries a stable code such as `ratings.one_rater` and the facts that explain it."""

    def __init__(self, code: str, /, **facts: object) -> None:
        self.code = code
        self.facts = facts
        super().__init__(code)

    def __str__(self) -> str:
        told = ", ".join(f"{name}={value}" for name, value in self.facts.items())
        return f"{self.code} ({told})" if told else self.code


class TooLittleData(MeasurementRefusal):
    """Not enough observations, raters, shared units or levels for this figure."""


class NotANumber(MeasurementRefusal):
    """Text, NaN or infinity where a finite number is needed."""


class OutOfRange(MeasurementRefusal):
    """A finite number outside what the formula allows: a probability over 1, a negative weight."""


class NothingVaries(MeasurementRefusal):
    """All values are equal, so that a ratio of variances or of disagreements does not exist."""


class NotADesign(MeasurementRefusal):
    """A design text that cannot be read, or that does not fit the columns."""


class NotATable(MeasurementRefusal):
    """Columns that are missing, of different length, or that hold a rating twice."""
