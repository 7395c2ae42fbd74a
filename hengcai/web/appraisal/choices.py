"""What the row editor of a policy offers, in words."""

from hengcai.appraisal.models import Policy
from hengcai.appraisal.rules.policy import ADDABLE_SOURCES, HAND_PICKED, OBSERVED, SOURCES
from hengcai.appraisal.rules.publication import ANSWERS, DEFAULT
from hengcai.appraisal.rules.terms import Windows
from hengcai.base.say import knows
from hengcai.framework.models import Competency, Framework
from hengcai.framework.queries import framework_in_force, service_groups
from hengcai.web.shell.says import word

RULES = ("rated", "linear", "steps", "per_event")
BANDS = ("excellent", "good", "to_improve", "pass", "fail")


def offers_of(kind):
    words = {"publication": _worded("policy_publication", DEFAULT), "answers": _worded("policy_answer", ANSWERS)}
    words |= {
        "windows": _worded("policy_window", Windows().document()),
        "hand_picked": _worded("policy_hand_picked", HAND_PICKED),
        "observed": _worded("policy_observed", OBSERVED),
    }
    bands = [(code, word(f"band.{code}")) for code in BANDS if knows(f"band.{code}")]
    return words | {"bands": bands} | (_month() if kind == Policy.Kind.MONTHLY else _skill())


def _skill():
    rows = Competency.objects.filter(framework__state=Framework.State.PUBLISHED)
    sources = (*SOURCES, *ADDABLE_SOURCES)
    return {
        "sources": [(code, word(f"source.{code}"), word(f"policy_source_told.{code}")) for code in sources],
        "items": [(one.code, str(one.name)) for one in rows.order_by("dimension__order", "order")],
    }


def _month():
    framework = framework_in_force()
    groups = service_groups(framework) if framework else []
    return {
        "groups": [(one.code, str(one.name)) for one in groups],
        "indicators": [(one.code, str(one.name)) for group in groups for one in group.indicators.all()],
        "rules": _worded("policy_rule", RULES),
        "rules_told": {code: word(f"policy_rule_told.{code}") for code in RULES},
    }


def _worded(prefix, codes):
    return [(code, word(f"{prefix}.{code}")) for code in codes]
