#!/usr/bin/env bash
# A rating that is missing becomes a category of its own, on which raters agree or disagree.
#
# Version:   statsmodels 0.15.0
# Source:    statsmodels/stats/inter_rater.py, aggregate_raters: numpy.unique over all cells, NaN among them
# Behaviour: aggregate_raters, which prepares a table for fleiss_kappa, counts NaN like a mark. Four raters who agree
#            wherever they rated get a kappa far below 1, with no warning; where two raters both did not listen, that
#            counts as agreement. Tables with gaps are the rule in quality work: no contact is heard by everybody.
# Seen:      categories [1, 2, nan]; kappa .2500 although no two ratings differ
# Here:      hengcai/measurement/agreement leaves missing ratings out, unit by unit
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet statsmodels==0.15.0
"$folder/venv/bin/python" - <<'PY'
import numpy as np
from statsmodels.stats.inter_rater import aggregate_raters, fleiss_kappa

nan = float("nan")
ratings = np.array([[1, 1, nan, nan], [2, 2, 2, nan], [1, nan, 1, nan], [nan, 2, 2, 2], [1, 1, 1, 1], [2, nan, nan, 2]])
for row in ratings:
    assert len(set(row[~np.isnan(row)])) == 1  # nobody disagrees with anybody
counts, categories = aggregate_raters(ratings)
kappa = fleiss_kappa(counts)
print("categories", categories, f"kappa {kappa:.4f}")
assert np.isnan(categories[-1]) and len(categories) == 3, "missing ratings are no category any more"
assert kappa < 0.5
PY
