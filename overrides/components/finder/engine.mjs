// Towns, post code areas and people by name, and who teaches near a place. Works on small pieces of data that are
// fetched when they are needed (scripts/directory/outputs/finder/ makes them). Every decision is made on the device:
// of a place no more leaves it than which pieces around it are read.
import {
  answer, areasOf, areFeeble, isWhole, namesCalled, ordered, peopleAlmostCalled, peopleCalled, townsAlmostCalled,
  townsCalled, withSlips,
} from "./fitting.mjs";
import { kmBetween, kmToBox } from "./globe.mjs";
import { byBothEnds, compact, isTelling, key, reversed } from "./keys.mjs";
import { split, tilesOf, wish } from "./tiles.mjs";

const SHORT = 7; // letters of a name whose middle is near to both its ends
const SLACK_KM = 1e-6; // two ways to work out a distance differ in the last digits

export { key };

/** A finder over the pieces below `base`. `home` is the country whose towns come first, `today` like 2026-11-24. */
export function connect({ base, index, home = "", today, fetchJson = fetched }) {
  const pieces = new Map();

  /** A piece, its rows as objects, fetched once; a piece that failed is tried again the next time. */
  function piece(path) {
    if (!pieces.has(path)) {
      const coming = fetchJson(new URL(path, base).href).then(withObjects);
      coming.catch(() => pieces.delete(path));
      pieces.set(path, coming);
    }
    return pieces.get(path);
  }

  const rows = async (path) => (await piece(path)).rows;

  /** What `text` may mean, the best first; without `names` only towns and post codes. */
  async function suggest(text, { limit = 8, names = true } = {}) {
    const typed = key(text);
    const found = /\p{N}/u.test(typed) ? await areas(text, typed) : [];
    if (found.length || !typed || !isTelling(text)) return found.slice(0, limit).map(answer);
    const held = await piece(`${index.towns.path}${at(index.towns.cuts, typed)}.json`);
    const towns = townsCalled(held.rows, typed, home);
    if (!towns.some(isWhole)) return (await withPeople(typed, towns, held, names, limit)).slice(0, limit).map(answer);
    return names ? [...towns.slice(0, limit - 1).map(answer), namesCalled(text)] : towns.slice(0, limit).map(answer);
  }

  /** People are looked for where no town is called so, and slips where nothing better is found: each is a piece more. */
  async function withPeople(typed, towns, held, names, limit) {
    const words = typed.split(" ");
    const rows = names ? await peopleUnder(words) : [];
    const people = peopleCalled(rows, words);
    if (people.length || !areFeeble(towns)) return ordered(towns, people, limit);
    const slips = withSlips(towns, await almostCalled(typed, held));
    const almost = peopleAlmostCalled(rows, words);
    if (slips.length || almost.length || !names || words.length < 2) return ordered(slips, almost, limit);
    return peopleByAnother(words);
  }

  /** The longest word led to nobody: it may be that of a town, or mistyped. */
  async function peopleByAnother(words) {
    const rows = await peopleUnder(words, 1);
    const people = peopleCalled(rows, words);
    return people.length ? people : peopleAlmostCalled(rows, words);
  }

  /** People who are called `text`, which may be the name of a town as well. */
  async function called(text, { limit = 8 } = {}) {
    const words = key(text).split(" ");
    return peopleCalled(await peopleUnder(words), words).slice(0, limit).map(answer);
  }

  /** One typo spoils either the beginning or the end of a name; of a short name it may spoil both, but not its ends. */
  async function almostCalled(typed, { rows: held, ends, middles }) {
    const { path } = index.towns;
    const others = [rows(`${path}end-${at(ends, reversed(typed))}.json`)];
    if (typed.length <= SHORT) others.push(rows(`${path}middle-${at(middles, byBothEnds(typed))}.json`));
    return townsAlmostCalled([held, ...(await Promise.all(others))].flat(), typed, home);
  }

  /** Those who may be called so. People stand under each word of their name, and the longest leads to the fewest. */
  async function peopleUnder(words, rank = 0) {
    const places = [...words.keys()].sort((a, b) => words[b].length - words[a].length);
    const place = places[rank];
    const number = at(index.names.cuts, [...words.slice(place), ...words.slice(0, place)].join(" "));
    return number < 0 ? [] : rows(`${index.names.path}${split(index.names.hashes)[number]}.json`);
  }

  async function areas(text, typed) {
    const withDigits = compact(text.split(/\s+/).filter((word) => /\p{N}/u.test(word)).join(""));
    for (const code of new Set([compact(text), ...(withDigits.length > 2 ? [withDigits] : [])])) {
      const found = areasOf(await areaPieces(code), code, typed, home);
      if (found.length) return found;
    }
    return [];
  }

  function areaPieces(code) {
    const { path, cuts } = index.postcodes;
    const numbers = [...code].map((_, place) => at(cuts, code.slice(0, place + 1))).filter((number) => number >= 0);
    return Promise.all([...new Set(numbers)].map((number) => piece(`${path}${number}.json`)));
  }

  /** The nearest people of whom every filter is true. Once somebody is found, no more than `most` tiles are read. */
  async function nearest(place, filters = {}, { wanted = 12, most = 2 } = {}) {
    const wants = wish(index.people, filters, today);
    const tiles = tilesOf(index.people.tiles).filter(wants.mayHold);
    const ways = tiles.map(({ name, ...box }) => ({ name, km: kmToBox(place, box) })).sort((a, b) => a.km - b.km);
    const found = [];
    let unread = Infinity; // kilometres to the nearest tile that was not read
    for (const [read, { name, km }] of ways.entries()) {
      if (found[wanted - 1]?.km <= km + SLACK_KM || (read >= most && found.length)) { unread = km; break; }
      found.push(...(await peopleIn(name, wants)).map((row) => wants.shown(row, kmBetween(place, row))));
      found.sort((a, b) => a.km - b.km);
    }
    const { here, elsewhere } = await unplaced(place.country, wants, found.length < wanted);
    const people = [...found, ...here].slice(0, wanted);
    const complete = unread === Infinity && !elsewhere && people.length === found.length + here.length;
    return { people, complete, radius: found.length > wanted ? Math.min(unread, found[wanted - 1].km) : unread };
  }

  /** Those whose town nobody could place: who is `here`, in the country, and whether somebody may fit `elsewhere`. */
  async function unplaced(country, wants, isRoom) {
    const tiles = tilesOf(index.people.unplaced).filter(wants.mayHold);
    const near = isRoom ? tiles.filter(({ countries }) => countries.includes(country)) : [];
    const people = (await Promise.all(near.map(({ name }) => peopleIn(name, wants)))).flat();
    const here = people.filter((row) => row.country === country).map((row) => wants.shown(row, null));
    return { here, elsewhere: tiles.length > near.length || people.length > here.length };
  }

  /** Everyone of whom every filter is true, wherever they are. */
  async function everyone(filters = {}, { wanted = 12 } = {}) {
    const wants = wish(index.people, filters, today);
    const tiles = [index.people.tiles, index.people.unplaced].flatMap(tilesOf).filter(wants.mayHold);
    const found = [];
    for (const { name } of tiles) {
      if (found.length > wanted) break;
      found.push(...(await peopleIn(name, wants)).map((row) => wants.shown(row, null)));
    }
    return { people: found.slice(0, wanted), complete: found.length <= wanted, radius: 0 };
  }

  const peopleIn = async (name, wants) => (await rows(`${index.people.path}${name}.json`)).filter(wants.isMet);

  return { suggest, called, nearest, everyone };
}

// Pieces ---------------------------------------------------------------------------------------------------------------

/** Throws an Error called "Gone" when the site was renewed after the page had been loaded, else one called "Offline". */
async function fetched(address) {
  let response;
  try {
    response = await fetch(address);
    if (response.ok) return await response.json();
  } catch (cause) {
    throw failure("Offline", address, cause);
  }
  throw failure(response.status === 404 ? "Gone" : "Offline", address);
}

const failure = (name, address, cause) => Object.assign(new Error(address, { cause }), { name });

function withObjects({ columns, rows, ...more }) {
  const named = (row) => {
    const one = {};
    columns.forEach((column, place) => { one[column] = row[place]; });
    return one;
  };
  return { ...more, rows: rows.map(named) };
}

/** The number of the piece that holds `text`: the last one that does not begin behind it; -1 when there is none. */
function at(cuts, text) {
  let low = 0;
  let high = cuts.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (cuts[middle] <= text) low = middle + 1;
    else high = middle;
  }
  return low - 1;
}
