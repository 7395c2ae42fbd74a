"""What a training changed: trials, comparisons with few teams, a cut, staggered starts; never a before-after alone."""
