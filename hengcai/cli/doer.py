"""`--by`: for whom a command does its work; their rights count, and the audit log names them."""

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from hengcai.base.errors import NotValid
from hengcai.base.say import register, sentence
from hengcai.cli.program import language

if TYPE_CHECKING:
    from hengcai.accounts.models import User

register({
    "doer.by": {
        "zh": "以谁的身份（登录名）：按这个人的权限办，操作日志记在这个人名下；不写就是系统",
        "en": "user name of the person it is done for: their rights apply and the audit log names them; otherwise the system",
    },
    "doer.no_user": {"zh": "没有登录名 {name} 的账号。", "en": "There is no account “{name}”."},
})  # fmt: skip


def takes_by(command: ArgumentParser) -> None:
    command.add_argument("--by", metavar="USERNAME", help=sentence("doer.by", language(), {}))


def doer(chosen: Namespace) -> "User":
    """Whose rights count and whom the audit log names."""
    from hengcai.accounts.models import User, system_user

    if not chosen.by:
        return system_user()
    found = User.objects.filter(username=chosen.by, is_active=True).first()
    if found is None:
        raise NotValid("doer.no_user", name=chosen.by)
    return found
