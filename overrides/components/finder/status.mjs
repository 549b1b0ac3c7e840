// The line that says what happens. Its sentences are data of the element: `data-wait`, `data-offline` and so on.
import { fill } from "./words.mjs";

const PATIENCE = 300; // milliseconds until a wait is worth a word

export function statusLine(element) {
  let rest = ""; // what holds when there is no message; it stands elsewhere too, so it is only heard
  let message = "";
  let waiting = 0;

  function show(text) {
    element.classList.toggle("visually-hidden", text === rest);
    if (element.textContent !== text) element.textContent = text; // what is said again would be heard again
  }

  const settled = () => { if (!waiting) show(message || rest); };

  function say(name, values) {
    message = fill(element.dataset[name], values);
    settled();
  }

  /** Takes the message back. */
  function quiet(text = rest) {
    [rest, message] = [text, ""];
    settled();
  }

  /** The outcome of `promise`; if it takes long, the line says `name` meanwhile. */
  async function wait(promise, name = "wait") {
    const timer = setTimeout(() => show(element.dataset[name]), PATIENCE);
    waiting += 1;
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      waiting -= 1;
      settled();
    }
  }

  return { say, quiet, wait };
}
