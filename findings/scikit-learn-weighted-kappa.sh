#!/usr/bin/env bash
# Weighted kappa weighs places among the marks that happen to occur, not the marks.
#
# Version:   scikit-learn 1.9.1
# Source:    sklearn/metrics/_classification.py, cohen_kappa_score: weights are taken from the index of each label
# Behaviour: on a scale of 1 to 5 where nobody gave 3 or 4 in this sample, 2 against 5 counts as one step, exactly as if
#            the marks were 1, 2, 3: agreement looks better than it is. Naming all marks of the scale (`labels`) puts it
#            right. With numbers as marks one expects the numbers to be the distances.
# Seen:      quadratic .7619 as it stands and for 1, 2, 3; .6780 with labels=[1, 2, 3, 4, 5]
# Here:      hengcai/measurement/agreement takes the distance between the marks themselves
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet scikit-learn==1.9.1
"$folder/venv/bin/python" - <<'PY'
from sklearn.metrics import cohen_kappa_score

one, two = [1, 1, 2, 5, 5, 2, 1, 5, 2, 5], [1, 2, 2, 5, 2, 2, 1, 5, 5, 5]
closer = [[min(mark, 3) for mark in marks] for marks in (one, two)]
found = cohen_kappa_score(one, two, weights="quadratic")
moved = cohen_kappa_score(*closer, weights="quadratic")
whole = cohen_kappa_score(one, two, weights="quadratic", labels=[1, 2, 3, 4, 5])
print(f"as it stands {found:.4f}, with 5 moved to 3 {moved:.4f}, all marks named {whole:.4f}")
assert abs(found - moved) < 1e-12, "marks that nobody gave count now"
assert abs(whole - 0.6780) < 1e-4 and found > whole + 0.05
PY
