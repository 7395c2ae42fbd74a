"""QTI 2.1 and 3.0: the same items under other names of elements, attributes, templates and namespaces."""

import re
from dataclasses import dataclass
from functools import lru_cache

from hengcai.assessment.formats.markup.nodes import Node

_CAPITAL = re.compile(r"(?<!^)([A-Z])")
_DASH = re.compile(r"-([a-z])")
OWN = frozenset((
    "assessmentItem", "responseDeclaration", "correctResponse", "value", "mapping", "mapEntry", "outcomeDeclaration", "defaultValue",
    "itemBody", "prompt", "choiceInteraction", "simpleChoice", "textEntryInteraction", "extendedTextInteraction", "matchInteraction",
    "simpleMatchSet", "simpleAssociableChoice", "inlineChoiceInteraction", "inlineChoice", "rubricBlock", "responseProcessing",
    "responseCondition", "responseIf", "responseElseIf", "responseElse", "setOutcomeValue", "baseValue", "variable", "mapResponse", "sum",
    "equal", "stringMatch", "patternMatch", "isNull", "not", "modalFeedback", "correct", "match", "contentBody",
))  # fmt: skip


@dataclass(frozen=True)
class Version:
    """`template`: where the standard ways of scoring are found; `kind`: what a package calls an item."""

    code: str
    namespace: str
    schema: str
    template: str
    kind: str
    package: str
    package_schema: str
    package_name: str
    package_version: str

    @property
    def is_three(self) -> bool:
        return self.code == "qti30"

    def tag(self, name: str) -> str:
        return three(name) if self.is_three and name in OWN else name

    def attribute(self, name: str) -> str:
        return dashed(name) if self.is_three and ":" not in name else name


@lru_cache(maxsize=512)
def dashed(name: str) -> str:
    return _CAPITAL.sub(lambda match: f"-{match[1].lower()}", name)


@lru_cache(maxsize=512)
def three(name: str) -> str:
    return f"qti-{dashed(name)}"


@lru_cache(maxsize=4096)
def _joined(name: str) -> str:
    return _DASH.sub(lambda match: match[1].upper(), name)


@lru_cache(maxsize=4096)
def two(tag: str) -> str:
    """The name an element of 3.0 had in 2.1."""
    return _joined(tag[4:]) if tag.startswith("qti-") else tag


def as_two(node: Node) -> Node:
    """The tree in the names of 2.1, in place: one reader reads both."""
    if node.tag.startswith("qti-"):
        node.tag = two(node.tag)
        node.attrs = {_joined(name): value for name, value in node.attrs.items()}
    for one in node.children:
        if isinstance(one, Node):
            as_two(one)
    return node


QTI21 = Version(
    "qti21", "http://www.imsglobal.org/xsd/imsqti_v2p1", "http://www.imsglobal.org/xsd/qti/qtiv2p1/imsqti_v2p1.xsd",
    "http://www.imsglobal.org/question/qti_v2p1/rptemplates/map_response", "imsqti_item_xmlv2p1", "http://www.imsglobal.org/xsd/imscp_v1p1",
    "http://www.imsglobal.org/xsd/qti/qtiv2p1/qtiv2p1_imscpv1p2_v1p0.xsd", "QTIv2.1 Package", "1.0.0",
)  # fmt: skip
QTI30 = Version(
    "qti30", "http://www.imsglobal.org/xsd/imsqtiasi_v3p0", "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqti_asiv3p0_v1p0.xsd",
    "https://purl.imsglobal.org/spec/qti/v3p0/rptemplates/map_response.xml", "imsqti_item_xmlv3p0", "http://www.imsglobal.org/xsd/qti/qtiv3p0/imscp_v1p1",
    "https://purl.imsglobal.org/spec/qti/v3p0/schema/xsd/imsqtiv3p0_imscpv1p2_v1p0.xsd", "QTI Package", "3.0.0",
)  # fmt: skip
VERSIONS = {one.code: one for one in (QTI21, QTI30)}
