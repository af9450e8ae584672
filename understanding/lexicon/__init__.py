"""What people say, as data: one folder a language."""
