"""What `imsmanifest.xml` says: which SCORM it is, and the parts in the order they are played."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any
from urllib.parse import unquote, urlsplit

from hengcai.assessment.formats.markup.nodes import Node
from hengcai.assessment.formats.xml_in import whole_tree
from hengcai.base.errors import NotValid

LARGEST = 4 << 20
MOST_PARTS = 200
LONGEST_NAME, LONGEST_LAUNCH = 200, 4096
OLD, NEW = "1.2", "2004"
EDITIONS = {"1.2": OLD, "cam 1.3": "2004 2nd", "2004 3rd edition": "2004 3rd", "2004 4th edition": "2004 4th"}
_NUMBER = re.compile(r"^-?[0-9]{1,6}(\.[0-9]{1,7})?$")


@dataclass(frozen=True)
class Part:
    """One thing to play. `is_sco`: it talks to the course player; other pages are only opened.

    `mastery`: raw score from which a part of 1.2 is passed. `passing`: the same as a share in 2004. `threshold`: progress
    from which it is complete.
    """

    id: str
    title: str
    href: str
    is_sco: bool = True
    launch_data: str = ""
    mastery: str = ""
    passing: str = ""
    threshold: str = ""
    max_time: str = ""
    time_limit: str = ""

    def plain(self) -> dict[str, Any]:
        return asdict(self)


@dataclass(frozen=True)
class Manifest:
    title: str
    edition: str  # one of EDITIONS' values
    parts: tuple[Part, ...]

    @property
    def standard(self) -> str:
        return OLD if self.edition == OLD else NEW


def read_manifest(source: bytes) -> Manifest:
    """Refused with the line where XML is broken, or with what is missing."""
    if len(source) > LARGEST:
        raise NotValid("courseware.manifest_large")
    try:
        root = whole_tree(BytesIO(source), file="imsmanifest.xml")
    except NotValid as refused:
        kind = "entities" if refused.code == "questions.entities" else "broken"
        raise NotValid(f"courseware.manifest_{kind}", line=refused.facts.get("line", 1)) from None
    if root.tag != "manifest":
        raise NotValid("courseware.manifest_broken", line=root.line)
    organization = _organization(root)
    parts = tuple(_parts(organization, _resources(root)))
    _check_parts(parts)
    return Manifest(_title(organization) or "SCORM", _edition(root), parts)


def _check_parts(parts: tuple[Part, ...]) -> None:
    if not parts:
        raise NotValid("courseware.nothing_to_play")
    if len(parts) > MOST_PARTS:
        raise NotValid("courseware.too_many_parts", found=len(parts), most=MOST_PARTS)
    if len({one.id for one in parts}) < len(parts):
        raise NotValid("courseware.part_twice")


def _edition(root: Node) -> str:
    """By its word, else by the namespace it uses; anything else is no SCORM we know."""
    metadata = root.first("metadata")
    told = "" if metadata is None else _text(metadata.first("schemaversion"))
    if found := EDITIONS.get(told.lower()):
        return found
    spaces = " ".join(value for name, value in root.attrs.items() if name.startswith("xmlns"))
    if "adlcp_rootv1p2" in spaces:
        return OLD
    if "adlcp_v1p3" in spaces:
        return EDITIONS["2004 3rd edition"]
    raise NotValid("courseware.not_scorm", found=told[:40] or "–")


def _organization(root: Node) -> Node:
    """The default one, else the first."""
    all_of_them = root.first("organizations")
    if all_of_them is None:
        raise NotValid("courseware.nothing_to_play")
    wanted = all_of_them.attrs.get("default", "")
    rows = list(all_of_them.all("organization"))
    found = next((one for one in rows if one.attrs.get("identifier") == wanted), rows[0] if rows else None)
    if found is None:
        raise NotValid("courseware.nothing_to_play")
    return found


@dataclass(frozen=True)
class _Resource:
    href: str
    is_sco: bool


def _resources(root: Node) -> dict[str, _Resource]:
    found: dict[str, _Resource] = {}
    base = _attr(root, "base")
    for group in root.all("resources"):
        for one in group.all("resource"):
            above = base + _attr(group, "base") + _attr(one, "base")
            kind = _attr(one, "scormtype").lower()
            href = one.attrs.get("href", "")
            found[one.attrs.get("identifier", "")] = _Resource(above + href if href else "", kind == "sco")
    return found


def _parts(above: Node, resources: Mapping[str, _Resource]) -> Iterator[Part]:
    for item in above.all("item"):
        if name := item.attrs.get("identifierref"):
            yield _part(item, resources.get(name))
        yield from _parts(item, resources)


def _part(item: Node, resource: _Resource | None) -> Part:
    title = _title(item) or item.attrs.get("identifier", "")[:LONGEST_NAME]
    if resource is None or not resource.href:
        raise NotValid("courseware.part_without_page", title=title[:80], line=item.line)
    href = _with_parameters(resource.href, item.attrs.get("parameters", ""))
    return Part(
        id=item.attrs.get("identifier", "")[:LONGEST_NAME], title=title, href=_local(href, title), is_sco=resource.is_sco,
        launch_data=_told(item, "datafromlms", "dataFromLMS")[:LONGEST_LAUNCH], mastery=_number(_told(item, "masteryscore")),
        passing=_passing(item), threshold=_threshold(item), max_time=_told(item, "maxtimeallowed")[:20],
        time_limit=_told(item, "timelimitaction", "timeLimitAction")[:20],
    )  # fmt: skip


def _with_parameters(href: str, parameters: str) -> str:
    """As the standard joins them."""
    told = parameters.lstrip("?&")
    if not told:
        return href
    if told.startswith("#"):
        return href if "#" in href else href + told
    return f"{href}{'&' if '?' in href else '?'}{told}"


def _local(href: str, title: str) -> str:
    parts = urlsplit(href)
    if parts.scheme or parts.netloc or href.startswith(("/", "\\")) or ".." in unquote(parts.path).split("/"):
        raise NotValid("courseware.part_outside", title=title[:80], href=href[:80])
    return href


def path_of(href: str) -> str:
    """Of the file behind it."""
    return unquote(urlsplit(href.replace("\\", "/")).path).removeprefix("./")


def _passing(item: Node) -> str:
    """Where the main objective of a part of 2004 is met by its score: from which share on (1 unless said)."""
    sequencing = item.first("sequencing")
    objective = None if sequencing is None else next(sequencing.below("primaryObjective"), None)
    if objective is None or objective.attrs.get("satisfiedByMeasure", "").lower() not in ("true", "1"):
        return ""
    return _number(_text(objective.first("minNormalizedMeasure"))) or "1"


def _threshold(item: Node) -> str:
    """The third edition writes it as text, the fourth as an attribute."""
    found = item.first("completionThreshold")
    if found is None:
        return ""
    by_measure = found.attrs.get("completedByMeasure", "true").lower() in ("true", "1")
    return _number(found.attrs.get("minProgressMeasure", "") or _text(found)) if by_measure else ""


def _number(told: str) -> str:
    return f"{Decimal(told).normalize():f}" if _NUMBER.match(told) else ""


def _told(item: Node, *tags: str) -> str:
    return next((said for tag in tags if (said := _text(item.first(tag)))), "")


def _attr(node: Node, name: str) -> str:
    """Whatever its prefix, and in either spelling: 1.2 writes `scormtype`, 2004 `scormType`."""
    return next((value for key, value in node.attrs.items() if key.rpartition(":")[2].lower() == name), "")


def _title(node: Node) -> str:
    return _text(node.first("title"))[:LONGEST_NAME]


def _text(node: Node | None) -> str:
    return "" if node is None else " ".join(node.text().split())
