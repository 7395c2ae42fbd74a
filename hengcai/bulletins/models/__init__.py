from hengcai.bulletins.models.corrections import Correction, Topic
from hengcai.bulletins.models.notices import Attachment, Bulletin, Reader, Terms
from hengcai.bulletins.models.spots import Paper, SpotTest

__all__ = ["Attachment", "Bulletin", "Correction", "Paper", "Reader", "SpotTest", "Terms", "Topic"]
