// How well towns, people and post code areas fit what is typed. A fit has a tier, and within it a rank.
import { compact, key, withoutApostrophes, withoutArticle } from "./keys.mjs";
import { kmBetween } from "./globe.mjs";
import { typos } from "./typos.mjs";

const EXACT = 0;
const START = 1;
const TYPO = 2;
const NONE = 3;
const HOME = 10; // how many times more likely a town of the reader's own country is meant
const PART = 4; // how many times less likely a name of which only the first words are typed: "newcastle"
const SAME_PLACE_KM = 15;
const MOST_PEOPLE = 3; // among towns

const FEEBLE = 100; // thousands of inhabitants below which a town of another beginning may be meant
const SLIP = 20; // how many times less likely a slip is than a name of which the beginning is typed

const isGood = ({ tier }) => tier < TYPO;

/** Whether a town is called just so. */
export const isWhole = ({ tier, isPart }) => tier === EXACT && !isPart;

// Towns ----------------------------------------------------------------------------------------------------------------

/** Towns with a spelling that begins with `typed`, the best first. */
export function townsCalled(rows, typed, home) {
  const words = `${typed} `;
  const found = rows.map((row) => {
    const keys = keysOf(row);
    if (keys.includes(typed)) return town(row, EXACT, 0, score(row, home));
    if (keys.some((one) => one.startsWith(words))) return town(row, EXACT, 0, score(row, home) / PART, true);
    return keys.some((one) => one.startsWith(typed)) ? town(row, START, 0, score(row, home)) : null;
  });
  return withoutDistricts(bestOfEach(found));
}

/** Towns with a spelling that is one typo from `typed`, or two when that is long. */
export function townsAlmostCalled(rows, typed, home) {
  const allowed = typed.length > 8 ? 2 : typed.length > 3 ? 1 : 0;
  const found = rows.map((row) => {
    const edits = Math.min(...keysOf(row).map((one) => typos(typed, one, allowed)));
    return edits > allowed ? null : town(row, TYPO, edits, score(row, home));
  });
  return bestOfEach(found);
}

/** Whether the towns that begin so are small: "peth" may be Perth, though there is a Pethāpur. */
export const areFeeble = (towns) => towns.every(({ rank }) => rank < FEEBLE);

/** Those that begin so, with those of which one letter is wrong, the likelier first. */
export function withSlips(towns, almost) {
  const chance = ({ tier, edits, rank }) => (tier === TYPO ? rank / SLIP ** edits : rank);
  const known = new Set(towns.map(({ identity }) => identity));
  const others = almost.filter(({ identity }) => !known.has(identity));
  return [...towns, ...others].sort((a, b) => chance(b) - chance(a));
}

function keysOf(row) {
  if (!row.keys) {
    const whole = key(row.spelling);
    row.keys = [...new Set([whole, withoutArticle(whole)])];
  }
  return row.keys;
}

/** Of two spellings of a town that fit alike, its main name goes first. */
const score = ({ country, weight, name }, home) => (weight + (name ? 0 : 0.1)) * (country === home ? HOME : 1);

function town({ spelling, name, near, country, lat, lon }, tier, edits, rank, isPart = false) {
  const identity = `${country} ${name || spelling} ${lat} ${lon}`;
  const shown = { kind: "town", name: name || spelling, matched: name && spelling, near, country, lat, lon, id: "" };
  return { ...shown, tier, edits, rank, isPart, identity };
}

/** "Zürich (Kreis 11)" is no help to somebody who typed the name of the whole town. */
function withoutDistricts(towns) {
  const whole = towns.filter(isWhole);
  return towns.filter((one) => isWhole(one) || !whole.some((other) => kmBetween(one, other) < SAME_PLACE_KM));
}

// People ---------------------------------------------------------------------------------------------------------------

/** People whose name has every typed word, in any order; a word may also be of their town. */
export const peopleCalled = (rows, words) => peopleWith(rows, words, fit);

/** Likewise, with at most one typo in a word. */
export const peopleAlmostCalled = (rows, words) => peopleWith(rows, words, almostFit);

function peopleWith(rows, words, fit) {
  const found = rows.map((row) => {
    const { name, town: place } = wordsOf(row);
    const own = words.map((word) => fit(word, name));
    const tier = Math.max(...own.map((one, number) => Math.min(one, fit(words[number], place))));
    return tier === NONE || Math.min(...own) === NONE ? null : person(row, tier);
  });
  return bestOfEach(found);
}

const placesInWords = new Map();

/** Remembered: most people share a town with others. */
function placeWords(town) {
  if (!placesInWords.has(town)) placesInWords.set(town, key(town).split(" "));
  return placesInWords.get(town);
}

function wordsOf(row) {
  if (!row.words) {
    const place = placeWords(row.town);
    const joined = withoutApostrophes(row.name);
    const names = joined === row.name ? key(row.name) : `${key(row.name)} ${key(joined)}`;
    const latin = row.id.split("-").filter((word) => !place.includes(word));
    row.words = { town: place, name: [...names.split(" "), ...latin] };
  }
  return row.words;
}

function fit(word, words) {
  if (words.includes(word)) return EXACT;
  return words.some((one) => one.startsWith(word)) ? START : NONE;
}

function almostFit(word, words) {
  const found = fit(word, words);
  return found === NONE && word.length > 3 && words.some((one) => typos(word, one, 1) <= 1) ? TYPO : found;
}

function person({ name, town: near, country, id }, tier) {
  const shown = { kind: "person", name, matched: "", near, country, lat: null, lon: null, id };
  return { ...shown, tier, edits: 0, rank: 0, identity: id };
}

/** A person goes before towns where no town is as good; among good towns some places are kept for people. */
export function ordered(towns, people, limit) {
  const few = Math.min(people.length, MOST_PEOPLE);
  const townsFirst = towns.some(isGood) || !people.some(isGood);
  return townsFirst ? [...towns.slice(0, limit - few), ...people] : [...people, ...towns];
}

// Post codes -----------------------------------------------------------------------------------------------------------

/** In each country the smallest area that `code` lies in, or those it begins; `typed` may name the town as well. */
export function areasOf(parts, code, typed, home) {
  if (!code || !parts.length) return [];
  const [{ patterns, countries }] = parts;
  const districts = new Map(patterns.flatMap(([pattern, codes]) => {
    const district = new RegExp(pattern).exec(code)?.[1] ?? "";
    return codes.split(" ").map((country) => [country, district]);
  }));
  const order = [home, ...countries.split(" ")].reverse(); // where more people are listed is more likely
  const found = parts.flatMap(({ rows }) => rows).map((row) => {
    const tier = areaTier(row.area, code, districts.get(row.country) ?? code);
    if (tier === NONE) return null;
    const isNamed = row.town && ` ${typed} `.includes(` ${key(row.town)} `);
    return area(row, tier, order.lastIndexOf(row.country) + (isNamed ? order.length : 0) + row.area.length / 100);
  });
  return bestOfEach(found);
}

/** `district` is what of a whole code tells where it is; empty when the country has no such codes. */
function areaTier(name, code, district) {
  if (district.startsWith(name)) return EXACT;
  return name.startsWith(code) ? START : NONE;
}

function area({ area: name, country, town: near, lat, lon }, tier, rank) {
  const shown = { kind: "postcode", name, matched: "", near, country, lat, lon, id: "" };
  return { ...shown, tier, edits: 0, rank, identity: tier === EXACT ? country : `${country} ${name}` };
}

/** An offer to look for `text` among the names of people. */
export const namesCalled = (text) =>
  answer({ kind: "names", name: text.trim(), matched: "", near: "", country: "", lat: null, lon: null, id: "" });

// Ranks ----------------------------------------------------------------------------------------------------------------

const byRank = (a, b) => a.tier - b.tier || a.edits - b.edits || b.rank - a.rank;

/** Each thing once, by its best fit, the best first. */
function bestOfEach(found) {
  const kept = new Map();
  for (const one of found.filter(Boolean).sort(byRank)) if (!kept.has(one.identity)) kept.set(one.identity, one);
  return [...kept.values()];
}

/** What a page is told of a fit. */
export const answer = ({ kind, name, matched, near, country, lat, lon, id, tier }) =>
  ({ kind, name, matched, near, country, lat, lon, id, exact: tier === EXACT });
