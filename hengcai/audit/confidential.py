"""Things whose entries tell nobody who acted, nor on which of them: from both one could put together who rated whom."""

from django.db.models import Model, Q

_PREFIXES: set[str] = set()


def keep_confidential(*models: type[Model]) -> None:
    _PREFIXES.update(f"{model._meta.label_lower}:" for model in models)


def is_confidential(thing: str) -> bool:
    return thing.startswith(tuple(_PREFIXES))


def confidential() -> Q:
    """Row condition on entries."""
    found = Q(pk__in=[])
    for prefix in sorted(_PREFIXES):
        found |= Q(thing__startswith=prefix)
    return found
