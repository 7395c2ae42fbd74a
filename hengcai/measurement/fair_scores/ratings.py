"""Ratings of contacts coded for the severity model."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt

from hengcai.measurement.columns import Codes, Column, Floats, check_lengths, codes, compact, joint_codes, numbers
from hengcai.measurement.errors import NothingVaries, TooLittleData


@dataclass(frozen=True)
class Facet:
    """The element of a facet in each row, and the elements' ids in order of first appearance."""

    code: Codes
    ids: tuple[object, ...]

    @property
    def size(self) -> int:
        return len(self.ids)


@dataclass(frozen=True)
class ContactRatings:
    """One row for each rating given; a contact id counts within its agent."""

    agent: Facet
    rater: Facet
    item: Facet
    contact: Codes
    n_contacts: int
    score: Floats

    @property
    def facets(self) -> dict[str, Facet]:
        """Those that the severity model corrects for; a lone item is no facet."""
        named = {"agent": self.agent, "rater": self.rater, "item": self.item}
        return {name: facet for name, facet in named.items() if name != "item" or facet.size > 1}

    @property
    def contact_means(self) -> tuple[Floats, Codes]:
        """The plain mean of each contact's ratings, and whose contact it is."""
        n = np.bincount(self.contact, minlength=self.n_contacts)
        owner = np.zeros(self.n_contacts, np.int64)
        owner[self.contact] = self.agent.code
        return np.bincount(self.contact, weights=self.score, minlength=self.n_contacts) / n, owner


def contact_ratings(
    agents: Column, raters: Column, contacts: Column, *, scores: Column, items: Column | None = None
) -> ContactRatings:
    """Checked and coded columns; a row without a score is left out."""
    item_column: Column = np.zeros(len(scores), np.int64) if items is None else items
    check_lengths(agent=agents, rater=raters, contact=contacts, score=scores, item=item_column)
    score = numbers(scores, name="score")
    given = ~np.isnan(score)
    if given.sum() < 2:
        raise TooLittleData("ratings.too_few", n=int(given.sum()), needed=2)
    if np.ptp(score[given]) == 0:
        raise NothingVaries("ratings.constant", value=float(score[given][0]))
    agent = _facet(agents, given)
    contact, n_contacts = joint_codes(agent.code, compact(codes(contacts)[0][given])[0])
    return ContactRatings(agent, _facet(raters, given), _facet(item_column, given), contact, n_contacts, score[given])


def _facet(column: Column, given: npt.NDArray[np.bool_]) -> Facet:
    coded, labels = codes(column)
    kept, _ = compact(coded[given])
    return Facet(kept, tuple(labels[place] for place in np.unique(coded[given])))
