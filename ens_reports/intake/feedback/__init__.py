"""What goes back to the sender of a file, and what the sender answers to it."""
