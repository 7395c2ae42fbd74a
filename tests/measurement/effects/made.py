"""Tables made by formula, so that independent programs could be given the same ones, and simulated ones by seed."""

import numpy as np

NEVER = ""


def wave(n: int, step: float) -> np.ndarray:
    """Numbers between -1 and 1 without a visible order."""
    return 2 * np.mod(np.arange(1, n + 1) * step, 1) - 1


def near_a_cut(n: int = 400) -> dict[str, np.ndarray]:
    """The outcome jumps by .4 below 0; one in seven does not follow the cut; 20 teams."""
    x = wave(n, 0.6180339887498949)
    noise = wave(n, 0.4142135623730951) + wave(n, 0.7320508075688772)
    below = x < 0
    trained = below ^ (np.arange(n) % 7 == 0)
    y = 0.5 + 0.8 * x - 0.6 * x**2 + 0.4 * trained + 0.3 * noise
    return {"x": x, "y": y, "trained": trained.astype(int), "team": np.arange(n) % 20}


def teams(n: int = 90) -> dict[str, np.ndarray]:
    """Nine teams of different size, three of them trained whole."""
    team = np.floor(9 * np.mod(np.arange(n) * 0.6180339887498949, 1) ** 1.5).astype(int)
    treated = (team % 3 == 0).astype(int)
    before = wave(n, 0.7320508075688772)
    shift = np.array([0.4, -0.2, 0.1, 0.3, -0.5, 0.2, -0.1, 0.6, -0.3])[team]
    return {
        "team": team, "treated": treated, "before": before,
        "y": 1 + 0.5 * treated + 0.7 * before + shift + wave(n, 0.4142135623730951),
    }  # fmt: skip


def panel(n: int = 40, periods: int = 6, *, never: bool = True) -> dict[str, list]:
    """Agents first trained in period 2, 3, 5 or never (without those: 2, 3, 5); the effect grows by .2 a period."""
    starts = [2, 3, 5, NEVER] if never else [2, 3, 5]
    noise = (wave(n * periods, 0.4142135623730951) + wave(n * periods, 0.7320508075688772)).reshape(n, periods)
    rows: dict[str, list] = {"unit": [], "period": [], "outcome": [], "first": []}
    for unit in range(n):
        first = starts[(unit * 7) % 11 % len(starts)]
        for period in range(periods):
            since = -1 if first == NEVER else period - first
            rows["unit"].append(unit)
            rows["period"].append(period)
            rows["outcome"].append(unit % 5 + 0.3 * period + (1 + 0.2 * since) * (since >= 0) + noise[unit, period])
            rows["first"].append(first)
    return rows
