"""From the words of a segment to its conditions."""
