from hengcai.records.models.archives import Batch, Seal
from hengcai.records.models.interviews import Interview
from hengcai.records.models.notes import TrainingNote
from hengcai.records.models.records import Record

__all__ = ["Batch", "Interview", "Record", "Seal", "TrainingNote"]
