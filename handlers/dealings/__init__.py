"""What the bot answers about opportunities, quotes and contracts."""
