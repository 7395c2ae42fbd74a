"""The post a form is laid out for."""

from hengcai.base.errors import NotNow
from hengcai.framework.asked import posts_with_forms
from hengcai.framework.models import Framework, Post
from hengcai.framework.queries import FormPart, form_parts, framework_in_force
from hengcai.paper.forms.form import Ask
from hengcai.paper.forms.making import Making

POST = Ask("post", lambda _user: posts_with_forms())


def in_force() -> Framework:
    framework = framework_in_force()
    if framework is None:
        raise NotNow("form.nothing_to_lay_out")
    return framework


def asked_of(making: Making, framework: Framework) -> tuple[Post, list[FormPart]]:
    """The post chosen, else the first that has a form in this framework."""
    post = making.chosen("post") or next(iter(posts_with_forms(framework)), None)
    if post is None:
        raise NotNow("form.nothing_to_lay_out")
    return post, form_parts(framework, post)
