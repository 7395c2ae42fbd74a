"""Tables that others have printed: strata, then reference and focal group, then the lower score first."""

import numpy as np

# Graduate admissions at Berkeley in 1973 by department: men, women; rejected, admitted (Bickel et al. 1975).
BERKELEY = np.array(
    [
        [[313, 512], [19, 89]],
        [[207, 353], [8, 17]],
        [[205, 120], [391, 202]],
        [[279, 138], [244, 131]],
        [[138, 53], [299, 94]],
        [[351, 22], [317, 24]],
    ],
    dtype=float,
)
# SAS/STAT user's guide, PROC FREQ, migraine by gender: active, placebo; same, better.
MIGRAINE = np.array([[[11, 16], [20, 5]], [[16, 12], [19, 7]]], dtype=float)
# Koch & Edwards' arthritis trial by sex: placebo, active; none, some, marked improvement.
ARTHRITIS = np.array([[[19, 7, 6], [6, 5, 16]], [[10, 0, 1], [7, 2, 5]]], dtype=float)


def swapped(counts):
    """The two groups change places."""
    return counts[:, ::-1, :]
