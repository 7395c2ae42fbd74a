from hengcai.records.models.archives import Batch, Check, Seal
from hengcai.records.models.interviews import Interview
from hengcai.records.models.notes import TrainingNote
from hengcai.records.models.papers import PaperAnswer
from hengcai.records.models.records import Record

__all__ = ["Batch", "Check", "Interview", "PaperAnswer", "Record", "Seal", "TrainingNote"]
