"""What comes in and what goes out of appeals."""

from datetime import date, datetime

from ninja import Field, Schema

from hengcai.api.fields import Code, Comment, Day, Key, Text
from hengcai.api.paging import Sorted

MOST_RULINGS = 100


class AppealsWanted(Sorted):
    """`state`: open, filed, assigned, heard, answered or withdrawn."""

    state: Text = ""
    outcome: Text = ""
    person: Text = ""
    late: bool = False


class AppealIn(Schema):
    """`result` by its id; `subjects`: evidence, rating, figures, arithmetic, procedure, other."""

    result: Key
    subjects: list[Code] = Field(max_length=10)
    grounds: Comment
    wanted: Comment


class AppealWordsIn(Schema):
    words: Comment


class AppealVoteIn(Schema):
    """`proposal`: the id of the proposed decision that was read."""

    proposal: Key


class AppealVoteAgainstIn(AppealVoteIn):
    words: Comment


class AppealHearingIn(Schema):
    """`on_papers`: no hearing was held, for the reason in `words`."""

    held_on: Day
    heard_by: Text = Field("", max_length=400)
    words: Comment
    on_papers: bool = False


class AppealRulingIn(Schema):
    """`part` as named in `parts` of the appeal; `value` is an exact decimal."""

    part: Text = Field(max_length=200)
    value: Text = Field(max_length=20)


class AnswerIn(Schema):
    """`outcome`: upheld, adjusted (partly upheld) or rejected (not upheld)."""

    outcome: Code
    reasons: Comment
    rulings: list[AppealRulingIn] = Field([], max_length=MOST_RULINGS)


class AppealQuestionIn(Schema):
    """`of`: the account of a line manager of the appellant in the period."""

    of: Key
    question: Comment


class AppealMembersIn(Schema):
    """`users`: accounts of people who had no part in the result."""

    users: list[Key] = Field(max_length=3)
    reason: Comment


class AppealOut(Schema):
    id: int
    number: str
    appellant: str
    name: str
    cycle: str
    state: str
    outcome: str
    filed_on: date
    due_on: date
    answered_at: datetime | None


class AppealMemberOut(Schema):
    name: str
    left_at: datetime | None
    appointed_by: str | None


class EvidenceOut(Schema):
    id: int
    name: str
    media_type: str
    size: int
    sha256: str


class HearingNoteOut(Schema):
    kind: str
    held_on: date
    by: str
    present: str
    words: str


class AnswerPutOut(Schema):
    id: int
    state: str
    outcome: str
    reasons: str
    by: str
    agreed: int
    disagreed: int


class RulablePartOut(Schema):
    part: str
    value: str | None


class ChangedFigureOut(Schema):
    kind: str
    code: str
    old: str | None
    new: str | None


class RuledPayOut(Schema):
    """What a decided month's pay changes by. `paid_in`: the month with which it is paid, once that is decided."""

    period: str
    old_coefficient: str | None
    new_coefficient: str | None
    total: str
    paid_in: str


class FollowingOut(Schema):
    """`pay`: None where nothing decided changes, or where pay is not the caller's to know. `awards`: those to be looked at
    again."""

    pay: RuledPayOut | None
    awards: list[str]


class WholeAppealOut(AppealOut):
    """Fields the caller may not read are empty. `moves`: what the caller may do with the appeal now."""

    follows: FollowingOut

    result: int
    fresh: int | None
    subjects: list[str]
    grounds: str
    wanted: str
    reasons: str
    seed: str
    circles: list[str]
    left_out: dict[str, int]
    members: list[AppealMemberOut]
    files: list[EvidenceOut]
    notes: list[HearingNoteOut]
    proposals: list[AnswerPutOut]
    parts: list[RulablePartOut]
    changed: list[ChangedFigureOut]
    moves: list[str]


class OutcomeShareOut(Schema):
    code: str
    n: int
    of: int
    share: float | None
    low: float | None
    high: float | None


class AppealStatisticsOut(Schema):
    """`is_few`: too few appeals have been decided for shares to mean much."""

    outcomes: list[OutcomeShareOut]
    appealed: OutcomeShareOut
    in_time: OutcomeShareOut
    withdrawn: int
    is_open: int
    late: int
    is_few: bool
