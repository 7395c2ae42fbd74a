"""Framework and policies are loaded once a module."""

from tests.appraisal.stage import in_force_everything
from tests.standing import standing

standards = standing(in_force_everything)
