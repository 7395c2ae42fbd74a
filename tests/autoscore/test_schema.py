"""The JSON Schema for editors says what the reader takes: the same conditions, columns and keys, and the examples that ship pass."""

import json
from pathlib import Path

import yaml

import hengcai.autoscore
from hengcai.autoscore.rules.reading import COLUMNS, READERS

SCHEMA = json.loads((Path(hengcai.autoscore.__file__).parent / "rules.schema.json").read_text("utf-8"))
EXAMPLES = Path(hengcai.autoscore.__file__).parent.parent.parent / "docs" / "examples"


def fits(value, schema):
    """So much of JSON Schema as ours uses."""
    if "$ref" in schema:
        return fits(value, SCHEMA["$defs"]["condition"])
    if "oneOf" in schema and sum(fits(value, one) for one in schema["oneOf"]) != 1:
        return False
    if "anyOf" in schema and not any(fits(value, one) for one in schema["anyOf"]):
        return False
    if "enum" in schema and value not in schema["enum"]:
        return False
    if "type" in schema and not any(KINDS[kind](value) for kind in _listed(schema["type"])):
        return False
    if isinstance(value, dict):
        known = schema.get("properties", {})
        extra = schema.get("additionalProperties", True)
        if any(name not in value for name in schema.get("required", ())):
            return False
        if not schema.get("minProperties", 0) <= len(value) <= schema.get("maxProperties", 99):
            return False
        return all(fits(part, known[name]) if name in known else _more(part, extra) for name, part in value.items())
    if isinstance(value, list):
        return len(value) >= schema.get("minItems", 0) and all(fits(one, schema.get("items", {})) for one in value)
    return not isinstance(value, int | float) or value >= schema.get("minimum", value)


def _listed(kinds):
    return kinds if isinstance(kinds, list) else [kinds]


def _more(part, extra):
    return fits(part, extra) if isinstance(extra, dict) else extra


KINDS = {
    "object": lambda one: isinstance(one, dict),
    "array": lambda one: isinstance(one, list),
    "string": lambda one: isinstance(one, str),
    "boolean": lambda one: isinstance(one, bool),
    "integer": lambda one: isinstance(one, int) and not isinstance(one, bool),
    "number": lambda one: isinstance(one, int | float) and not isinstance(one, bool),
    "null": lambda one: one is None,
}


def test_the_examples_that_ship_fit_and_what_the_reader_refuses_does_not():
    for path in sorted(EXAMPLES.glob("*/rules.yaml")):
        rules = yaml.safe_load(path.read_text("utf-8"))
        assert fits(rules, SCHEMA)
        rules["items"][0]["rule"] = {"hear": {"words": ["x"]}}
        assert not fits(rules, SCHEMA)


def test_it_names_the_same_conditions_and_columns():
    conditions = SCHEMA["$defs"]["condition"]["properties"]
    assert set(conditions) == set(READERS)
    assert set(conditions["field"]["properties"]) == COLUMNS
