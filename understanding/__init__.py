"""From words to findings: pure, no clock, no database."""
