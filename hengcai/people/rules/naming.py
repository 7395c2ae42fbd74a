"""Which team, site and post a file's words mean, and what a new one is called."""

import hashlib
import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace

from hengcai.base.errors import NotValid
from hengcai.base.ids import Spellings, folded
from hengcai.people.rules.merging import Known, TeamKey
from hengcai.people.rules.rows import FileRow

_NOT_IN_A_CODE = re.compile(r"[^a-z0-9]+")


@dataclass(slots=True)
class Names:
    """Teams by name with the sites they are at; post codes by everything a post is called, case aside."""

    teams: dict[str, set[str]] = field(default_factory=dict)
    sites: set[str] = field(default_factory=set)
    posts: dict[str, str] = field(default_factory=dict)
    first_site: str = ""
    new_posts: dict[str, str] = field(default_factory=dict)

    def spelled(self, rows: Iterable[FileRow]) -> list[FileRow]:
        """Each site and team as it was spelled first, so that what nobody sees makes no second one."""
        sites, teams = Spellings().keep(sorted(self.sites)), Spellings().keep(sorted(self.teams))
        return [replace(row, site=sites[row.site], team=teams[row.team]) for row in rows]

    def learn(self, rows: Iterable[FileRow]) -> None:
        """A site named in one row of a file tells the rows that leave it out."""
        for row in rows:
            if row.site and row.team:
                self.sites.add(row.site)
                self.teams.setdefault(row.team, set()).add(row.site)

    def team(self, row: FileRow, person: Known) -> TeamKey | None:
        if not row.team:
            return None
        if row.site:
            return row.site, row.team
        own = [stand.team for _day, stand in sorted(person.stands.items()) if _named(stand.team, row.team)]
        if own and isinstance(own[-1], tuple):
            return own[-1]
        return self._site(row.team), row.team

    def post(self, row: FileRow) -> str | None:
        """The code of the post with this code or name; a new one gets a code made from its name."""
        if not row.post:
            return None
        said = called(row.post)
        if said not in self.posts:
            code = code_for(row.post)
            if code not in self.posts:
                self.posts[code] = code
                self.new_posts[code] = row.post
            self.posts[said] = self.posts[code]
        return self.posts[said]

    def _site(self, team: str) -> str:
        at = self.teams.get(team, set())
        if len(at) > 1:
            raise NotValid("people.team_at_several_sites", column="site", team=team, sites=sorted(at))
        if not at and len(self.sites) > 1:
            raise NotValid("people.site_needed", column="site", team=team)
        return next(iter(at or self.sites), self.first_site)


def called(name: str) -> str:
    """Under which a post is found, whatever its spelling."""
    return folded(name).casefold()


def _named(team: object, name: str) -> bool:
    return isinstance(team, tuple) and team[1] == name


def code_for(name: str) -> str:
    """Plain letters and digits; a name without any gets a code that is the same every time."""
    plain = _NOT_IN_A_CODE.sub("_", name.casefold()).strip("_")
    if len(plain) >= 2 and name.isascii():
        return plain[:40].rstrip("_")
    return "post_" + hashlib.sha256(name.casefold().encode()).hexdigest()[:8]
