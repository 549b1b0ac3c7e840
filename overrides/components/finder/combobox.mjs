// A text box with suggestions, as the ARIA Authoring Practices describe it: the focus stays in the box, arrows walk through
// the list, and nothing is taken before the reader takes it.
const PAUSE = 120; // milliseconds without a key before the list is asked
const BAR = 80; // pixels
const HEARD_AFTER = 800; // milliseconds; a number at every letter would drown the letters

/**
 * `ask(text)` promises answers, or null when it could not ask; `draw(answer)` makes the element of one;
 * `choose(answer)` takes it; `status` says how many there are to those who do not see them.
 */
export function combobox(input, list, { ask, draw, choose, status }) {
  let answers = [];
  let active = -1;
  let turn = 0; // an answer to what was typed before is not shown
  let typed;
  let heard;

  async function renew() {
    const mine = ++turn;
    const found = await ask(input.value);
    if (mine !== turn || !found) return;
    if (input.value.trim() && document.activeElement === input) offer(found);
    else close();
  }

  function offer(found) {
    answers = found;
    list.replaceChildren(...found.map(item));
    list.hidden = !found.length;
    input.setAttribute("aria-expanded", String(!list.hidden));
    mark(-1);
    tell(found.length);
    makeRoom();
  }

  function item(answer, number) {
    const drawn = draw(answer);
    drawn.id = `${list.id}-${number}`;
    drawn.setAttribute("aria-selected", "false");
    drawn.addEventListener("click", () => take(number));
    return drawn;
  }

  function tell(count) {
    clearTimeout(heard);
    heard = setTimeout(() => (count ? status.say(count === 1 ? "one" : "many", { count }) : status.quiet()), HEARD_AFTER);
  }

  /** On a phone the keyboard covers half of the page, and without it the bar of quick links covers the lower edge. */
  function makeRoom() {
    const seen = (window.visualViewport?.height ?? innerHeight) - BAR;
    const isCovered = list.getBoundingClientRect().bottom > seen;
    if (isCovered && matchMedia("(pointer: coarse)").matches) input.scrollIntoView({ block: "start" });
  }

  function mark(number) {
    active = number;
    [...list.children].forEach((one, at) => one.setAttribute("aria-selected", String(at === active)));
    const chosen = list.children[active];
    if (chosen) input.setAttribute("aria-activedescendant", chosen.id);
    else input.removeAttribute("aria-activedescendant");
    chosen?.scrollIntoView({ block: "nearest" });
  }

  function close() {
    turn += 1;
    clearTimeout(typed);
    if (list.hidden) return;
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    mark(-1);
    tell(0);
  }

  function take(number) {
    const answer = answers[number];
    close();
    choose(answer);
  }

  function walk(step) {
    if (list.hidden) return renew();
    const stops = answers.length + 1; // beside the answers, the text itself
    return mark(((active + 1 + step + stops) % stops) - 1);
  }

  const keys = {
    ArrowDown: () => walk(1),
    ArrowUp: () => walk(-1),
    Enter: () => take(active),
    Escape: () => { if (list.hidden) input.value = ""; else close(); },
  };
  function press(event) {
    const isComposing = event.isComposing || event.keyCode === 229; // Safari ends a composition with such a key
    if (isComposing || (event.key === "Enter" && active < 0)) return; // Enter alone sends the form
    if (event.key === "Home" || event.key === "End") mark(-1);
    if (!keys[event.key]) return;
    event.preventDefault();
    keys[event.key]();
  }

  input.addEventListener("keydown", press);
  input.addEventListener("input", () => { clearTimeout(typed); typed = setTimeout(renew, PAUSE); });
  input.addEventListener("blur", close);
  list.addEventListener("pointerdown", (event) => event.preventDefault()); // the focus stays in the box

  return { offer, close };
}
