"""`hengcai measure effect …` and `survival …`: what a training changed, and how long people stay."""

import argparse
from collections.abc import Mapping, Sequence
from typing import Any

from hengcai.cli.appraise_output import told
from hengcai.cli.measure import arguments as given
from hengcai.cli.measure import effect_cautions, effect_words  # noqa: F401 - their sentences register themselves

Json = dict[str, Any]
EFFECT_IDS, EFFECT_VALUES = ("unit", "period", "cluster"), ("outcome", "treated", "before", "running", "first")
SURVIVAL_IDS, SURVIVAL_VALUES = ("group",), ("time", "event", "covariates")
EFFECT_EXAMPLE = """trial.csv --outcome score --treated trained --before score_before --reliability 0.8 --cluster team
  hengcai measure effect quarter.csv --outcome score --running test_mark --cut 60 --json -
  hengcai measure effect months.csv --outcome score --unit agent --period month --first first_trained"""
SURVIVAL_EXAMPLE = """staff.csv --time days --event left --at 30,90,180
  hengcai measure survival staff.csv --time days --event left --group channel --covariates hiring_score,age --json -"""
OF_TWO_GROUPS = ("before", "reliability", "error_variance")
OF_A_CUT = ("running", "cut", "bandwidth")
OF_STARTS = ("unit", "period", "first", "controls")


def effect_options(command: Any) -> None:
    """Three designs under one name, chosen by the options given."""
    column = {"metavar": "COLUMN"}
    command.add_argument("--outcome", required=True, help=told("measure.effect.outcome"), **column)
    command.add_argument("--treated", help=told("measure.effect.treated"), **column)
    command.add_argument("--cluster", help=told("measure.effect.cluster"), **column)
    given.confidence(command)
    two = command.add_argument_group(told("measure.effect.of_two_groups"))
    two.add_argument("--before", help=told("measure.effect.before"), **column)
    two.add_argument("--reliability", metavar="SHARE", type=given.number, help=told("measure.effect.reliability"))
    two.add_argument(
        "--error-variance", metavar="NUMBER", type=given.number, help=told("measure.effect.error_variance")
    )
    cut = command.add_argument_group(told("measure.effect.of_a_cut"))
    cut.add_argument("--running", help=told("measure.effect.running"), **column)
    cut.add_argument("--cut", metavar="NUMBER", type=given.number, help=told("measure.effect.cut"))
    cut.add_argument("--bandwidth", metavar="NUMBER", type=given.number, help=told("measure.effect.bandwidth"))
    starts = command.add_argument_group(told("measure.effect.of_starts"))
    for name in ("unit", "period", "first"):
        starts.add_argument(f"--{name}", help=told(f"measure.effect.{name}"), **column)
    starts.add_argument("--controls", choices=("not-yet", "never"), help=told("measure.effect.controls"))
    given.refuse_misuse(command, _misuse)


def survival_options(command: Any) -> None:
    column = {"metavar": "COLUMN"}
    for name in ("time", "event"):
        command.add_argument(f"--{name}", required=True, help=told(f"measure.survival.{name}"), **column)
    command.add_argument("--group", help=told("measure.survival.group"), **column)
    command.add_argument(
        "--covariates", metavar="COLUMN,…", type=_names, default=(), help=told("measure.survival.covariates")
    )
    command.add_argument("--at", metavar="TIME,…", type=given.numbers, default=(), help=told("measure.survival.at"))
    given.confidence(command)


def effect(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.effects.reliability import BeforeError
    from hengcai.measurement.reports import effect as report

    outcome, cluster, facts = chosen.outcome, chosen.cluster, {"confidence": chosen.confidence}
    if chosen.unit:
        starts = report.StaggeredRoles(outcome, chosen.unit, chosen.period, chosen.first, cluster)
        return report.staggered(columns, roles=starts, controls=chosen.controls or "not-yet", **facts)
    if chosen.running:
        sides = report.DiscontinuityRoles(outcome, chosen.running, chosen.treated, cluster)
        return report.at_a_cut(columns, roles=sides, cut=chosen.cut, bandwidth=chosen.bandwidth, **facts)
    error = None
    if chosen.reliability is not None or chosen.error_variance is not None:
        error = BeforeError(reliability=chosen.reliability, variance=chosen.error_variance or 0.0)
    groups = report.ComparisonRoles(outcome, chosen.treated, chosen.before, cluster)
    return report.comparison(columns, roles=groups, error=error, **facts)


def survival(columns: Mapping[str, Sequence[str]], chosen: argparse.Namespace) -> Json:
    from hengcai.measurement.reports.survival import SurvivalRoles, survival

    roles = SurvivalRoles(chosen.time, chosen.event, chosen.group, chosen.covariates)
    return survival(columns, roles=roles, at=chosen.at, confidence=chosen.confidence)


def _misuse(chosen: argparse.Namespace) -> str | None:
    if _any(chosen, OF_STARTS):
        return _misuse_of(chosen, ("unit", "period", "first"), (*OF_TWO_GROUPS, *OF_A_CUT, "treated"), "of_starts")
    if _any(chosen, OF_A_CUT):
        return _misuse_of(chosen, ("running", "cut"), OF_TWO_GROUPS, "of_a_cut")
    if chosen.treated is None:
        return "measure.effect.before_alone" if chosen.before else "measure.effect.which"
    if not chosen.before and _any(chosen, OF_TWO_GROUPS):
        return "measure.effect.error_of_nothing"
    both = chosen.reliability is not None and chosen.error_variance is not None
    return "measure.effect.one_error" if both else None


def _misuse_of(
    chosen: argparse.Namespace, needed: tuple[str, ...], foreign: tuple[str, ...], design: str
) -> str | None:
    """The design lacks one of its options, or has one of another's."""
    if any(getattr(chosen, name) is None for name in needed):
        return f"measure.effect.needed_{design}"
    return f"measure.effect.foreign_{design}" if _any(chosen, foreign) else None


def _any(chosen: argparse.Namespace, names: tuple[str, ...]) -> bool:
    return any(getattr(chosen, name) is not None for name in names)


def _names(text: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name.strip() for name in text.split(",") if name.strip()))
