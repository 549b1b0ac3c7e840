"""A course with dates: one or more weekly meetings at the same hour on the wall of the place."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Annotated, Final

from pydantic import BaseModel, ConfigDict, Field, ValidationInfo, field_validator
from records import fault
from records.fields import Flag, HttpsUrl, IanaZone, LocalDateTime, PlainText, Whole
from records.moments import doubt

from directory.choices import ClassStatus

LONGEST_MEETING: Final = timedelta(hours=12)
WEEK: Final = timedelta(weeks=1)


class Course(BaseModel):
    """One item of ``classes``.  ``start`` and ``end`` are of the first meeting, without zone; ``time_zone`` has it."""

    model_config = ConfigDict(extra="forbid", frozen=True, use_attribute_docstrings=True)

    title: Annotated[str, PlainText(100)]
    """What the class is called."""
    time_zone: IanaZone
    """Of the place, like Europe/London; of the teacher when it is online."""
    weeks: Annotated[int, Whole(1, 52)] = 1
    """How many weekly meetings, the first one counted."""
    start: LocalDateTime
    """When the first meeting begins, like 2026-12-03 10:30."""
    end: LocalDateTime
    """When the first meeting ends."""
    online: Flag = False
    """true when everyone joins from home; then there is no place."""
    place: Annotated[Annotated[str, PlainText(160)] | None, Field(validate_default=True)] = None
    """A public place, never a home address."""
    status: ClassStatus = ClassStatus.OPEN
    """Whether one can still join."""
    booking: HttpsUrl | None = None
    """The page where one books."""

    @field_validator("start", "end")
    @classmethod
    def _a_single_moment(cls, value: datetime, info: ValidationInfo) -> datetime:
        """Every meeting of the course, since clocks may change in any of its weeks."""
        zone = info.data.get("time_zone")
        for week in range(info.data.get("weeks", 1) if zone else 0):
            if reason := doubt(value + week * WEEK, str(zone)):
                rule, why, fix = reason
                later = f"in week {week + 1} of this course " if week else ""
                raise fault(rule, f"{later}{why}", fix if not week else "choose another hour, or fewer weeks")
        return value

    @field_validator("end")
    @classmethod
    def _after_the_start(cls, value: datetime, info: ValidationInfo) -> datetime:
        start = info.data.get("start")
        if start and value <= start:
            why = f"the class begins at {start:%Y-%m-%d %H:%M}, and cannot have ended then"
            raise fault(
                "dates-out-of-order", why, f"write {start + timedelta(hours=1):%Y-%m-%d %H:%M}, or what is right"
            )
        if start and value - start > LONGEST_MEETING:
            why = "this is the end of the first meeting, and no meeting lasts longer than 12 hours"
            fix = f"write {start:%Y-%m-%d} and the hour, and the number of meetings as weeks"
            raise fault("dates-out-of-order", why, fix)
        return value

    @field_validator("place")
    @classmethod
    def _in_one_place(cls, value: str | None, info: ValidationInfo) -> str | None:
        online = info.data.get("online")
        if value and online:
            why = "a class has a place or is online, and this one is both"
            raise fault("place-and-online", why, "delete this line, or the one with online")
        if value is None and online is False:
            why = "a class has a place or is online, and this one is neither"
            raise fault("no-place", why, "add place: with the name of the place, or online: true")
        return value
