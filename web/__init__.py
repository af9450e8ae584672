"""What a browser asks for: the webhook and health."""
