"""A many-facet Rasch fit from ratings to measures: extremes out, fit, extremes placed, errors, fit statistics."""

from dataclasses import dataclass, replace

import numpy as np

from hengcai.measurement.columns import Floats
from hengcai.measurement.errors import OutOfRange, TooLittleData
from hengcai.measurement.facets.cells import Cells
from hengcai.measurement.facets.errors import Seen, add_placed_errors, errors_of
from hengcai.measurement.facets.extremes import Flags, Kept, place_left_out, without_extremes
from hengcai.measurement.facets.joint import JointFit, Model, State, evaluate, fit_jointly
from hengcai.measurement.facets.marginal import Normal, fit_marginally
from hengcai.measurement.facets.options import Options
from hengcai.measurement.facets.residuals import Fit, Moments, fit_of, moments_of
from hengcai.measurement.facets.scale import Curves, Scale
from hengcai.measurement.linking import Linking, coded_linking

USUAL = Options()


@dataclass(frozen=True)
class FacetsFit:
    """Measures by facet in logits, NaN where none can be given; `kept` is what the fit itself saw.

    `population` is the distribution of objects of a marginal fit, whose objects' measures are posterior means.
    """

    cells: Cells
    kept: Kept
    model: Model
    measures: tuple[Floats, ...]
    errors: tuple[Floats, ...]
    scale: Scale
    threshold_errors: Floats
    fits: tuple[Fit, ...]
    moments: Moments
    curves: Curves
    linking: Linking
    population: Normal | None
    correction: float | None
    converged: bool
    iterations: int
    log_likelihood: float
    cautions: tuple[str, ...]
    options: Options

    def status(self, facet: int) -> list[str]:
        """Anchored, extreme, placed (met only elements outside the fit), without_measure, group_anchored, estimated.

        A fit that did not settle has not_converged instead of all but anchored and without_measure; where the table
        falls into parts, within_subset stands for estimated in facets that are not comparable across parts,
        across_subsets in those that are.
        """
        held = _anchors(self.cells, self.options)[0][facet]
        group = np.logical_or.reduce([np.zeros(held.size, bool), *self.model.groups[facet]])
        flags = (np.isnan(self.measures[facet]), held, self.kept.extreme[facet], ~self.kept.inside[facet], group)
        words = ["without_measure", "anchored", "extreme", "placed", "group_anchored", self._usual_status(facet)]
        if not self.converged:
            words[2:] = ["not_converged"] * 4
        return [words[place] for place in np.argmax([*flags, np.ones(held.size, bool)], axis=0).tolist()]

    def _usual_status(self, facet: int) -> str:
        if self.linking.linked:
            return "estimated"
        return "within_subset" if self.linking.classes[facet].any() else "across_subsets"

    def displacement(self, facet: int) -> Floats:
        """How far the ratings alone would move an anchored element, in logits; NaN for all others (FACETS' Displ.)."""
        cells, moments = self.kept.cells, self.moments
        left = cells.totals(facet, self.model.score - cells.weight * moments.expected)
        information = cells.totals(facet, cells.weight * moments.variance)
        held = _anchors(self.cells, self.options)[0][facet] & (information > 0)
        moved = self.model.signs[facet] * left / np.maximum(information, 1e-300)
        return np.where(held, moved, np.nan)

    def model_state(self) -> State:
        """The fit once more, for those who want slopes or curves of it."""
        return evaluate(self.model, [np.nan_to_num(measure) for measure in self.measures], self.scale)

    def inside(self, facet: int) -> Flags:
        """Elements that the fit itself estimated, extremes and placed ones not among them."""
        return self.kept.inside[facet] & ~self.kept.extreme[facet]


def fit_facets(cells: Cells, *, options: Options = USUAL) -> FacetsFit:
    """Fits cells that were coded with `options.steps_facet`; the object is the first facet."""
    held, values = _anchors(cells, options)
    stay = [flags.copy() for flags in held]
    if options.method == "mml":
        stay[0][:] = True
    kept = without_extremes(cells, stay=stay)
    if kept.extreme[0].all():
        raise TooLittleData("ratings.all_extreme", n=cells.n_cells)
    scale, free_steps = _anchored_scale(kept.scale, options)
    free = tuple(inside & ~fixed for inside, fixed in zip(kept.inside, held, strict=True))
    groups = _groups(cells, free, values, options)
    signs = (1, *(-1 for _ in cells.names[1:]))
    centred, floating = _origin(held, groups)
    model = Model(kept.cells, kept.counts, signs, free, free_steps, scale.there, centred, floating, groups)
    start = evaluate(model, values, scale)
    if options.method == "mml":
        found, population = fit_marginally(model, start, most=options.most_iterations)
    else:
        found, population = fit_jointly(model, start, most=options.most_iterations), None
    return _finished(cells, kept, (model, found, population), options)


def _finished(cells: Cells, kept: Kept, fitted: tuple[Model, JointFit, Normal | None], options: Options) -> FacetsFit:
    model, found, population = fitted
    measures = [
        np.where(inside, measure, np.nan) for inside, measure in zip(kept.inside, found.state.measures, strict=True)
    ]
    kept, correction = replace(kept, scale=found.state.scale), None
    if options.bias_correction:
        kept, correction = _corrected(kept, measures, model)
    state = evaluate(model, [np.nan_to_num(measure) for measure in measures], kept.scale)
    seen = Seen(cells, kept, model, state)
    errors, threshold_errors = errors_of(seen, found.threshold_variance, population)
    place_left_out(cells, kept, measures, signs=model.signs)
    add_placed_errors(seen, measures, errors)
    moments = moments_of(kept.cells, kept.counts, state.curves)
    linking = coded_linking(cells.names, cells.codes, cells.ids)
    return FacetsFit(
        cells=cells,
        kept=kept,
        model=model,
        measures=tuple(measures),
        errors=tuple(errors),
        scale=kept.scale,
        threshold_errors=threshold_errors,
        fits=_fits(kept, moments, population),
        moments=moments,
        curves=state.curves,
        linking=linking,
        population=population,
        correction=correction,
        converged=found.converged,
        iterations=found.iterations,
        log_likelihood=found.state.log_likelihood,
        cautions=(*_cautions(cells, kept, linking, (found, measures, population)), *_idle_anchors(cells, options)),
        options=options,
    )


def _fits(kept: Kept, moments: Moments, population: Normal | None) -> tuple[Fit, ...]:
    squares = population.mean_squares if population is not None else [None] * len(kept.cells.names)
    return tuple(fit_of(kept.cells, moments, facet, squares=found) for facet, found in enumerate(squares))


def _corrected(kept: Kept, measures: list[Floats], model: Model) -> tuple[Kept, float]:
    """Shrinks free facets (about 0, or their group's mean) and thresholds by (L - 1) / L, then places the objects anew."""
    ratings = float(kept.cells.weight.sum()) / int(kept.inside[0].sum())
    factor = (ratings - 1) / ratings
    for facet in range(1, len(measures)):
        centre = np.zeros(measures[facet].size)
        for flags in model.groups[facet]:
            centre[flags] = measures[facet][flags].mean()
        moved = centre + factor * (measures[facet] - centre)
        measures[facet] = np.where(model.free[facet], moved, measures[facet])
    thresholds = np.where(model.free_steps, kept.scale.thresholds * factor, kept.scale.thresholds)
    kept = replace(kept, scale=kept.scale.moved(thresholds))
    measures[0][model.free[0]] = np.nan
    place_left_out(kept.cells, kept, measures, signs=model.signs)
    return kept, factor


def _anchors(cells: Cells, options: Options) -> tuple[tuple[Flags, ...], list[Floats]]:
    """Which elements are held, and where all start: 0 but for anchors."""
    unknown = [name for name in (*options.anchors, *options.group_anchors) if name not in cells.names]
    if unknown:
        raise OutOfRange("anchors.unknown_facet", facet=unknown[0])
    held, values = [], []
    for name, ids in zip(cells.names, cells.ids, strict=True):
        wanted = options.anchors.get(name, {})
        if wanted and not any(one in wanted for one in ids):
            raise OutOfRange("anchors.none_met", facet=name, n=len(wanted))
        held.append(np.array([one in wanted for one in ids], bool))
        values.append(np.array([wanted.get(one, 0.0) for one in ids], np.float64))
    return tuple(held), values


def _idle_anchors(cells: Cells, options: Options) -> list[str]:
    """Anchors of elements that stand in no row: facet and how many."""
    known = dict(zip(cells.names, cells.ids, strict=True))
    idle = {name: len(set(held) - set(known[name])) for name, held in options.anchors.items()}
    return [f"anchors_idle:{name}:{n}" for name, n in idle.items() if n]


def _groups(
    cells: Cells, free: tuple[Flags, ...], values: list[Floats], options: Options
) -> tuple[tuple[Flags, ...], ...]:
    """Members that may move, by facet and group; they start at their group's mean, written into `values`."""
    found: list[tuple[Flags, ...]] = []
    for facet, (name, ids) in enumerate(zip(cells.names, cells.ids, strict=True)):
        members = [
            np.array([one in group.ids for one in ids], bool) & free[facet]
            for group in options.group_anchors.get(name, ())
        ]
        if members and (np.sum(members, axis=0) > 1).any():
            raise OutOfRange("anchors.in_two_groups", facet=name)
        if members and (facet == 0 and options.method == "mml"):
            raise OutOfRange("anchors.groups_of_objects_are_for_jml", facet=name)
        for flags, group in zip(members, options.group_anchors.get(name, ()), strict=True):
            values[facet][flags] = group.mean
        found.append(tuple(flags for flags in members if flags.any()))
    return tuple(found)


def _origin(held: tuple[Flags, ...], groups: tuple[tuple[Flags, ...], ...]) -> tuple[tuple[bool, ...], int]:
    """Which facets are centred, and which one floats: the object, or where it is anchored the first that is not."""
    anchored = [bool(fixed.any() or members) for fixed, members in zip(held, groups, strict=True)]
    floating = anchored.index(False) if False in anchored else 0
    return tuple(facet != floating and not fixed for facet, fixed in enumerate(anchored)), floating


def _anchored_scale(scale: Scale, options: Options) -> tuple[Scale, Flags]:
    free = scale.there
    if not options.anchored_thresholds:
        return scale, free
    thresholds, free = scale.thresholds.copy(), free.copy()
    places = {float(value): place for place, value in enumerate(scale.values[0][1:])}
    for category, value in options.anchored_thresholds.items():
        if float(category) not in places:
            raise OutOfRange("anchors.unknown_threshold", category=category)
        thresholds[0, places[float(category)]] = value
        free[0, places[float(category)]] = False
    return scale.moved(thresholds), free


def _cautions(
    cells: Cells, kept: Kept, linking: Linking, fitted: tuple[JointFit, list[Floats], Normal | None]
) -> tuple[str, ...]:
    found, measures, population = fitted
    told = [] if found.converged else ["not_converged"]
    if population is not None and population.spread_at_zero:
        told.append("objects_do_not_differ")
    if not linking.linked:
        told.append(f"subsets:{len(linking.subsets)}")
    elif not kept.cell_kept.all():
        left = coded_linking(cells.names, kept.cells.codes, cells.ids)
        told += [] if left.linked_among(kept.inside) else ["linked_by_extremes_only"]
    placeless = sum(int(np.isnan(measure).sum()) for measure in measures)
    return (*told, *((f"without_measure:{placeless}",) if placeless else ()), *_unused(kept))


def _unused(kept: Kept) -> tuple[str, ...]:
    """Whole-number categories between the lowest and highest of the fit that nobody used."""
    values = kept.cells.values[kept.cells.counts.sum(axis=1) > 0]
    if (values % 1 != 0).any():
        return ()
    unused = int(values[-1] - values[0]) + 1 - len(values)
    return (f"categories_unused:{unused}",) if unused else ()
