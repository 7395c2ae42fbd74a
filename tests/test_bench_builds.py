"""The bench of two builds: each runs its own code, and what a build lacks is told instead of measured."""

import subprocess

import pytest

from tools import bench_builds
from tools.bench_builds import ROOT, Run, Work


@pytest.fixture
def tree(tmp_path):
    """A build whose program ends with 7, and with 2 when asked for what it does not have."""
    package = tmp_path / "tree" / "hengcai"
    package.mkdir(parents=True)
    (package / "__init__.py").write_text("")
    (package / "__main__.py").write_text("import sys\nsys.exit(2 if 'new' in sys.argv else 7)\n")
    return package.parent


def test_a_build_runs_its_own_code(tree, tmp_path):
    found = bench_builds._run(Work("seven", (), status=7), ["old"], tree, tmp_path / "home")
    assert isinstance(found, Run)
    assert found.wall > 0
    assert found.megabytes > 1


def test_what_a_build_has_not_or_fails_at_is_told(tree, tmp_path, capsys):
    assert bench_builds._run(Work("new", ()), ["new"], tree, tmp_path / "home") == "not in this build"
    assert bench_builds._run(Work("old", ()), ["old"], tree, tmp_path / "home") == "failed with 7"
    assert bench_builds._side_by_side(Work("new", ()), ["new"], {"one": tree, "two": tree}, tmp_path) is True
    assert bench_builds._side_by_side(Work("old", ()), ["old"], {"one": tree, "two": tree}, tmp_path) is False
    assert "ratio" not in capsys.readouterr().out


def test_the_ratio_is_how_many_times_as_much_the_other_takes():
    other, own = [Run(4, 8, 100), Run(6, 6, 100)], [Run(1, 2, 50), Run(3, 4, 40)]
    said = " ".join(bench_builds._ratio(other, own).split())
    assert said == "wall 4.00 × best 2.50 × median CPU 3.00 × best 2.33 × median peak 2.00 ×"


@pytest.mark.skipif(not (ROOT / ".git").exists(), reason="not a working copy of the repository")
def test_a_commit_is_checked_out_whole_with_its_catalogues(tmp_path):
    tree = bench_builds._checked_out("HEAD", tmp_path / "other")
    listed = subprocess.check_output(["git", "-C", ROOT, "ls-tree", "-r", "--name-only", "HEAD", "hengcai"], text=True)
    names = listed.splitlines()
    assert len(names) > 500
    assert [name for name in names if not (tree / name).exists()] == []
    assert len(list(tree.rglob("*.mo"))) == len(list(tree.rglob("*.po"))) > 0
