"""An appeal as JSON, cut to what its reader may see."""

from hengcai.base.masking.text import mask
from hengcai.consequences.queries.following import following


def head(one):
    return {
        "id": one.pk, "number": one.number, "appellant": one.appellant.number, "name": one.appellant.name,
        "cycle": one.result.participant.cycle.code, "state": one.state, "outcome": one.outcome, "filed_on": one.filed_on,
        "due_on": one.due_on, "answered_at": one.answered_at,
    }  # fmt: skip


def whole(sight, user):
    one, reads = sight.appeal, sight.reads
    return {
        **head(one), "result": one.result_id, "fresh": one.fresh_id, "subjects": one.subjects if reads else [],
        "grounds": mask(one.grounds) if reads else "", "wanted": mask(one.wanted) if reads else "",
        "reasons": mask(one.reasons), "seed": one.seed, "circles": one.drawn.get("circles", []),
        "left_out": one.drawn.get("left_out", {}), "members": [_member(row) for row in sight.members],
        "files": [_file(row) for row in sight.files], "notes": [_note(row) for row in sight.notes],
        "proposals": [_proposal(row) for row in sight.proposals],
        "parts": [{"part": part.key, "value": value} for part, value in sight.parts.items()],
        "changed": [vars(row) for row in sight.lines] if one.fresh_id else [], "moves": sorted(sight.moves),
        "follows": _follows(following(one.fresh, user)),
    }  # fmt: skip


def _follows(found):
    return {"pay": _pay(found) if found.pay else None, "awards": [one.kind for one in found.awards]}


def _pay(found):
    one = found.pay
    return {
        "period": f"{one.line.run.last_on:%Y-%m}", "old_coefficient": _exact(one.line.coefficient),
        "new_coefficient": _exact(one.coefficient), "total": f"{one.total:.2f}",
        "paid_in": f"{found.run.last_on:%Y-%m}" if found.is_settled else "",
    }  # fmt: skip


def _exact(value):
    return None if value is None else format(value.normalize(), "f")


def _member(row):
    by = row.appointed_by.name if row.appointed_by else None
    return {"name": row.user.name, "left_at": row.left_at, "appointed_by": by}


def _file(row):
    return {
        "id": row.pk, "name": row.name, "media_type": row.media_type, "size": row.byte_count, "sha256": row.digest,
    }  # fmt: skip


def _note(row):
    return {
        "kind": row.kind, "held_on": row.held_on, "by": row.by.name, "present": row.present, "words": mask(row.words),
    }  # fmt: skip


def _proposal(row):
    votes = [vote.agrees for vote in row.votes.all()]
    return {
        "id": row.pk, "state": row.state, "outcome": row.outcome, "reasons": mask(row.reasons), "by": row.by.name,
        "agreed": sum(votes), "disagreed": len(votes) - sum(votes),
    }  # fmt: skip
