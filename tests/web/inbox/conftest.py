from tests.web.appraisal.conftest import visit

__all__ = ["visit"]
