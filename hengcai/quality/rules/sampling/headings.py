"""Tables whose columns are called as offices call them: our names where they stand, else those of the contacts import."""

from collections.abc import Mapping, Sequence

from hengcai.base.errors import NotValid
from hengcai.interactions.rules.headings import headings_of
from hengcai.interactions.rules.headings.guess import guess
from hengcai.interactions.rules.headings.heading import Heading
from hengcai.quality.rules.sampling.conditions import FLAGS, SOURCE

_UNTOLD = (("", ""), ("", ""))
CONTACTS: Mapping[str, Heading] = {
    **headings_of("contacts"),
    FLAGS: Heading("标记", "Flags", ("标签", "打标", "tags"), *_UNTOLD),
    SOURCE: Heading("满意度来源", "Source of satisfaction", ("评价来源", "评价方式"), *_UNTOLD),
}
PEOPLE = headings_of("people")
ANALYSTS = {
    "analyst": Heading("质检员", "Analyst", ("质检员姓名", "质检人员", "质检员工号", "姓名", "工号"), *_UNTOLD),
    "capacity": Heading("工作量", "Capacity", ("产能", "可评件数", "件数", "份额"), *_UNTOLD),
    "excluded": Heading("回避", "Excluded", ("回避坐席", "回避客服", "回避人员", "不评"), *_UNTOLD),
}


def mapping_of(
    columns: Sequence[str], headings: Mapping[str, Heading], *, required: Sequence[str], file: str
) -> dict[str, str]:
    """Ours → theirs where they differ; a file with all that is needed under our own names is taken to the letter."""
    if not columns or set(required) <= set(columns):
        return {}
    made = guess(columns, headings, tuple(headings))
    lacking = set(made.lacks(required))
    for heading, meant in made.asked.items():
        if lacking & set(meant):
            raise NotValid("sampling.heading_unclear", file=file, heading=heading, meant=meant)
    return {name: heading for name, heading in made.found.items() if name != heading and name in headings}
