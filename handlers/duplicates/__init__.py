"""Near-same names, merging, and whose customer it is."""
