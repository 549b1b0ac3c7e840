// People in tiles: which tiles may hold somebody who fits, who fits, and what is shown of them.
const CLASS_BITS = { evening: 1, weekend: 2 };
const FULL = 8;

/** Names of files, eight digits after eight digits. */
export const split = (hashes) => hashes.match(/.{8}/g) ?? [];

/** The tiles of the index, which has a list for each of their properties. */
export function tilesOf({ hashes, ...columns }) {
  return split(hashes).map((name, place) => {
    const own = Object.entries(columns).map(([column, values]) => [column, values[place]]);
    return { name, ...Object.fromEntries(own) };
  });
}

/** What is asked for, as tests: may somebody in a tile fit, and does a person? `today` is like 2026-11-24. */
export function wish(people, { language = "", features = [] }, today) {
  const speaks = (tag) => !language || tag === language || tag.startsWith(`${language}-`);
  const spoken = people.languages.flatMap((tag, number) => (speaks(tag) ? [number] : []));
  const mask = features.reduce((bits, name) => bits | bitOf(people.features, name), 0);
  const hasBits = (one) => (one.features & mask) === mask;
  const hasClasses = (row) => features.every((name) => !CLASS_BITS[name] || teaches(row, name, today));
  const hasSpeaker = (tile) => spoken.some((number) => (featuresOfSpeakers(tile, number) & mask) === mask);
  return {
    mayHold: (tile) => hasBits(tile) && (!language || hasSpeaker(tile)),
    isMet: (row) => hasBits(row) && row.languages.split(" ").some(speaks) && hasClasses(row),
    shown: (row, km) => shown(row, km, people.features, features, today),
  };
}

/** The bit of a feature; one that nobody has is a bit that nobody has. */
const bitOf = (features, name) => (features.includes(name) ? 1 << features.indexOf(name) : 1 << 30);

/** The features of those in a tile who speak a language. */
function featuresOfSpeakers(tile, number) {
  if (!holds(tile.languages, number)) return 0;
  let place = 0;
  for (let before = 0; before < number; before += 1) place += holds(tile.languages, before);
  return tile.spoken[place];
}

/** Bits, four to a hexadecimal digit, the first of them last. */
const holds = (digits, number) => (parseInt(digits[digits.length - 1 - (number >> 2)] ?? "0", 16) >> (number & 3)) & 1;

/** Whether a class at such a time is not over; the data may be older than the day on which it is read. */
function teaches({ classes }, name, today) {
  return classes.some(([, end, bits]) => bits & CLASS_BITS[name] && end.slice(0, 10) >= today);
}

function shown(row, km, names, asked, today) {
  const { id, name, town, country, good_until: until } = row;
  const languages = row.languages.split(" ");
  const features = names.filter((one, bit) => (CLASS_BITS[one] ? teaches(row, one, today) : (row.features >> bit) & 1));
  const next = nextClass(row.classes, asked, today);
  return { id, name, town, country, km, languages, features, next, doubtful: until < today };
}

/** When the next class begins that one can still join; of the kind that is asked for. */
function nextClass(classes, asked, today) {
  const kinds = asked.reduce((bits, name) => bits | (CLASS_BITS[name] ?? 0), 0);
  const isOpen = ([start, , bits]) => start.slice(0, 10) >= today && !(bits & FULL);
  const open = classes.filter((one) => isOpen(one) && (!kinds || one[2] & kinds));
  return open.map(([start]) => start).sort()[0] ?? "";
}
