"""What a decision about somebody must say before it is taken."""

from hengcai.base.errors import NotValid


def check_reason(text: str) -> str:
    if not text.strip():
        raise NotValid("consequences.reason_missing")
    return text.strip()
