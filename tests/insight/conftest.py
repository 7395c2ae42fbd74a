"""Framework and policies are loaded once a module."""

from tests.insight import stage
from tests.standing import standing

standards = standing(stage.standards)
