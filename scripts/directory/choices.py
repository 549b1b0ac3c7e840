"""The words a person's file chooses from.  Each list is closed, so that filters and translations can be complete."""

from __future__ import annotations

from enum import StrEnum


class Title(StrEnum):
    """What certificates call the same training; families see one label for all, with the title as written."""

    CIMI = "CIMI"
    CEIM = "CEIM"
    KURSLEITERIN_DGBM = "Kursleiterin DGBM"
    KURSLEITER_DGBM = "Kursleiter DGBM"
    INSEGNANTE_AIMI = "Insegnante AIMI"
    INSTRUCTRICE_AFMB = "Instructrice AFMB"
    INSTRUCTEUR_AFMB = "Instructeur AFMB"
    EDUCADORA_AEMI = "Educadora AEMI"
    EDUCADOR_AEMI = "Educador AEMI"

    @property
    def label(self) -> str:
        """The one name for families, the same for every title."""
        return "Certified infant massage instructor"

    @property
    def long_form(self) -> str:
        """The title without abbreviation, in its own language."""
        return _LONG_FORMS[self]


_LONG_FORMS = {
    Title.CIMI: "Certified Infant Massage Instructor",
    Title.CEIM: "Certified Educator of Infant Massage",
    Title.KURSLEITERIN_DGBM: "Kursleiterin für Babymassage (DGBM)",
    Title.KURSLEITER_DGBM: "Kursleiter für Babymassage (DGBM)",
    Title.INSEGNANTE_AIMI: "Insegnante di massaggio infantile (AIMI)",
    Title.INSTRUCTRICE_AFMB: "Instructrice en massage bébé (AFMB)",
    Title.INSTRUCTEUR_AFMB: "Instructeur en massage bébé (AFMB)",
    Title.EDUCADORA_AEMI: "Educadora de masaje infantil (AEMI)",
    Title.EDUCADOR_AEMI: "Educador de masaje infantil (AEMI)",
}


class Format(StrEnum):
    """How the teaching happens."""

    GROUP = "group"
    ONE_TO_ONE = "one-to-one"
    HOME_VISIT = "home-visit"
    ONLINE = "online"
    HOSPITAL = "hospital"


class Special(StrEnum):
    """Families for whom the person has training or long practice."""

    PRETERM = "preterm"
    NEONATAL_CARE = "neonatal-care"
    SPECIAL_NEEDS = "special-needs"
    DOWN_SYNDROME = "down-syndrome"
    ADOPTION_FOSTER = "adoption-foster"
    TEEN_PARENTS = "teen-parents"
    FATHERS = "fathers"
    TWINS = "twins"
    GRIEF = "grief"
    PERINATAL_MOOD = "perinatal-mood"
    LGBTQ_FAMILIES = "lgbtq-families"
    SIBLINGS_WELCOME = "siblings-welcome"


class Access(StrEnum):
    """What makes a class possible for more families."""

    STEP_FREE = "step-free"
    QUIET = "quiet"
    SIGN_LANGUAGE = "sign-language"
    PARKING = "parking"
    FEEDING_FRIENDLY = "feeding-friendly"
    INTERPRETER = "interpreter"


class ClassStatus(StrEnum):
    """Whether one can still join."""

    OPEN = "open"
    FEW_PLACES = "few-places"
    FULL = "full"
    CANCELLED = "cancelled"


class ContactWay(StrEnum):
    """What ``contact.show`` can allow to be published."""

    WEBSITE = "website"
    PHONE = "phone"
    EMAIL = "email"
