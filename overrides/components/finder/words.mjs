// Sentences come from the page, with places in braces; numbers, dates, languages and countries from the browser.

/** "{count} instructors" with { count: "3" } → "3 instructors". */
export const fill = (text, values = {}) => text.replace(/\{(\w+)\}/g, (_, name) => values[name]);

/** How to say things in `locale`, like "en-GB". Languages that the page names are called so; browsers know fewer. */
export function speech(locale, named) {
  const languages = new Intl.DisplayNames([locale], { type: "language", languageDisplay: "standard" });
  const countries = new Intl.DisplayNames([locale], { type: "region" });
  const numbers = new Intl.NumberFormat(locale);
  const kilometres = new Intl.NumberFormat(locale, { style: "unit", unit: "kilometer", maximumFractionDigits: 0 });
  const days = new Intl.DateTimeFormat(locale, { dateStyle: "long", timeZone: "UTC" });
  return {
    language: (tag) => named(tag) ?? languages.of(tag),
    country: (code) => countries.of(code),
    number: (count) => numbers.format(count),
    km: (km) => kilometres.format(km < 100 ? Math.max(1, Math.round(km)) : Math.round(km / 10) * 10),
    day: (moment) => days.format(Date.parse(`${moment.slice(0, 10)}T00:00Z`)),
  };
}
