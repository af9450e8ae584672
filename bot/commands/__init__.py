"""What each command of `rapport` does; a command imports what it needs when it is called."""
