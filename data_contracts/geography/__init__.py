"""Where the land of each country is: enough to tell that a position cannot be where its record says."""
