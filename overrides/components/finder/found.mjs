// The list of people who fit, and what to do when nobody does.
import { card } from "./cards.mjs";
import { FAR_KM } from "./people.mjs";
import { fill } from "./words.mjs";

/** Nobody is far from a reader who named no place, or when their own place is not known. */
export const isInReach = ({ km }) => km === null || km <= FAR_KM;

/** `section` is empty and hidden until the first answer; `context` is what a card needs. */
export function foundPeople(section, context) {
  const part = (name) => section.querySelector(`.finder__${name}`);
  const { say } = context;
  const cards = part("people");
  const heading = part("heading");

  /** Shows the people of an answer; the sentence that sums it up. */
  function draw(asked, { people, more, far }) {
    heading.textContent = title(asked);
    cards.replaceChildren(...people.map((one) => card(one, part("person-template"), { ...context, me: asked.me })));
    part("more").hidden = !more;
    nobody(asked, people);
    part("order").textContent = part("order").dataset[asked.place ? "near" : "all"];
    section.hidden = false;
    return sum(people.length, far ? "far" : more && (asked.place ? "nearest" : "first"));
  }

  /** `selection` says which ones of many they are, if they are not all. */
  function sum(count, selection) {
    const found = selection || (["none", "one"][count] ?? "many");
    const text = fill(part("count").dataset[found], { count: say.number(count) });
    part("count").textContent = count ? text : ""; // where there is none, the box below says more
    return text;
  }

  function title({ me, near, place }) {
    if (!place) return heading.dataset.all;
    if (me) return heading.dataset.me;
    const country = place.country && say.country(place.country);
    return fill(heading.dataset.near, { place: [near, country].filter(Boolean).join(", ") });
  }

  /** Words and ways on where nobody is in reach. */
  function nobody({ language, features }, people) {
    const [nearest] = people;
    const hasFilters = Boolean(language || features.length);
    part("nobody").hidden = people.some(isInReach);
    part("drop").hidden = !hasFilters;
    section.querySelectorAll(".finder__looser").forEach((one) => one.remove());
    const words = part("why").dataset;
    const why = !nearest ? words.none : hasFilters ? words.farFiltered : words.far;
    part("why").textContent = fill(why, { km: say.km(FAR_KM) });
  }

  /** Buttons for what to ask for instead: `[[label, action]]`. */
  function offer(ways) {
    for (const [label, action] of ways) {
      const item = part("looser-template").content.firstElementChild.cloneNode(true);
      const button = item.querySelector("button");
      button.textContent = fill(button.dataset.without, { filter: label });
      button.addEventListener("click", action);
      part("ways").prepend(item);
    }
  }

  function clear() {
    section.hidden = true;
    cards.replaceChildren();
  }

  /** Leads the reader to the list; whether there is one. */
  function show() {
    if (section.hidden) return false;
    heading.focus({ preventScroll: true });
    const first = part("nobody").hidden ? cards.firstElementChild : part("nobody");
    if (first.getBoundingClientRect().bottom > innerHeight) section.scrollIntoView({ block: "start" });
    return true;
  }

  const focus = (number) => cards.children[number]?.querySelector("a").focus();

  return { draw, offer, clear, show, focus, count: () => cards.children.length };
}
