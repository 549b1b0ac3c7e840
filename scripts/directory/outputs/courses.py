"""The coming classes of one person, as their page lists them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Final

from markupsafe import Markup

from directory.course import Course
from directory.model import Instructor
from directory.outputs.meetings import coming, first_start, last_end
from directory.outputs.shell import Shell, joined
from directory.outputs.wording import Wording

CALENDAR: Final = "classes.ics"
"""The file beside the page that holds the coming classes."""
SHOWN: Final = 6
"""Courses on a page, so that it stays light; the calendar holds all."""
_NOTHING: Final = Markup("")


class Courses:
    """Draws them with the macros of components/profile/, each on the clock of its place."""

    def __init__(self, wording: Wording, today: date, parts: Mapping[str, Shell]) -> None:
        self.wording, self.today, self.parts = wording, today, parts

    def of(self, person: Instructor) -> Markup:
        """The list of courses, or the words that there is none."""
        courses = coming(person, self.today)
        if not courses:
            return self.parts["no_classes"].fill({})
        shown = joined([self._course(course) for course in courses[:SHOWN]])
        label = self.wording.words["more_classes" if len(courses) > SHOWN else "class_calendar_all"]
        calendar = {"calendar": CALENDAR, "file": f"{person.id}.ics", "label": label}
        return self.parts["classes"].fill({"courses": shown, **calendar})

    def _course(self, course: Course) -> Markup:
        words, say = self.wording.words, self.wording.say
        booking = {"href": course.booking or "", "title": course.title}
        return self.parts["course"].fill(
            {
                "title": course.title,
                "start": first_start(course).isoformat(timespec="minutes"),
                "until": last_end(course).isoformat(timespec="minutes"),
                "when": self._when(course),
                "zone": say("class_zone", zone=str(course.time_zone).split("/")[-1].replace("_", " ")),
                "weeks": words["class_once"] if course.weeks == 1 else say("class_weeks", weeks=course.weeks),
                "place": self.parts["own"].fill({"text": course.place}) if course.place else words["class_online"],
                "status": words[f"status_{course.status}"],
                "booking": self.parts["booking"].fill(booking) if course.booking else _NOTHING,
            }
        )

    def _when(self, course: Course) -> str:
        start, end = (moment.isoformat()[11:16] for moment in (course.start, course.end))
        return self.wording.say("class_when", day=self.wording.weekday(course.start.date()), start=start, end=end)
