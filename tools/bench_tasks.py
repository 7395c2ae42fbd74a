"""One measured piece of work in a process of its own: `bench_tasks.py TASK TABLE.npz` prints seconds and megabytes.

Run with the project's Python for `ours`, with the peers' own for theirs: nothing of a peer is ever imported here
otherwise, so that no licence of theirs becomes the project's.
"""

import json
import resource
import sys
import time
import warnings
from pathlib import Path

import numpy as np

warnings.filterwarnings("ignore")


def ours_joint(table):
    return _facets(table, "jml")


def ours_marginal(table):
    return _facets(table, "mml")


def _facets(table, method):
    """With standard errors, fit and fair averages."""
    from hengcai.measurement.facets.cells import cells_of
    from hengcai.measurement.facets.fitting import fit_facets
    from hengcai.measurement.facets.options import Options
    from hengcai.measurement.facets.summary import fair_averages

    columns = {name: table[name] for name in ("agent", "rater", "item")}

    def work():
        fit = fit_facets(cells_of(columns, table["score"]), options=Options(method=method))
        return [fair_averages(fit, facet) for facet in range(3)]

    return work


def ours_alpha(table):
    """With its interval: a thousand bootstrap draws, which the peer does not give."""
    from hengcai.measurement.agreement.alpha import krippendorff_alpha
    from hengcai.measurement.tables import rating_table

    ratings = rating_table(table["unit"], table["rater"], table["score"])
    return lambda: krippendorff_alpha(ratings, level="ordinal")


def ours_icc(table):
    from hengcai.measurement.agreement.icc import intraclass_correlations
    from hengcai.measurement.tables import rating_table

    ratings = rating_table(table["unit"], table["rater"], table["score"])
    return lambda: intraclass_correlations(ratings)


def ours_components(table):
    from hengcai.measurement.generalizability.design import crossed
    from hengcai.measurement.generalizability.study import generalizability_study

    names = ("agent", "rater", "item")
    columns = {name: table[name] for name in names}
    return lambda: generalizability_study(columns, table["score"], design=crossed(names), object="agent")


def ours_ppi(table):
    from hengcai.measurement.prediction_powered.means import prediction_powered_means
    from hengcai.measurement.prediction_powered.scores import joined_scores

    by = np.zeros(table["auto"].size, np.int64)
    return lambda: prediction_powered_means(joined_scores(by, table["auto"], table["human"]))


def mirt(table):
    """Marginal likelihood with standard errors and fit, persons × ratings in long layout."""
    from mirt import fit_mfrm
    from mirt.models import Facet, PolytomousMFRM

    agent = table["agent"]
    order, count = np.argsort(agent, kind="stable"), np.bincount(agent)
    place = np.empty(agent.size, int)
    place[order] = np.arange(agent.size) - np.repeat(np.cumsum(count) - count, count)
    shape = (count.size, count.max())

    def laid_out(values, empty):
        found = np.full(shape, empty)
        found[agent, place] = values
        return found

    score, rater, item = laid_out(table["score"] - 1, -1), laid_out(table["rater"], 0), laid_out(table["item"], 0)
    facet = Facet("rater", int(table["rater"].max()) + 1)
    model = PolytomousMFRM(int(table["item"].max()) + 1, 5, [facet], category_structure="rating_scale")
    return lambda: fit_mfrm(model, score, {"rater": rater}, item_indices=item)


def raschpy(table):
    """Global severities and persons without standard errors; one rating a rater, agent and item."""
    import pandas as pd
    import raschpy

    long = pd.DataFrame({name: table[name] for name in ("rater", "agent", "item")}).assign(score=table["score"] - 1)
    wide = long.drop_duplicates(["rater", "agent", "item"]).pivot(
        index=["rater", "agent"], columns="item", values="score"
    )
    wide = wide.reindex(pd.MultiIndex.from_product(wide.index.levels, names=["Rater", "Person"]))
    wide.columns = [f"i{one}" for one in wide.columns]

    def work():
        model = raschpy.MFRM(wide, max_score=4)
        model.calibrate(model="global")
        model.person_estimates(model="global")

    return work


def krippendorff(table):
    import krippendorff as peer

    data = np.full((int(table["rater"].max()) + 1, int(table["unit"].max()) + 1), np.nan)
    data[table["rater"], table["unit"]] = table["score"]
    return lambda: peer.alpha(reliability_data=data, level_of_measurement="ordinal")


def pingouin(table):
    import pandas as pd
    import pingouin as peer

    frame = pd.DataFrame({name: table[name] for name in ("unit", "rater", "score")})
    return lambda: peer.intraclass_corr(data=frame, targets="unit", raters="rater", ratings="score")


def ppi(table):
    from ppi_py import ppi_mean_ci

    known = ~np.isnan(table["human"])
    return lambda: ppi_mean_ci(table["human"][known], table["auto"][known], table["auto"][~known])


TASKS = {task.__name__: task for task in (
    ours_joint, ours_marginal, ours_alpha, ours_icc, ours_components, ours_ppi, mirt, raschpy, krippendorff, pingouin, ppi,
)}  # fmt: skip


def main() -> None:
    name, path, repeats = sys.argv[1], sys.argv[2], int(sys.argv[3])
    with np.load(path) as packed:
        table = {key: packed[key] for key in packed}
    work, seconds = TASKS[name](table), []
    for _ in range(repeats):
        began = time.perf_counter()
        work()
        seconds.append(time.perf_counter() - began)
    print(json.dumps({"seconds": sorted(seconds)[len(seconds) // 2], "megabytes": peak_megabytes()}))


def peak_megabytes() -> float:
    """Of this program alone: what a child inherits of its parent's peak is not its own."""
    status = Path("/proc/self/status")
    if not status.exists():
        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    line = next(one for one in status.read_text().splitlines() if one.startswith("VmHWM"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
