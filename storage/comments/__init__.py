"""What colleagues say to each other about what was told."""
