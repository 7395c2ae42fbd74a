from hengcai.base.states import Move
from hengcai.courseware import permissions
from hengcai.courseware.models import Package

READY, REMOVED = Package.State.READY, Package.State.REMOVED
REMOVE = Move("remove_package", frozenset({READY}), REMOVED, permissions.ADD)
MOVES = (REMOVE,)
