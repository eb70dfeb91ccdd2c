"""From a file that a country sends to a report that a head of police reads."""
