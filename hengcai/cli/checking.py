"""What `hengcai check` looks at."""

from dataclasses import dataclass
from pathlib import Path

from django.conf import settings

from hengcai.cli import checking_words  # noqa: F401 - its sentences register themselves
from hengcai.cli.appraise_output import told


@dataclass(frozen=True)
class Finding:
    what: str
    is_well: bool
    state: str

    @property
    def named(self) -> str:
        """The code in JSON, a name on the screen."""
        return told(f"check.what.{self.what.replace(' ', '_')}")


def findings() -> list[Finding]:
    return [
        _database(),
        _lake(),
        _fonts(),
        _centre(),
        _audit_heads(),
        _notices(),
        _optional("model", settings.MODEL_URL),
        _optional("speech", settings.SPEECH_MODEL),
    ]


def _database() -> Finding:
    from django.db import connection

    return Finding("database", is_well=True, state=told("check.database", vendor=connection.vendor))


def _lake() -> Finding:
    if "://" in settings.LAKE:
        return Finding("lake", is_well=False, state=told("check.lake_remote", lake=settings.LAKE))
    Path(settings.LAKE).mkdir(parents=True, exist_ok=True)
    return Finding("lake", is_well=True, state=settings.LAKE)


def _fonts() -> Finding:
    from hengcai.paper.characters import second_fonts

    found = sorted(settings.FONTS.glob("*.ttf"))
    if not found:
        return Finding("fonts", is_well=False, state=told("check.fonts_missing"))
    second = ", ".join(family for family, _path in second_fonts()) or told("check.fonts_second")
    return Finding("fonts", is_well=True, state=told("check.fonts", count=len(found), second=second))


def _centre() -> Finding:
    from hengcai.accounts.queries import has_administrator

    is_there = has_administrator()
    state = told("check.administrator" if is_there else "check.administrator_missing")
    return Finding("administrator", is_well=is_there, state=state)


def _notices() -> Finding:
    """Nothing set up is well: people see their inbox all the same."""
    from hengcai.inbox.channels.queries import hooks_to_choose, troubles

    found = troubles()
    if found:
        return Finding("notices", is_well=False, state=told("check.notices_stuck", names=", ".join(found)))
    mail = settings.MAIL_HOST or told("check.notices_no_mail")
    return Finding("notices", is_well=True, state=told("check.notices", mail=mail, count=len(hooks_to_choose())))


def _audit_heads() -> Finding:
    """Unset is allowed, and said: then nobody can tell a chain that was rewritten as a whole."""
    from hengcai.audit import heads
    from hengcai.base.errors import NotValid

    try:
        file, mailbox = heads.file(), heads.mailbox()
    except NotValid as refusal:
        return Finding("audit heads", is_well=False, state=told("check.heads_at_home", **refusal.facts))
    last = heads.last_kept()
    state = told("check.heads_last", day=f"{last:%Y-%m-%d}") if last else told("check.heads_never")
    if not (file or mailbox):
        state = told("check.heads_off", told=state)
    return Finding("audit heads", is_well=True, state=state)


def _optional(what: str, value: str) -> Finding:
    return Finding(what, is_well=True, state=value or told("check.off"))


def rescored() -> Finding:
    """Rebuilds every submitted score from its stored answers and compares exactly."""
    from hengcai.quality.queries import rescore

    outcome = list(rescore())
    if outcome:
        return Finding("scores", is_well=False, state=told("check.scores_differ", count=len(outcome), first=outcome[0]))
    return Finding("scores", is_well=True, state=told("check.scores_equal"))
