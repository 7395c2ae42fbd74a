"""How many rows hang on another, each counted for the rows that are shown alone: joins would count every row of the table first."""

from typing import Any

from django.db.models import Count, F, IntegerField, Model, OuterRef, Q, Subquery
from django.db.models.functions import Coalesce


def counted(model: type[Model], path: str, condition: Q | None = None, *, outer: str = "pk") -> Any:
    """Rows of this model whose `path` leads to the outer row's `outer`."""
    rows = model._default_manager.filter(condition or Q(), **{path: OuterRef(outer)}).order_by()
    sums = rows.annotate(of=F(path)).values("of").annotate(n=Count("pk")).values("n")
    return Coalesce(Subquery(sums, output_field=IntegerField()), 0)
