"""Every table; importing this package registers them all."""
