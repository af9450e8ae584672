"""How what the pages show is put into words."""
