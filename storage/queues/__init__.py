"""The queues: inbox, outbox, jobs, and who works on them."""
