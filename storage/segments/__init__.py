"""Which customers a segment has, and the segments that people saved."""
