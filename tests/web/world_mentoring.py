"""What the small centre holds of mentoring: Zhao brings Li on and Lin brings He on; each agent is being examined."""

from datetime import timedelta

from hengcai.base import clock
from hengcai.framework.models import Post
from hengcai.mentoring import actions
from tests import cast
from tests.web.world_rows import AGENTS, LED, World


def mentoring(world: World) -> None:
    zhou, today = world.users["zhou"], clock.today()
    days = {"first_on": today, "last_on": today + timedelta(days=30)}
    pairs = {
        agent: actions.open_pair(world.people[agent], by=zhou, mentor=world.people[mentor], **days).pk
        for agent, mentor in (("li", "zhao"), ("he", "lin"), ("wang", "zhao"))
    }
    world.add("mentoring pair", pairs, shared=LED)
    world.add("mentor", {mentor: world.people[mentor].pk for mentor in ("zhao", "lin")})
    post = Post.objects.get(code="inbound")
    terms = actions.Terms(today + timedelta(days=1))
    demand = actions.set_demand(cast.centre(), by=zhou, post=post, terms=terms)
    given = {"demand": demand, "decider": world.users["qian"], "today": today}
    permits = {agent: actions.open_permit(world.people[agent], by=zhou, **given).pk for agent in AGENTS}
    world.add("permit", permits, shared=LED)
