// One person in the list, as components/person-card draws them, and one suggestion below the box.
import { fill } from "./words.mjs";

/** A copy of a template with its texts in place: `.person-card__name` gets `texts.name`; a part without a text goes. */
function filled(template, block, texts) {
  const made = template.content.firstElementChild.cloneNode(true);
  for (const [name, text] of Object.entries(texts)) {
    const part = made.querySelector(`.${block}__${name}`);
    if (text) (part.querySelector("bdi") ?? part).textContent = text;
    else part.remove();
  }
  return made;
}

/** `address(path)` is whole; `formats` names the ways of teaching, by feature; `me`: the distance is from the device. */
export function card(person, template, { say, address, formats, me }) {
  const languages = person.languages.map(say.language).join(", ");
  const ways = person.features.map((feature) => formats.get(feature)).filter(Boolean).join(", ");
  const made = filled(template, "person-card", {
    name: person.name,
    town: person.town,
    country: say.country(person.country),
    distance: distance(person.km, template.dataset, say, me),
    facts: [languages, ways].filter(Boolean).join(" · "),
    next: person.next && fill(template.dataset.next, { day: say.day(person.next) }),
    warning: person.doubtful && template.dataset.warning,
  });
  made.querySelector("a").href = address(`instructors/${person.id}/`);
  return made;
}

/** Towns are points, known to a kilometre: nearer than that is the same town, but not the same place as the device. */
function distance(km, words, say, me) {
  if (km === null) return "";
  return km < 1 && !me ? words.here : fill(words.distance, { km: say.km(km) });
}

/** A name that is read from right to left keeps its direction inside a sentence that is not. */
const isolated = (text) => (/[\u0590-\u08ff]/.test(text) ? `\u2068${text}\u2069` : text);

/** One answer of the engine. What tells namesakes apart may be a bigger town or a region; a name has no country. */
export function option({ kind, name, matched, near, country }, template, say) {
  const words = template.dataset;
  const place = kind === "town" && !near ? words.country : words[kind];
  return filled(template, "finder", {
    "option-name": name,
    "option-also": matched && `(${matched})`,
    "option-place": fill(place, { near: isolated(near), country: country && say.country(country) }),
  });
}
