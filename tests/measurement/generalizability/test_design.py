import pytest

from hengcai.measurement.errors import NotADesign
from hengcai.measurement.generalizability.design import crossed, parse_design


def names(design):
    return [effect.name for effect in design.effects]


@pytest.mark.parametrize(
    ("text", "effects"),
    [
        ("A x R", ["A", "R"]),
        ("A x (R:T)", ["A", "R:T", "T", "AxT"]),
        ("A × R:T", ["A", "R:T", "T", "AxT"]),
        ("A*R*I", ["A", "R", "I", "AxR", "AxI", "RxI"]),
        ("(C:A) x R", ["C:A", "A", "R", "AxR"]),
        ("P x (I:R:T)", ["P", "I:R:T", "R:T", "T", "PxR:T", "PxT"]),
        ("P x ((R x S):T)", ["P", "R:T", "S:T", "T", "PxR:T", "PxS:T", "PxT", "RxS:T"]),
        ("R:(A x T)", ["A", "T", "AxT"]),
        ("客服 x 评分人", ["客服", "评分人"]),
    ],
)
def test_a_design_lists_its_effects_in_the_order_given(text, effects):
    assert names(parse_design(text)) == effects


def test_nesting_is_carried_through_a_chain():
    assert parse_design("I:R:T x P").nested_in["I"] == {"R", "T"}


def test_crossed_is_every_factor_with_every_other():
    assert names(crossed(["A", "R", "I"])) == names(parse_design("A x R x I"))


@pytest.mark.parametrize(
    "text",
    [
        "",
        "A",
        "A x",
        "x A",
        "A x (R:T",
        "A x R:T)",
        "A R",
        "A x x R",
        ":A",
        "A x ()",
        "A x A",
        "A x (R:A)x R",
        "a x b x c x d x e x f",
    ],
)
def test_what_is_no_design_is_refused(text):
    with pytest.raises(NotADesign):
        parse_design(text)
