"""Many-facet Rasch measurement: joint and marginal fits of sparse, weighted ratings over any number of facets."""
