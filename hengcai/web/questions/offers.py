"""What the forms of these pages offer to choose from."""

from hengcai.assessment.queries.bank import courses_in_bank, tags_in_bank
from hengcai.assessment.queries.questionnaires import competency_choices
from hengcai.training.queries.catalogue import courses_seen_by


def competency_names():
    return dict(competency_choices())


def course_titles(user, codes):
    """Courses by title, where the reader may see them; others by code."""
    titles = {
        one.code: str(one.title) for one in courses_seen_by(user).filter(code__in=codes).only("code", "title", "number")
    }
    return [(code, titles.get(code, code)) for code in codes]


def filter_offers(user):
    return {
        "competencies": competency_choices(), "courses": course_titles(user, courses_in_bank()), "tags": tags_in_bank()
    }  # fmt: skip
