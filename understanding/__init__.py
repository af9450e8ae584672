"""From words to findings: pure, no clock, no database."""

import os

# Before numpy is imported: its products here are small, and threads that wait for one another cost many times the sums.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
