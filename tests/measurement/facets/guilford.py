"""Three senior scientists rate seven juniors on five traits of creativity: Guilford 1954, p. 282 (FACETS' Guilford.txt)."""

SENIORS = ("Avogadro", "Brahe", "Cavendish")
JUNIORS = ("Anne", "Betty", "Chris", "David", "Edward", "Fred", "George")
TRAITS = ("Attack", "Basis", "Clarity", "Daring", "Enthusiasm")
RATINGS = {
    "Avogadro": ("55353", "97585", "33371", "73133", "97785", "35351", "77555"),
    "Brahe": ("65463", "87572", "45366", "56455", "24323", "44642", "33554"),
    "Cavendish": ("55573", "77575", "35555", "53331", "97777", "33353", "77757"),
}


def guilford() -> dict[str, list[object]]:
    rows = [
        (junior, senior, trait, int(mark))
        for senior, marks in RATINGS.items()
        for junior, five in zip(JUNIORS, marks, strict=True)
        for trait, mark in zip(TRAITS, five, strict=True)
    ]
    return dict(zip(("junior", "senior", "trait", "score"), map(list, zip(*rows, strict=True)), strict=True))
