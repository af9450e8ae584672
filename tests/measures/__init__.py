"""What is counted for digests, targets and questions."""
