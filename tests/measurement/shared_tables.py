"""Every public rating table with what other programs say of it.

Alphas: krippendorff 0.9.0; kappas (means over pairs): statsmodels 0.15.0; ICC(2,1): pingouin 0.7.0; marginal fits (log
likelihood, spread of persons, severities): mirt 1.2.0, fit_mfrm; components: statsmodels' MixedLM, or those published.
"""

from dataclasses import dataclass, field


@dataclass(frozen=True)
class Shared:
    """`unit` tells what is rated, `study` the facets of a generalizability study, `fit` those of a Rasch fit."""

    name: str
    alpha: float | None = None
    unit: str = "person"
    item: str | None = "item"
    level: str = "ordinal"
    kappa: float | None = None
    icc: float | None = None
    study: tuple[str, ...] = ("item", "rater")
    design: str | None = None
    components: dict[str, float] = field(default_factory=dict)
    fit: tuple[str, ...] = ("item", "rater")
    likelihood: float | None = None
    spread: float | None = None
    severities: dict[str, float] = field(default_factory=dict)
    contact: str | None = None
    repeats: bool = False
    slow: bool = False
    person: str = "person"


NAMES = [
    Shared("irr_diagnoses", 0.433410, item=None, level="nominal", kappa=0.459412, study=(), fit=()),
    Shared("irrcac_ben_gerry", 0.664894, item=None, level="nominal", kappa=0.656250, study=(), fit=()),
    Shared("irrcac_raw_g1g2", 0.631806, item=None, level="nominal", kappa=0.591059, study=(), fit=()),
]
ONE_ITEM = [
    Shared(
        "irr_anxiety", 0.228387, item=None, kappa=-0.017479, icc=0.197998, study=("rater",), fit=("rater",),
        components={"person": 0.399123, "rater": 0.168421, "residual": 1.448246},
        likelihood=-94.4289, spread=0.470089, severities={"rater1": -0.22274, "rater3": 0.44549},
    ),
    Shared(
        "irr_video", 0.119463, item=None, kappa=0.068845, icc=0.156913, study=("rater",), fit=("rater",),
        components={"person": 0.053508, "rater": 0.067974, "residual": 0.219519},
        likelihood=-53.7858, spread=1.271282, severities={"rater1": -0.66404, "rater4": -1.72837},
    ),
    Shared("irrcac_raw4raters", 0.815388, item=None, kappa=0.700163, icc=0.700658, study=("rater",), fit=("rater",)),
    Shared("irrcac_raw5obser", 0.768685, item=None, kappa=0.513663, study=("rater",), fit=("rater",)),
    Shared(
        "ordinal_wine", 0.344144, item=None, kappa=0.051374, icc=0.388460, study=("rater",), fit=("rater",),
        components={"person": 0.474205, "rater": 0.196926, "residual": 0.549603},
        likelihood=-81.6275, spread=1.334029, severities={"j1": -1.68148, "j2": 0.56312, "j3": -1.18966},
    ),
    Shared(
        "immer09_reviewers", 0.501842, item=None, kappa=0.043956, study=("rater",), fit=("rater",),
        components={"person": 1.351782, "rater": 0.130566, "residual": 1.218743},
        likelihood=-190.4677, spread=1.496703, severities={"11": 0.74136, "15": -1.8913, "1": -1.63701},
    ),
    Shared(
        "insteval", 0.157879, item=None, study=("rater",), fit=("rater",), slow=True,
        components={"person": 0.273734, "rater": 0.106215, "residual": 1.387180},  # lowest dense deviance, 4,100 unknowns
    ),
]  # fmt: skip
SEVERAL_ITEMS = [
    Shared(
        "brennan_3_2", 0.249469, item="task", kappa=0.137670, study=("rater", "task"), design="person x (rater:task)",
        components={"person": 0.4731, "rater:task": 0.6475, "task": 0.3252, "personxtask": 0.5596, "residual": 2.3803},
        fit=("rater", "task"),
    ),
    Shared(
        "rajaratnam_2", study=("item", "subtest"), design="person x (item:subtest)", fit=("item", "subtest"),
        components={"person": 1.017809, "item:subtest": 0.296667, "subtest": 3.638413, "personxsubtest": 1.020965,
                    "residual": 0.837696},
    ),
    Shared("immer12_skating", 0.195514, kappa=0.004065, icc=0.173192, likelihood=-2189.21, spread=0.089828),
    Shared(
        "ptam4", 0.553893, kappa=0.308542, icc=0.553603, likelihood=-1725.3214, spread=1.645644,
        severities={"837": -1.24603, "803": 0.8955, "816": 0.02037},
    ),
    Shared(
        "sirt_ratings1", 0.670190, kappa=0.350193, icc=0.632872, likelihood=-1286.6232, spread=1.974170,
        severities={"db03": 0.41283, "db31": -0.76465, "db01": 1.00393, "db07": -0.75113},
    ),
    Shared(
        "sirt_ratings2", 0.642840, kappa=0.356218, icc=0.660474, likelihood=-2885.9693, spread=1.795467,
        severities={"R08": 1.27906, "R13": -0.94457, "R12": 0.00123},
    ),
    Shared(
        "tam_cqc04", 0.352101, unit="person,topic", repeats=True, kappa=0.184065, study=("item", "rater", "topic"),
        fit=("item", "rater", "topic"), likelihood=-6313.2138, spread=1.051612, contact="person,topic",
        severities={"BE": -0.50245, "CO": 0.52962, "AM": -1.02398, "DA": 0.99681},
    ),
    Shared("ptam1", 0.483711, kappa=0.216482, likelihood=-20552.0149, spread=2.691974),
    Shared("ptam2", 0.621490, kappa=0.513813, likelihood=-15074.1776, spread=0.757219),
    Shared(
        "ptam3", 0.669519, kappa=0.497420, likelihood=-10673.713, spread=0.951667,
        severities={"101": 0.34066, "103": -0.29128},
    ),
    Shared(
        "sirt_ratings3", 0.675614, icc=0.716204, likelihood=-14116.4168, spread=1.012467, slow=True,
        severities={"837": -0.7279, "803": 0.56351, "815": -0.51112},
    ),
    Shared(
        "immer02", 0.652706, icc=0.631394, likelihood=-26099.6817, spread=1.161734, slow=True,
        severities={"DR144": -0.2121, "DR112": 0.2685},
    ),
    Shared(
        "immer01a", 0.588660, unit="person,type", study=("item", "rater", "type"), fit=("item", "rater", "type"),
        likelihood=-115363.4906, spread=1.501454, severities={"R133": 0.95749, "R136": 0.00488}, contact="person,type",
        slow=True,
    ),
    Shared(
        "stc3", 0.260075, unit="dialogue", person="dialogue", kappa=0.114589, likelihood=-137139.9766, spread=0.726003,
        severities={"r01": -0.32704, "r04": -0.0394}, slow=True,
    ),
]  # fmt: skip
TABLES = [*NAMES, *ONE_ITEM, *SEVERAL_ITEMS]
