"""Who may choose how they are told, what cannot be chosen, and what nobody sees of it."""

import pytest

from hengcai.audit.models import Entry
from hengcai.base.errors import NotAllowed, NotValid
from hengcai.inbox.channels import actions, queries
from hengcai.inbox.models import Channel, Hook
from tests import cast
from tests.inbox.channels.stage import wants


def test_addresses_and_secrets_of_robots_stand_in_no_entry_and_in_no_sight(place):
    wants("li", "robot", handle="13812345678")
    told = str(list(Entry.objects.values()))
    assert not any(word in told for word in ("SECRET", "KEY", "13812345678"))
    sight = queries.sight_of(cast.user("sun"))
    assert {one.host.split(":")[0] for one in sight.hooks} == {"127.0.0.1"}
    for name in ("li", "zheng", "qian", "wu"):
        with pytest.raises(NotAllowed):
            queries.sight_of(cast.user(name))


@pytest.mark.parametrize(
    ("code", "facts"),
    [
        ("notice.handle_missing", {"handle": " "}), ("notice.handle", {"handle": "a b"}),
        ("notice.handle", {"handle": '"></at>'}), ("notice.hook_off", {"hook": None}),
        ("notice.stage_unknown", {"stages": ["all"]}),
    ],
)  # fmt: skip
def test_choices_that_cannot_be(place, code, facts):
    user = cast.user("li")
    chosen = {"stages": ["new"], "hook": Hook.objects.get(name="wecom"), "handle": "li", **facts}
    with pytest.raises(NotValid, match=code.replace(".", r"\.")):
        actions.choose_notices(user, by=user, channel=Channel.ROBOT, **chosen)


def test_nobody_chooses_for_somebody_else(place):
    with pytest.raises(NotAllowed):
        actions.choose_notices(cast.user("li"), by=cast.user("sun"), channel="mail", stages=[])
