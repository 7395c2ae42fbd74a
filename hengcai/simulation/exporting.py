"""A scenario as a file that can be read again."""

import yaml

from hengcai.base.errors import NotValid
from hengcai.simulation.definitions import whole_definition_of
from hengcai.simulation.models import Scenario

LARGEST = 1_000_000


def scenario_yaml(scenario: Scenario) -> bytes:
    made = yaml.safe_dump(whole_definition_of(scenario), allow_unicode=True, sort_keys=False, width=120)
    return str(made).encode()


def definition_in(content: bytes) -> object:
    """What a YAML or JSON file holds; nothing is ever constructed from tags."""
    if len(content) > LARGEST:
        raise NotValid("simulation.file_large")
    try:
        return yaml.safe_load(content.decode("utf-8-sig"))
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        mark = getattr(error, "problem_mark", None)
        raise NotValid("simulation.file_broken", line=mark.line + 1 if mark else 1) from error
