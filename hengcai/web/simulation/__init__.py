"""Pages of simulations: the catalogue, playing, the debrief; for trainers runs, results and the editor."""
