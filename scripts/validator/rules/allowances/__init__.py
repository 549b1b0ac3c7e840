"""Rules that look at what is allowed, when everything else has been said."""
