"""Pictures as values: what is on record of customers, what stands where in the picture, and nothing of how to draw."""
