"""Rules that look at one built page."""
