"""What a step asks for, as sentences of the reader's language."""

from dataclasses import dataclass

from django.utils.translation import get_language

from hengcai.base.bilingual import Bilingual
from hengcai.framework.models import Competency, Framework
from hengcai.growth.rules.readiness import LEVEL, MET, PROOF, TIME
from hengcai.paper.telling import Teller
from hengcai.web.shell.says import word
from hengcai.web.shell.templatetags.hc import short_day


@dataclass(frozen=True)
class Asked:
    """One line of a step as the page has it."""

    says: str
    held: str
    state: str
    place: int | None = None


def competency_names():
    rows = Competency.objects.filter(framework__state=Framework.State.PUBLISHED)
    return {one.code: str(one.name) for one in rows.only("code", "name")}


def asked_of(lines, step, names):
    return [_asked(line, step, names) for line in lines]


def _asked(line, step, names):
    kind = line.kind
    if kind == PROOF:
        place = int(line.code)
        held = word("growth.asks.proof.held" if line.state == MET else "growth.asks.proof.none")
        return Asked(_proof(step, place), held, line.state, place)
    facts = {"name": names.get(line.code, line.code), "wanted": plain(line.wanted), "held": plain(line.held)}
    code = f"growth.asks.{kind}"
    if kind == LEVEL and line.on:
        facts["day"] = short_day(line.on)
    held = word(f"{code}.held" if line.held else f"{code}.none", **facts)
    return Asked(word(time_asked(step) if kind == TIME else code, **facts), held, line.state)


def time_asked(step):
    """The lowest step counts months in the role, the others those on the step before."""
    return "growth.asks.time.first" if step and step.order == 1 else "growth.asks.time"


def _proof(step, place):
    return str(Bilingual(**step.proofs[place])) if step and place < len(step.proofs) else str(place + 1)


def missing_of(outlook, names):
    """The things still missing, in one line of a table."""
    found = [_short(line, outlook.step, names) for line in outlook.lines if line["state"] != MET]
    return "；".join(found) if found else "–"


def _short(line, step, names):
    if line["kind"] == PROOF:
        return _proof(step, int(line["code"]))
    if line["kind"] == TIME:
        return word(time_asked(step), wanted=plain(line["wanted"]))
    return word("growth.asks.level", name=names.get(line["code"], line["code"]), wanted=plain(line["wanted"]))


def plain(text):
    """A level as people write it: at most two places, half up."""
    return Teller(get_language() or "zh-hans").plain(text, 2) if text else ""
