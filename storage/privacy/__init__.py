"""Everything about one person: found, handed out, erased."""
