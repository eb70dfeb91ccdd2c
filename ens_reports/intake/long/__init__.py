"""Tables that are too long to be held: cut into pieces, worked on by two processes, read from where they are stored."""
