"""What the domain says when it does not do what was asked; anything else that is raised is a bug."""

from collections.abc import Callable


class Refusal(Exception):  # noqa: N818 - a refusal is an expected answer, not an error
    """An expected refusal: a stable code and the facts its sentence needs."""

    def __init__(self, code: str, /, **facts: object) -> None:
        super().__init__(code, facts)
        self.code = code
        self.facts = facts

    def __str__(self) -> str:
        facts = ", ".join(f"{name}={value!r}" for name, value in self.facts.items())
        return f"{self.code} ({facts})" if facts else self.code

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuilt, (type(self), self.code, self.facts)


class NotAllowed(Refusal):
    """This doer may not do this."""


class NotNow(Refusal):
    """This cannot be done in the present state or on this day."""


class NotValid(Refusal):
    """What was handed in is wrong."""


def _rebuilt(kind: type[Refusal], code: str, facts: dict[str, object]) -> Refusal:
    return kind(code, **facts)


def invalid_in(check: Callable[[], object]) -> NotValid | None:
    """What a check refuses, for whoever wants to know all that is wrong and not the first alone."""
    try:
        check()
    except NotValid as refusal:
        return refusal
    return None
