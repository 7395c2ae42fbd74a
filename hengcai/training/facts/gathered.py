"""Everything a report rests on, as it stands on the day it is drafted: one mapping that JSON can hold."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from hengcai.base.bilingual import Bilingual
from hengcai.measurement.errors import MeasurementRefusal
from hengcai.measurement.intervals import mean_interval, share_interval
from hengcai.measurement.results import Estimate
from hengcai.training.facts import contacts, levels
from hengcai.training.facts.survey import Surveyed, surveyed
from hengcai.training.models import Interview, Project
from hengcai.training.rules import priorities as rules
from hengcai.training.rules.alike import all_alike
from hengcai.training.rules.priorities import Place, Signal

Facts = dict[str, Any]
GAP_THEME, FARTHEST = "gap", 4.0


def gathered(project: Project, *, today: date) -> Facts:
    broad, names = levels.broad_of(), levels.competencies_ranked()
    window = (project.first_on, project.last_on)
    asked = surveyed(project.survey, broad)
    said = contacts.complaints(*window)
    heard = contacts.listening(*window, broad)
    codes = dict(project.matters.values_list("matter", "competency"))
    signals = _signals(project, list(names), asked, said, codes, heard)
    return {
        "days": [one.isoformat() for one in (*window, project.levels_from, project.levels_to, today)],
        "names": {code: _both(name) for code, name in names.items()},
        "survey": {"asked": asked.asked, "answered": asked.answered, "name": project.survey.name if project.survey else ""},
        "rated": len({one.person for one in levels.rated(project.levels_from, project.levels_to) if one.competency in names}),
        "complaints": [{**one, "competency": codes.get(one["matter"], "")} for one in said],
        "praise": contacts.praise(*window),
        "causes": contacts.errors_by_cause(*window),
        "listening": {"people": heard.people, "enough": heard.enough, "some": heard.some, "contacts": heard.contacts},
        "interviews": _interviews(project),
        "themes": _themes(project),
        "places": [_place(one) for one in rules.ranked(signals)],
        "benchmarks": [
            {"measure": one.measure, "value": one.value, "own": one.own, "source": one.source, "on": one.on.isoformat()}
            for one in project.benchmarks.order_by("pk")
        ],
    }  # fmt: skip


def _signals(
    project: Project, codes: list[str], asked: Surveyed, said: list[dict[str, Any]], matters: Mapping[str, str],
    heard: contacts.Listening,
) -> dict[str, list[Signal]]:  # fmt: skip
    gaps = levels.gaps(project.levels_from, project.levels_to)
    upheld = dict.fromkeys(codes, 0)
    for one in said:
        if matters.get(one["matter"]) in upheld:
            upheld[matters[one["matter"]]] += one["upheld"]
    total, named = sum(upheld.values()), _named(project)
    spoken = Interview.objects.filter(interviewee__project=project, signed_at__isnull=False).count()
    return {
        code: [
            rules.below(rules.SURVEY, asked.means.get(code), rules.SURVEY_BAR),
            rules.below(rules.GAP, _mean([float(gap) for gap in gaps.get(code, [])]), rules.GAP_BAR),
            rules.above(rules.COMPLAINTS, _share(upheld[code], total), rules.share_bar(len(codes))),
            rules.above(rules.LISTENING, _share(*heard.marks.get(code, (0, 0))), rules.LISTENED_BAR),
            rules.above(rules.INTERVIEWS, _share(named.get(code, 0), spoken), rules.NAMED_BAR),
        ]
        for code in codes
    }


def _named(project: Project) -> dict[str, int]:
    """Competency → in how many signed interviews it was named as a gap."""
    found: dict[str, int] = {}
    for themes in _signed(project).values_list("themes", flat=True):
        for code in {one["competency"] for one in themes if one["kind"] == GAP_THEME}:
            found[code] = found.get(code, 0) + 1
    return found


def _themes(project: Project) -> list[dict[str, Any]]:
    """Kind and competency → how many people; never whose words they were."""
    counts: dict[tuple[str, str], int] = {}
    for themes in _signed(project).values_list("themes", flat=True):
        for key in {(one["kind"], one["competency"]) for one in themes}:
            counts[key] = counts.get(key, 0) + 1
    return [
        {"kind": kind, "competency": code, "n": n}
        for (kind, code), n in sorted(counts.items(), key=lambda row: (-row[1], row[0]))
    ]


def _interviews(project: Project) -> dict[str, Any]:
    rows = project.interviewees.filter(left_out_because="")
    by_stratum = {
        name: rows.filter(stratum=name, interview__signed_at__isnull=False).count() for name in project.strata
    }
    return {"drawn": rows.count(), "signed": _signed(project).count(), "seed": project.seed, "strata": by_stratum}


def _signed(project: Project) -> Any:
    return Interview.objects.filter(interviewee__project=project, signed_at__isnull=False)


def _place(one: Place) -> dict[str, Any]:
    return {"competency": one.competency, "rank": one.rank, "signals": [signal.kept() for signal in one.signals]}


def _mean(values: list[float]) -> Estimate | None:
    try:
        found = mean_interval(values)
    except MeasurementRefusal:
        return None
    if found.low is None and found.estimate is not None:
        return all_alike(found.estimate, found.n, lowest=-FARTHEST, highest=FARTHEST)
    return found


def _share(count: int, n: int) -> Estimate | None:
    return share_interval(count, n) if n else None


def _both(name: object) -> dict[str, str]:
    return {"zh": name.zh, "en": name.en} if isinstance(name, Bilingual) else {"zh": str(name), "en": str(name)}
