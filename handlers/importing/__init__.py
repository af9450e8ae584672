"""Lists that people send: received, asked about, put on record and taken back by buttons."""
