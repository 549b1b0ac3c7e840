// The filters: a language, and what a class or a person must offer. They count at once and say how many they are.
import { fill } from "./words.mjs";

/** `changed()` hears every change that the reader makes. `formats` are the words for the ways of teaching, by feature. */
export function filterFields(details, changed) {
  const language = details.querySelector("select");
  const boxes = [...details.querySelectorAll("input[type=checkbox]")];
  const summary = details.querySelector("summary");
  const closing = details.querySelector(".finder__close");
  const clearing = details.querySelector(".finder__clear");
  const labels = new Map(boxes.map((one) => [one.value, one.labels[0].textContent.trim()]));
  const formats = new Map(boxes.filter((one) => "format" in one.dataset).map((one) => [one.value, labels.get(one.value)]));

  const value = () => ({ language: language.value, features: boxes.filter((one) => one.checked).map((one) => one.value) });

  /** What nobody offers is left out. */
  function set(wanted) {
    const isOffered = [...language.options].some((one) => one.value === wanted.language);
    language.value = isOffered ? wanted.language : "";
    boxes.forEach((one) => { one.checked = wanted.features.includes(one.value); });
    tell();
  }

  function tell() {
    const chosen = value();
    const count = chosen.features.length + (chosen.language ? 1 : 0);
    summary.textContent = count ? fill(summary.dataset.some, { count }) : summary.dataset.none;
    clearing.hidden = !count;
  }

  function clear() {
    set({ language: "", features: [] });
    changed();
  }

  /** The button below the filters says what they do to a list that may be out of sight; null: there is none. */
  function foretell(answer) {
    const count = answer && !answer.more ? answer.people.length : -1;
    const { list, one, many } = closing.dataset;
    closing.textContent = count === 1 ? one : count > 1 ? fill(many, { count }) : list;
  }

  details.addEventListener("change", () => { tell(); changed(); });
  clearing.addEventListener("click", () => { clear(); summary.focus(); });
  /** What the reader calls a filter: a feature, or a language. */
  const label = (name) => labels.get(name) ?? [...language.options].find((one) => one.value === name)?.label;

  return { value, set, foretell, label, formats };
}
