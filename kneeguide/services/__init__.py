"""What the desktop can do for a session: sound, and keeping the screen on."""
