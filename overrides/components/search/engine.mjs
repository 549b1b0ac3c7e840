// Asks Material's search worker and lists what it finds. Message types: 0 set up, 1 ready, 2 query, 3 result.
const LIMIT = 12;
let connected = false;

export function connect(dialog) {
  if (connected) return;
  connected = true;
  const input = dialog.querySelector(".search__query");
  const status = dialog.querySelector(".search__count");
  const list = dialog.querySelector(".search__results");
  const say = (key, count) => { status.textContent = status.dataset[key].replace("#", count); };
  const worker = new Worker(dialog.dataset.worker);
  let ready = false;
  let waiting = 0; // questions without an answer
  let entered = false; // Enter was pressed before the answer to what is typed

  const ask = () => {
    const query = expand(input.value, dialog.dataset.common.split(" "));
    if (!ready) return;
    if (query) {
      waiting += 1;
      worker.postMessage({ type: 2, data: query });
    } else { list.replaceChildren(); status.textContent = ""; }
  };
  worker.addEventListener("message", ({ data }) => {
    if (data.type === 1) { ready = true; status.textContent = ""; ask(); }
    if (data.type === 3) {
      waiting -= 1;
      show(data.data.items);
      if (entered && !waiting) goToFirst();
    }
  });
  const fail = () => { connected = false; say("broken"); };
  worker.addEventListener("error", fail);
  const goToFirst = () => { entered = false; list.querySelector("a")?.click(); };
  input.addEventListener("input", () => { entered = false; ask(); });
  input.addEventListener("keydown", (event) => {
    if (event.key !== "Enter") return;
    event.preventDefault();
    if (ready && !waiting) goToFirst();
    else entered = true;
  });
  dialog.addEventListener("click", (event) => {
    if (event.target === dialog || event.target.closest(".search__result a")) dialog.close();
  });

  function show(items) {
    if (!input.value.trim()) return;
    const found = items.map((group) => ({ page: group.find((entry) => !isSection(entry)), best: bestOf(group) }));
    list.replaceChildren(...found.slice(0, LIMIT).map((item) => result(item, dialog.dataset.root)));
    say(found.length === 0 ? "none" : found.length === 1 ? "one" : "many", found.length);
  }

  say("wait");
  fetch(dialog.dataset.index)
    .then((response) => (response.ok ? response.json() : Promise.reject(response.status)))
    .then((index) => worker.postMessage({ type: 0, data: { ...index, options: {} } }))
    .catch(fail);
}

// The engine's own query language is not for parents: each word counts as written, as a beginning and with one typo.
// Words that stand on every page count only when there are no others.
function expand(text, common) {
  const all = text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const telling = all.filter((word) => !common.includes(word));
  return (telling.length ? telling : all).map((word) => (word.length > 4 ? `${word}^8 ${word}*^4 ${word}~1` : word.length > 1 ? `${word}^8 ${word}*^4` : `${word}*`)).join(" ");
}

const isSection = (entry) => entry.location.includes("#");

// A section whose heading holds the word is a better answer than the page around it. The engine marks what it found.
const bestOf = (group) => group.find((entry) => isSection(entry) && entry.title.includes("<mark")) ?? group[0];

function result({ page, best }, root) {
  const item = element("li", "search__result");
  const link = element("a", "");
  link.href = `${root.replace(/\/?$/, "/")}${best.location}`;
  link.append(element("span", "search__result-title", plain(best.title)));
  if (page && page !== best) link.append(element("span", "search__result-page", plain(page.title)));
  link.append(element("span", "search__result-text", plain(best.text).slice(0, 160)));
  item.append(link);
  return item;
}

function element(name, className, text = "") {
  const made = document.createElement(name);
  if (className) made.className = className;
  made.textContent = text;
  return made;
}

// Titles and texts of the index are HTML; only their words are shown.
const plain = (html) => new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
