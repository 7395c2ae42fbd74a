"""The status report: drafted from the figures, edited, issued for good."""

import json
from collections.abc import Mapping
from datetime import date
from hashlib import sha256

from hengcai.accounts.models import User
from hengcai.audit.action import action
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual, encode
from hengcai.base.errors import NotNow, NotValid
from hengcai.base.lengths import check_lengths
from hengcai.training import states
from hengcai.training.facts.drafting import SECTIONS, drafted
from hengcai.training.facts.gathered import gathered
from hengcai.training.models import Project, Report

LONGEST = 4000


@action(states.DRAFT)
def draft_report(project: Project, *, by: User, today: date) -> Report:
    """From the figures of today. Drafting anew writes the sentences anew: what was edited before is gone."""
    found = Report.objects.filter(project=project).first() or Report(project=project)
    found.facts = gathered(project, today=today)
    found.texts = drafted(found.facts)
    found.drafted_by, found.drafted_at, found.edit_count = by, clock.now(), found.edit_count + 1
    found.save()
    return found


@action(states.EDIT, unsaid={"texts"})
def edit_report(project: Project, *, by: User, texts: Mapping[str, Bilingual], edit_count: int) -> Report:
    """Sentences alone; figures stay what they are."""
    found = _draft_of(project)
    if found.edit_count != edit_count:
        raise NotNow("training.stale")
    if set(texts) != set(SECTIONS):
        raise NotValid("training.sections_wrong")
    check_lengths(*(side for one in texts.values() for side in (one.zh, one.en)))
    found.texts = {name: Bilingual(one.zh.strip(), one.en.strip()) for name, one in texts.items()}
    found.edit_count += 1
    found.save(update_fields=["texts", "edit_count"])
    return found


@action(states.ISSUE)
def issue_report(project: Project, *, by: User) -> Report:
    """From now on everybody may read it and nobody can change it."""
    found = _draft_of(project)
    if not all(one.zh and one.en for one in found.texts.values()):
        raise NotValid("training.section_empty")
    found.issued_by, found.issued_at, found.digest = by, clock.now(), digest_of(found)
    found.save(update_fields=["issued_by", "issued_at", "digest"])
    return found


def digest_of(report: Report) -> str:
    """Of its figures and sentences; the same text gives the same digest on every machine."""
    whole = {"facts": report.facts, "texts": encode(report.texts)}
    return sha256(json.dumps(whole, ensure_ascii=False, sort_keys=True).encode()).hexdigest()


def _draft_of(project: Project) -> Report:
    found = Report.objects.filter(project=project).first()
    if found is None:
        raise NotNow("training.no_report")
    return found
