"""How sure we can be that massage is the cause, from sure to not at all; and what the organisation says."""

from __future__ import annotations

from enum import StrEnum


class Grade(StrEnum):
    """A grade as data files and addresses have it; `ORG` is a description of classes, not a grade of proof."""

    HIGH = "high"
    MODERATE = "moderate"
    LOW = "low"
    VERY_LOW = "very low"
    NONE = "none"
    ORG = "org"

    @property
    def weakness(self) -> int:
        """0 for the surest grade; the larger, the less we know."""
        return list(Grade).index(self)

    @property
    def slug(self) -> str:
        """The grade as a class name and as the end of an address."""
        return self.value.replace(" ", "-")

    @property
    def steps(self) -> int:
        """How many of the four steps of a small picture are filled."""
        return max(4 - self.weakness, 0)


class Topic(StrEnum):
    INTERACTION = "interaction"
    STIMULATION = "stimulation"
    RELIEF = "relief"
    RELAXATION = "relaxation"
    PARENTS = "parents"
    FAMILIES = "families"
    CLASSES = "classes"


class Who(StrEnum):
    """The people whom a study looked at, or for whom a grade holds."""

    EVERYONE = "everyone"
    TERM = "term"
    PRETERM = "preterm"
    NEWBORNS = "newborns"
    JAUNDICE = "jaundice"
    COLIC = "colic"
    DOWN_SYNDROME = "down-syndrome"
    CHILDREN = "children"
    ADULTS = "adults"
    MOTHERS = "mothers"
    FIRST_TIME_MOTHERS = "first-time-mothers"
    LOW_MOOD = "low-mood"
    PRETERM_MOTHERS = "preterm-mothers"
    RECOVERY = "recovery"
    PAIRS = "pairs"
    FATHERS = "fathers"
    NURSES = "nurses"


class Kind(StrEnum):
    """How something was studied; `PLAN` is a trial that has been announced and has no result yet."""

    TRIAL = "trial"
    COMPARISON = "comparison"
    BEFORE_AFTER = "before-after"
    REVIEW = "review"
    INTERVIEWS = "interviews"
    STUDY = "study"
    PLAN = "plan"
