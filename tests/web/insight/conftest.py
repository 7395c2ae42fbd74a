from tests.insight.conftest import standards

__all__ = ["standards"]
