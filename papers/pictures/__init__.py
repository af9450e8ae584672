"""Pictures of customers, values in and PNG out; drawn in the worker process, which alone imports matplotlib."""
