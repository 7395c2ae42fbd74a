"""The shipped library on the tests' stage, and a revision of it."""

from hengcai.framework.actions import load_shipped, revise_framework
from hengcai.framework.models import Competency, Framework, Indicator, Post, Profile
from tests.cast import MONDAY, centre, user


def in_force() -> Framework:
    return Framework.objects.filter(state="published").first() or load_shipped(centre(), by=user("zheng"), today=MONDAY)


def draft() -> Framework:
    return Framework.objects.filter(state="draft").first() or revise_framework(
        in_force(), by=user("zheng"), reason="yearly"
    )


def competency(framework: Framework, code: str = "listening") -> Competency:
    return Competency.objects.get(framework=framework, code=code)


def indicator(framework: Framework, code: str = "listening.restates") -> Indicator:
    owner, name = code.split(".")
    return Indicator.objects.get(competency=competency(framework, owner), code=name)


def profile(code: str = "inbound", state: str = "published") -> Profile:
    in_force()
    return Profile.objects.get(post__code=code, state=state)


def post(code: str = "inbound") -> Post:
    in_force()
    return Post.objects.get(code=code)
