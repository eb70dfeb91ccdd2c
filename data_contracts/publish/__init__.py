"""What comes out of one contract: synthetic records and example submissions."""
