// The search for people: what is asked for stands in the form and in the address, and who fits is listed below it.
import { read, write } from "./address.mjs";
import { option } from "./cards.mjs";
import { combobox } from "./combobox.mjs";
import { connect } from "./engine.mjs";
import { filterFields } from "./filters.mjs";
import { foundPeople, isInReach } from "./found.mjs";
import { looser } from "./looser.mjs";
import { people } from "./people.mjs";
import { position } from "./position.mjs";
import { statusLine } from "./status.mjs";
import { speech } from "./words.mjs";

const NO_PLACE = { near: "", me: false, place: null };
const FAILURES = { Gone: "gone", Offline: "offline" };

export function begin(root) {
  const part = (name) => root.querySelector(`.finder__${name}`);
  const address = (path) => new URL(path, new URL(root.dataset.root, document.baseURI)).href;
  const index = JSON.parse(part("index").textContent);
  const finder = connect({ base: address(""), index, home: root.dataset.home, today: new Date().toLocaleDateString("sv") });
  const input = part("near");
  const again = part("again");
  const status = statusLine(part("status"));
  const filters = filterFields(part("filters"), () => go({ ...wish, ...filters.value() }, { replace: true }));
  const say = speech(root.dataset.locale, filters.label);
  const list = foundPeople(part("found"), { say, address, formats: filters.formats });
  const box = combobox(input, part("options"), {
    ask: (text) => suggest(text),
    draw: (answer) => option(answer, part("option-template"), say),
    choose,
    status: statusLine(part("heard")),
  });
  let wish = read("");
  let here = null; // the device's place, once the reader has given it
  let turn = 0; // a list for what was asked before is not shown

  // Asking: every request may fail, and can then be tried again ------------------------------------------------------------

  async function attempt(action) {
    again.hidden = true;
    status.quiet();
    try {
      return await status.wait(action());
    } catch (error) {
      if (!(error.name in FAILURES)) throw error;
      status.say(FAILURES[error.name]);
      again.hidden = false;
      again.onclick = () => (error.name === "Gone" ? location.reload() : retry());
      return null;
    }
  }

  const suggest = (text, options) => attempt(() => finder.suggest(text, options));

  /** What is in the box may be newer than what was asked for. */
  function retry() {
    input.focus();
    return input.value.trim() === wish.near ? restore() : submit();
  }

  /** Lists who fits `next`, which then stands in the address; promises whether there is a list now. */
  function go(next, { replace = false } = {}) {
    wish = next;
    const query = write(wish);
    const to = location.pathname + query;
    if (query !== location.search) history[replace ? "replaceState" : "pushState"](null, "", to);
    return search(0);
  }

  /** Lists somebody more than the `shown` people, if there is anybody. */
  async function search(shown) {
    const mine = ++turn;
    const asked = { ...wish, place: wish.me ? here : wish.place };
    if (!asked.place && !asked.language && !asked.features.length) return nothing();
    const answer = await attempt(() => people(finder, asked, shown));
    if (mine !== turn || !answer) return false;
    status.quiet(list.draw(asked, answer));
    filters.foretell(answer);
    if (!answer.people.some(isInReach)) loosen(asked, mine);
    return true;
  }

  async function loosen(asked, mine) {
    const ways = (await attempt(() => looser(finder, asked, index.people.count, isInReach))) ?? [];
    if (mine !== turn) return;
    list.offer(ways.map(({ dropped, language, features }) => [filters.label(dropped), () => refilter({ language, features })]));
  }

  async function refilter(value) {
    filters.set(value);
    if (await go({ ...wish, ...filters.value() }, { replace: true })) list.show();
    else input.focus();
  }

  function nothing() {
    list.clear();
    filters.foretell(null);
    status.quiet("");
    if (wish.me) status.say("tap");
    return false;
  }

  // Places -----------------------------------------------------------------------------------------------------------------

  async function choose({ kind, name, id, lat, lon, country }) {
    if (kind === "person") return location.assign(address(`instructors/${id}/`));
    if (kind === "names") return chooseName(name);
    input.value = name;
    if (await go({ ...wish, near: name, me: false, place: { lat, lon, country } })) list.show();
  }

  async function chooseName(text) {
    const people = await attempt(() => finder.called(text));
    if (!people || text !== input.value.trim()) return;
    if (people.length) ask(people);
    else status.say("nobody", { text });
  }

  async function submit() {
    const text = input.value.trim();
    box.close();
    if (!text) return empty();
    if (text === wish.near && wish.place) return (await search(0)) && list.show();
    const answers = await suggest(text);
    if (!answers || text !== input.value.trim()) return;
    const isName = answers[0]?.kind === "person" && answers[1]?.kind === "person";
    if (!answers.length) status.say(text.length < 3 ? "short" : "unknown", { text });
    else if (isName) ask(answers);
    else choose(answers[0]);
  }

  /** Which of two people is meant, only the reader knows. */
  function ask(answers) {
    input.focus();
    box.offer(answers);
  }

  async function empty() {
    if (await go({ ...wish, ...NO_PLACE })) return list.show();
    status.say("empty");
    input.focus();
  }

  async function nearMe() {
    const mine = ++turn;
    again.hidden = true;
    status.quiet();
    try {
      here = await status.wait(position(), "position");
    } catch ({ name }) {
      status.say(name);
      return input.focus();
    }
    if (mine !== turn) return; // meanwhile the reader asked for a town
    input.value = "";
    if (await go({ ...wish, ...NO_PLACE, me: true })) list.show();
  }

  // The address ------------------------------------------------------------------------------------------------------------

  /** Lists what the address asks for: it was sent by somebody, or the reader came back to it. */
  async function restore() {
    const asked = read(location.search);
    filters.set(asked);
    wish = { ...asked, ...filters.value() };
    input.value = asked.near;
    if (!asked.near || asked.place) return search(history.state?.shown ?? 0);
    const [town] = (await suggest(asked.near, { names: false })) ?? [];
    if (!town) return again.hidden && status.say("unknown", { text: asked.near });
    const { name, lat, lon, country } = town;
    input.value = name;
    return go({ ...wish, near: name, place: { lat, lon, country } }, { replace: true });
  }

  /** A link to a list opens at the list, unless the reader is busy, or comes back to where they were. */
  async function open() {
    const [visit] = performance.getEntriesByType("navigation");
    const isBack = visit && visit.type !== "navigate";
    const isListed = await restore();
    if (isListed && !isBack && document.activeElement === document.body) list.show();
  }

  async function more() {
    const shown = list.count();
    if (!(await search(shown))) return;
    history.replaceState({ shown }, "");
    list.focus(shown);
  }

  input.addEventListener("input", () => status.quiet());
  part("form").addEventListener("submit", (event) => { event.preventDefault(); submit(); });
  part("me").addEventListener("click", nearMe);
  part("more").addEventListener("click", more);
  part("drop").addEventListener("click", () => refilter({ language: "", features: [] }));
  part("close").addEventListener("click", () => { part("filters").open = false; if (!list.show()) input.focus(); });
  addEventListener("popstate", () => { if (location.search !== write(wish)) restore(); });
  if (location.search) open();
  else if (input.value) input.dispatchEvent(new Event("input")); // typed before this was here
}
