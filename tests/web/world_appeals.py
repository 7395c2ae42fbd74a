"""What the small centre holds of appeals: each agent contests the quarter; HR and the quality supervisor are members,
since the group and the head brought it out and the trainer rated."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.db.models import F

from hengcai.appeals.actions import ask_opinion, file_appeal
from hengcai.appeals.models import Evidence
from hengcai.appeals.receiving import receive_evidence
from hengcai.appeals.rules.appeals import Petition
from hengcai.appraisal.models import Result
from hengcai.base import clock
from tests.web.world_rows import AGENTS, LED, World

PNG = b"\x89PNG\r\n\x1a\n" + b"0" * 50
LEADS = {"li": "zhao", "wang": "zhao", "he": "lin"}
GROUNDS = "申诉理由的原话"  # which no lead may read, nor any of the group who does not handle it


def appeals(world: World) -> None:
    made, asked = {}, {}
    for name in AGENTS:
        result = Result.objects.get(pk=world.things["published result"].keys[name])
        petition = Petition(("rating",), GROUNDS, "重新评")
        appeal = file_appeal(result, by=world.users[name], petition=petition, today=clock.today())
        by = appeal.members.order_by("place")[0].user
        lead, today = world.users[LEADS[name]], clock.today()
        asked[name] = ask_opinion(appeal, by=by, of=lead, question="当时怎么看？", today=today).pk
        made[name] = appeal.pk
        receive_evidence(appeal, SimpleUploadedFile("a.png", PNG), name="证据.png", by=world.users[name])
    Evidence.objects.update(id=F("appeal"))  # one key stands for both parts of its address
    world.add("appeal", made)
    world.add("opinion asked", asked, shared=LED)
