"""The year's business notices with their signatures, one spot test with an item most got wrong, corrections of the knowledge base."""

import random
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from typing import Any

import yaml

from hengcai.accounts.models import Centre, User
from hengcai.base import clock
from hengcai.base.bilingual import Bilingual
from hengcai.base.errors import Refusal
from hengcai.bulletins import actions
from hengcai.bulletins.models import Bulletin, Correction, Paper, Reader, SpotTest, Topic
from hengcai.bulletins.rules.corrections import Report
from hengcai.bulletins.rules.notices import Text
from hengcai.bulletins.rules.spots import choice_of
from hengcai.bulletins.tasks import follow_all
from hengcai.demo.timeline import Timeline, at
from hengcai.people.models import Team

A_DAY, HOUR = timedelta(days=1), timedelta(hours=1)
TESTED, ASKED_AFTER, SAMPLE = "price_change", 8, 24
EARLY, LATE = 20, 70  # hours within which most sign, and those who are late
TOPICS = (("资费与合约", "Prices and contracts", "zhou"), ("故障与维修", "Faults and repairs", "feng"),
          ("业务流程", "Processes", "qian"))  # fmt: skip
QUESTIONS = (
    ("same", "客户合约期内第一次同城移机，收多少钱？", ("*免费", "50 元", "按新装收费"), "同城移机免费，一年一次；第二次起 50 元。", 8),
    ("other", "客户合约期内跨城移机，原合约怎么办？", ("收违约金后终止", "*不收违约金，剩余月份作废", "合约转到新址继续"),
     "跨城移机按新装处理，原合约不收违约金，剩余月份作废。", 58),
    ("stays", "约好移机但客户没搬，怎么处理？", ("收 50 元上门费", "不收费，但占用一次", "*不收费也不占用次数"),
     "客户未搬成、仍在原址使用的，不收费也不占用次数。", 15),
)  # fmt: skip
REPORTS = (  # days ago, who, topic, entry, wrong, better, what became of it
    (130, "li", 0, "移机费用", "条目写同城移机 30 元，系统里是免费。", "同城移机免费，一年一次", "closed"),
    (101, "wang", 1, "光猫指示灯说明", "红灯长亮的解释和维修手册相反。", "红灯长亮：光信号中断", "closed"),
    (74, "li", 2, "过户所需材料", "还写着可以委托办理。", "须双方到场", "closed"),
    (47, "zhao", 0, "合约违约金计算", "缺跨城移机的情形。", "跨城移机不收违约金", "closed"),
    (26, "wang", 2, "退费审批层级", "希望改成一线都能批。", "", "declined"),
    (15, "li", 1, "夜间断网排查", "没有写 HG-610 序列号以 77 开头的要换。", "先看序列号", "mended"),
    (6, "zhao", 0, "校园套餐", "找不到校园套餐的认证步骤。", "加线上认证的链接", "accepted"),
    (2, "wang", 1, "报修时限", "城区和郊区的时限写成一样。", "", "reported"),
)  # fmt: skip
MENDED, DECLINED = "已按最新口径改好，并注明生效日期。", "审批权限由制度规定，知识库不能先改；建议已转给业务部门。"


@dataclass
class Notices:
    """`users`: by sign-in."""

    centre: Centre
    users: dict[str, User]
    timeline: Timeline

    def lay_out(self, start: date, today: date) -> None:
        self.chance = random.Random("notices")
        self.timeline.add(at(start + A_DAY, 10), self._topics)
        for told in yaml.safe_load(Path(__file__).with_name("bulletins.yaml").read_text("utf-8")):
            day = today - told["ago"] * A_DAY
            if day > start:
                self.timeline.add_by_now(at(day, 9 + told["ago"] % 3), partial(self._publish, told, day))
        for told in REPORTS:
            day = today - told[0] * A_DAY
            if day > start + A_DAY:
                self.timeline.add_by_now(at(day, 15), partial(self._report, told))
        for back in range(28, (today - start).days, 28):
            self.timeline.add_by_now(at(today - back * A_DAY, 16), self._clear)

    def leave(self) -> None:
        """With the roster that holds today."""
        follow_all()

    def _publish(self, told: dict[str, Any], day: date) -> None:
        zhou = self.users["zhou"]
        text = Text(
            day, title_zh=told["title"]["zh"], title_en=told["title"]["en"], body_zh=told["body"]["zh"],
            body_en=told["body"]["en"], kind=told["kind"], urgency=told["urgency"], teams=self._teams(told["for"]),
            effective_until=day + (told["ago"] - told["until"]) * A_DAY if "until" in told else None,
            must_read=told.get("must_read", True), due_kind=told.get("due", "hours"), due_hours=told.get("hours", 24),
        )  # fmt: skip
        made = actions.add_bulletin(self.centre, by=zhou, text=text)
        actions.publish_bulletin(made, by=zhou)
        for reader in made.readers.select_related("person__user").order_by("person__number"):
            self._lay_signing(reader, told["late"])
        if told["code"] == TESTED:
            self.timeline.add_by_now(at(day + ASKED_AFTER * A_DAY, 10), partial(self._test, made))

    def _teams(self, which: str) -> list[int]:
        keys = list(
            Team.objects.filter(placements__isnull=False).distinct().order_by("pk").values_list("pk", flat=True)
        )
        return [] if which == "all" else [keys[{"one": 0, "two": -1}[which]]]

    def _lay_signing(self, reader: Reader, late: int) -> None:
        """Most within the day; of those who are late half never do."""
        dice = self.chance.random() * 100
        if dice < late / 2 or reader.person.user is None:
            return
        hours = self.chance.uniform(EARLY, LATE) if dice < late else self.chance.expovariate(1 / 5)
        moment = reader.added_at + min(hours, LATE) * HOUR
        self.timeline.add(moment, partial(self._sign, reader))

    def _sign(self, reader: Reader) -> None:
        """Whoever has left by then, or whose notice is over, signs nothing."""
        by = _user(reader.person.user_id)
        try:
            actions.open_page(reader, by=by)
            with clock.set_to(clock.now() + timedelta(seconds=self.chance.randint(65, 200))):
                actions.sign_read(reader, by=by)
        except Refusal:
            return

    def _test(self, bulletin: Bulletin) -> None:
        zhou, today = self.users["zhou"], clock.today()
        for key, text, options, passage, _wrong in QUESTIONS:
            question = choice_of(key, text, options)
            actions.add_bulletin_question(bulletin, by=zhou, question=question, passage=passage)
        draw = actions.Draw(
            [one[0] for one in QUESTIONS], today + 5 * A_DAY, sample=SAMPLE, seed="移机", pass_percent=60
        )
        test = actions.open_spot_test(bulletin, by=zhou, draw=draw, today=today)
        papers = test.papers.exclude(person__user=None).select_related("person__user", "test__bulletin")
        for paper in papers.order_by("person__number"):
            moment = clock.now() + self.chance.uniform(1, 60) * HOUR
            self.timeline.add(moment, partial(self._answer, paper, test))

    def _answer(self, paper: Paper, test: SpotTest) -> None:
        """One item is misunderstood by most: the contract that ends without a penalty."""
        given = {}
        for key, _text, options, _passage, wrong in QUESTIONS:
            right = next(place for place, one in enumerate(options) if one.startswith("*"))
            others = [place for place in range(len(options)) if place != right]
            given[key] = "abc"[others[0] if self.chance.random() * 100 < wrong else right]
        by = _user(paper.person.user_id)
        try:
            actions.answer_spot_test(paper, by=by, answers=given, today=clock.today())
        except Refusal:
            return
        if not paper.is_passed:
            reader = Reader.objects.select_related("bulletin", "person").get(
                bulletin=test.bulletin, person=paper.person
            )
            self.timeline.add(clock.now() + 6 * HOUR, partial(self._sign, reader))

    def _topics(self) -> None:
        for zh, en, owner in TOPICS:
            actions.keep_topic(self.centre, by=self.users["zhou"], name=Bilingual(zh, en), owner=self.users[owner])

    def _report(self, told: tuple[Any, ...]) -> None:
        _ago, who, place, entry, wrong, better, becomes = told
        topic = Topic.objects.order_by("pk")[place]
        report = Report(entry, wrong, better=better)
        made = actions.report_knowledge(
            self.centre, by=self.users[who], report=report, topic=topic, today=clock.today()
        )
        if becomes != "reported":
            self.timeline.add_by_now(clock.now() + A_DAY, partial(self._take_up, made, becomes))

    def _take_up(self, made: Correction, becomes: str) -> None:
        owner, today = _user(made.owner_id), clock.today()
        if becomes == "declined":
            actions.decline_knowledge(made, by=owner, reason=DECLINED, today=today)
            return
        actions.accept_knowledge(made, by=owner, mend_by=today + 4 * A_DAY, today=today)
        if becomes != "accepted":
            self.timeline.add_by_now(clock.now() + (1 + made.pk % 4) * A_DAY, partial(self._mend, made, becomes))

    def _mend(self, made: Correction, becomes: str) -> None:
        actions.mend_knowledge(made, by=_user(made.owner_id), done=MENDED, today=clock.today())
        if becomes == "closed":
            actions.confirm_knowledge(made, by=_user(made.reporter_id))

    def _clear(self) -> None:
        """Once a month the trainer goes through what quality found, and leaves some of it."""
        rows = Correction.objects.filter(source=Correction.Source.QUALITY, state=Correction.State.REPORTED)
        topic = Topic.objects.order_by("pk").first()
        for one in rows.order_by("pk"):
            if topic and one.pk % 7:
                actions.sort_knowledge(one, by=self.users["zhou"], topic=topic)
                actions.mend_knowledge(one, by=self.users["zhou"], done=MENDED, today=clock.today())
                actions.confirm_knowledge(one, by=_user(one.reporter_id))


def _user(key: int | None) -> User:
    """As they are now: roles of an account read long ago are remembered."""
    return User.objects.get(pk=key or 0)
