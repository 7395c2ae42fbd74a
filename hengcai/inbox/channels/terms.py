from hengcai.inbox.channels.quiet import Quiet
from hengcai.inbox.models import NoticeTerms


def the_terms() -> NoticeTerms:
    """As shipped until the centre has settled its own."""
    return NoticeTerms.objects.order_by("pk").first() or NoticeTerms(pk=1)


def quiet_of(terms: NoticeTerms) -> Quiet:
    return Quiet(terms.quiet_from, terms.quiet_to, terms.only_working_days)
