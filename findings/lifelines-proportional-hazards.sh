#!/usr/bin/env bash
# The p value of proportional hazards is not the one R prints, and can be many times smaller.
#
# Version:   lifelines 0.30.3
# Source:    lifelines/statistics.py, proportional_hazard_test; R's survival, NEWS for 3.0, cox.zph
# Behaviour: lifelines tests scaled Schoenfeld residuals with the variance taken as constant over time, as R did once.
#            R's survival from 3.0 on computes a score test, with the variance of every time somebody left. On Rossi's data (432 people, the example
#            of both documentations) work experience would be called non-proportional at 1 % by the one and not by
#            the other.
# Seen:      lifelines age .0009, wexp .0063; R 4.2.2 with survival 3.5-3, cox.zph(transform = "km"): age .0145, wexp .0398
# Here:      hengcai/measurement/survival/proportionality.py computes the score test itself and reproduces R
set -euo pipefail
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet lifelines==0.30.3
"$folder/venv/bin/python" -W ignore - <<'PY'
from lifelines import CoxPHFitter
from lifelines.datasets import load_rossi
from lifelines.statistics import proportional_hazard_test

PRINTED_BY_R = {"age": 0.0145, "wexp": 0.0398}
table = load_rossi()
fitter = CoxPHFitter().fit(table, "week", "arrest")
test = proportional_hazard_test(fitter, table, time_transform="km")
found = dict(zip(test.name, test.p_value, strict=True))
for name, p in PRINTED_BY_R.items():
    print(f"{name}: lifelines {found[name]:.4f}, R {p}")
assert abs(found["age"] - 0.0009) < 1e-4 and abs(found["wexp"] - 0.0063) < 1e-4, "lifelines computes otherwise now"
assert all(found[name] * 5 < p for name, p in PRINTED_BY_R.items())
PY
