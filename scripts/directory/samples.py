"""Made-up people show what a list will look like; no family may ever take one for real."""

from __future__ import annotations

from records.hosts import host_of, is_for_examples
from records.problem import Problem

from directory.directory import Directory


def published_samples(directory: Directory, address: str) -> list[Problem]:
    """A problem for each sample person when the site's address is a real one, not one for examples."""
    if is_for_examples(host_of(address)):
        return []
    message = f"this person is a sample, and {address} is a real address where families would look for them"
    fix = "delete the file, or leave address in docs/data/chapter.yml on an .example domain until you have real people"
    return [Problem(person.source, 1, 1, "published-sample", message, fix) for person in directory.samples]
