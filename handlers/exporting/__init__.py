"""Takes along what the member may see, as a file."""
