"""Tables of packages, their files, and how far people are in them."""

from hengcai.courseware.models.packages import Package, PackageFile
from hengcai.courseware.models.runs import Run

__all__ = ["Package", "PackageFile", "Run"]
