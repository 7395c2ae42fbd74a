from hengcai.improvement.models.remedies import Delay, Remedy, RemedyFile

__all__ = ["Delay", "Remedy", "RemedyFile"]
