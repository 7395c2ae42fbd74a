"""What `hengcai check` looks at."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings


@dataclass(frozen=True)
class Finding:
    what: str
    is_well: bool
    state: str


def findings() -> list[Finding]:
    return [
        _database(),
        _lake(),
        _fonts(),
        _centre(),
        _audit_heads(),
        _optional("model", settings.MODEL_URL),
        _optional("speech", settings.SPEECH_MODEL),
    ]


def _database() -> Finding:
    from django.db import connection

    return Finding("database", is_well=True, state=f"{connection.vendor}, migrated")


def _lake() -> Finding:
    if "://" in settings.LAKE:
        return Finding(
            "lake", is_well=False, state=f"{settings.LAKE}: only a local folder is supported in this version"
        )
    Path(settings.LAKE).mkdir(parents=True, exist_ok=True)
    return Finding("lake", is_well=True, state=settings.LAKE)


def _fonts() -> Finding:
    from hengcai.insight.printing.characters import second_fonts

    found = sorted(settings.FONTS.glob("*.ttf"))
    second = ", ".join(family for family, _path in second_fonts()) or "none (optional: fonts-noto-cjk, fonts-hanazono)"
    state = (
        f"{len(found)} files; for rare characters: {second}" if found else "missing: run make assets, PDFs need them"
    )
    return Finding("fonts", is_well=bool(found), state=state)


def _centre() -> Finding:
    from hengcai.accounts.queries import has_administrator

    state = "an administrator is there" if has_administrator() else "none yet: hengcai setup --username NAME"
    return Finding("administrator", is_well=has_administrator(), state=state)


def _audit_heads() -> Finding:
    """Unset is allowed, and said: then nobody can tell a chain that was rewritten as a whole."""
    from hengcai.audit import heads
    from hengcai.base.errors import NotValid

    try:
        file, mailbox = heads.file(), heads.mailbox()
    except NotValid as refusal:
        return Finding("audit heads", is_well=False, state=f"{refusal.facts['file']} is inside HENGCAI_HOME")
    last = heads.last_kept()
    told = f"last kept {last:%Y-%m-%d}" if last else "none kept yet"
    return Finding(
        "audit heads", is_well=True, state=told if file or mailbox else f"HENGCAI_AUDIT_HEADS is off; {told}"
    )


def _optional(what: str, value: str) -> Finding:
    return Finding(what, is_well=True, state=value or "off (optional)")


def rescored() -> Finding:
    """Rebuilds every submitted score from its stored answers and compares exactly."""
    from hengcai.quality.queries import rescore

    outcome = list(rescore())
    state = "every stored score equals the rebuilt one" if not outcome else f"{len(outcome)} differ, first {outcome[0]}"
    return Finding("scores", is_well=not outcome, state=state)
