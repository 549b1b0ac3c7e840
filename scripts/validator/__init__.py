"""Files → problems: what is broken in the sources of a site and in the site built from them, at the line to change.

project.py     what is looked at: `Sources` (mkdocs.yml and its pages) and `Site` (a folder of built files)
parse/         texts → links, headings, ids, each with its place; nothing in it knows a rule
rules/         one module a rule; the folder says what it looks at (see rule.py)
engine.py      asks every rule, silences what is allowed, sorts
reporters/     problems → text, JSON, GitHub annotations, SARIF, JUnit
"""
