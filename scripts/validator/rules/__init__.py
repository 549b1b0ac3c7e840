"""One module a rule; see validator/rule.py."""
