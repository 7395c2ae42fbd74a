"""`make docs`: docs/zh and docs/en as pages under site/, a tree for each language, nothing loaded from elsewhere.

Run with the Python of the documentation's own environment; it needs neither Django nor the application.
"""

import io
import logging
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import Any

import jieba
from mkdocs.commands.build import build
from mkdocs.config import load_config
from pymdownx.slugs import slugify

ROOT = Path(__file__).resolve().parent.parent
SITE, THEME = ROOT / "site", ROOT / "tools" / "docs_theme"
ABSENT_HOST = re.compile(r"https://(?:unpkg\.com|cdn\.jsdelivr\.net|fonts\.g[a-z]+\.com)[^\"'`\s]*")
SECTIONS = {
    "start": ("开始", "Start"),
    "use": ("使用", "Use"),
    "explain": ("怎么算的", "How it is worked out"),
    "run": ("运维", "Run"),
    "reference": ("查阅", "Reference"),
}
SEPARATOR = "[\\s\u200b\\-]+"  # Chinese words are parted by zero-width spaces in the index
ORDER = [
    *(
        "first-day",
        "tour",
        "scores",
        "measurement",
        "agreement",
        "generalizability",
        "facets",
        "fair-scores",
        "sampling",
    ),
    *("prediction-powered", "adverse-impact", "differential-functioning", "training-effect", "survival"),
    *("words", "roles", "states", "commands", "settings"),
]
SAID: dict[str, dict[str, Any]] = {
    "zh": {
        "site_name": "衡才",
        "site_description": "给客服中心公平衡量人的能力、再靠培训补上差距的系统",
        "theme": "zh",
        "other": ("en", "English"),
        "modes": ("切换到深色", "跟随系统", "切换到浅色"),
    },
    "en": {
        "site_name": "Hengcai",
        "site_description": "Weighs the ability of contact-centre people fairly, and trains them until the numbers move",
        "theme": "en",
        "other": ("zh", "中文"),
        "modes": ("Dark", "As the system", "Light"),
    },
}


def title_of(path: Path) -> str:
    return next(line[2:].strip() for line in path.read_text("utf-8").splitlines() if line.startswith("# "))


def short(path: Path) -> str:
    """A title without what stands behind its colon: there is little room in the list of pages."""
    return re.split(r"：|: ", title_of(path))[0]


def rank(path: Path) -> tuple[int, str]:
    """Pages in their order, others behind by name."""
    return (ORDER.index(path.stem), "") if path.stem in ORDER else (len(ORDER), path.stem)


def pages(language: str) -> dict[str, list[Path]]:
    return {section: sorted((ROOT / "docs" / language / section).glob("*.md"), key=rank) for section in SECTIONS}


def navigation(language: str) -> list[Any]:
    place = ("zh", "en").index(language)
    tree: list[Any] = [{("首页", "Home")[place]: "index.md"}]
    for section, found in pages(language).items():
        if found:
            tree.append({SECTIONS[section][place]: [{short(path): f"{section}/{path.name}"} for path in found]})
    return tree


def staged(language: str, folder: Path) -> None:
    """The tree of one language with the pictures beside it: links climb one step less."""
    shutil.copytree(ROOT / "docs" / language, folder)
    for path in folder.rglob("*.md"):
        path.write_text(path.read_text("utf-8").replace("](../../", "](../"), "utf-8")
    for shared in ("images", "examples", "mappings"):
        shutil.copytree(ROOT / "docs" / shared, folder / shared)
    shutil.copytree(THEME / "assets", folder / "assets")
    (folder / "index.md").write_text(front(language), "utf-8")


def front(language: str) -> str:
    """The first page: what there is, section by section."""
    said, place = SAID[language], ("zh", "en").index(language)
    lines = [f"# {said['site_name']}", "", said["site_description"] + ("。" if language == "zh" else "."), ""]
    for section, found in pages(language).items():
        if found:
            lines += [f"## {SECTIONS[section][place]}", ""]
            lines += [f"- [{title_of(path)}]({section}/{path.name})" for path in found] + [""]
    return "\n".join(lines)


def palettes(words: tuple[str, str, str]) -> list[dict[str, Any]]:
    """Light or dark as the system says; one button goes round."""
    icons = ("brightness-auto", "weather-sunny", "weather-night")
    media = ("(prefers-color-scheme)", "(prefers-color-scheme: light)", "(prefers-color-scheme: dark)")
    schemes = (None, "default", "slate")
    names = (words[2], words[0], words[1])
    return [
        ({"scheme": scheme} if scheme else {})
        | {"media": when, "primary": "custom", "accent": "custom"}
        | {"toggle": {"icon": f"material/{icon}", "name": name}}
        for when, scheme, icon, name in zip(media, schemes, icons, names, strict=True)
    ]


def settings(language: str, folder: Path) -> dict[str, Any]:
    said = SAID[language]
    code, name = said["other"]
    return {
        "site_name": said["site_name"],
        "site_description": said["site_description"],
        "docs_dir": str(folder),
        "site_dir": str(SITE / language),
        "nav": navigation(language),
        "strict": True,
        "use_directory_urls": False,
        "validation": {"links": {"anchors": "warn", "unrecognized_links": "warn"}, "omitted_files": "warn"},
        "theme": {
            "name": "material",
            "custom_dir": str(THEME),
            "language": said["theme"],
            "font": False,
            "icon": {"logo": "material/scale-balance"},
            "palette": palettes(said["modes"]),
            "features": ["navigation.indexes", "navigation.top", "search.highlight", "content.code.copy", "toc.follow"],
        },
        "plugins": [{"search": {"lang": ["en", "zh"] if language == "zh" else ["en"], "separator": SEPARATOR}}],
        "markdown_extensions": [
            "tables",
            "attr_list",
            {"toc": {"permalink": True, "slugify": slugify(case="lower")}},
            {"pymdownx.highlight": {"use_pygments": True}},
            "pymdownx.superfences",
        ],
        "extra": {"generator": False, "other": {"name": name, "link": f"../{code}/", "lang": code}},
        "extra_css": ["assets/hengcai.css"],
    }


def without_hosts(folder: Path) -> None:
    """The theme's script names hosts it would load drawings from; none of our pages has any."""
    for path in folder.rglob("*.js"):
        text = path.read_text("utf-8")
        if ABSENT_HOST.search(text):
            path.write_text(ABSENT_HOST.sub("about:blank", text), "utf-8")
        path.with_suffix(".js.map").unlink(missing_ok=True)


def made(language: str) -> None:
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / language
        staged(language, folder)
        build(load_config(config_file=io.BytesIO(b""), **settings(language, folder)))


def main() -> None:
    logging.basicConfig(level=logging.WARNING, format="%(levelname)s %(message)s")
    jieba.setLogLevel(logging.ERROR)
    shutil.rmtree(SITE, ignore_errors=True)
    for language in SAID:
        made(language)
    without_hosts(SITE)
    shutil.copy(THEME / "entrance.html", SITE / "index.html")
    print(f"site/: {len(list(SITE.rglob('*.html')))} pages; to read them: python3 -m http.server --directory site 8001")


if __name__ == "__main__":
    sys.exit(main())
