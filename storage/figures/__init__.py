"""What customers did so far, in figures, and the rates by which sums in other currencies count."""
