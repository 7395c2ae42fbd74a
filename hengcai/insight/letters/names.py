from hengcai.insight.queries.team import PostGaps
from hengcai.paper.telling import Teller


def name_of(part: PostGaps, code: str, tell: Teller) -> str:
    """What a competency of this post is called."""
    return str(next(one.name for one in part.competencies if one.code == code).read(tell.language))
