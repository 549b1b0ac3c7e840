// What counts of a text in a search. The twin of scripts/directory/outputs/finder/keys.py; a test compares them.
const MARKS = /\p{M}+/gu;
const LETTERS = {
  ß: "ss", æ: "ae", œ: "oe", ø: "o", đ: "d", ð: "d", þ: "th", ł: "l", ı: "i", ŋ: "n", ħ: "h", ŧ: "t", ə: "e", ɓ: "b",
  ɗ: "d", ƙ: "k", ς: "σ", ی: "ي", ى: "ي", ک: "ك", ة: "ه",
}; // letters that Unicode does not take apart, and Persian letters as Arabic ones
const SPECIAL = new RegExp(`[${Object.keys(LETTERS).join("")}]`, "g");
const BETWEEN = /(?:[^\p{L}\p{N}]|[\u02b9-\u02ff])+/gu; // Unicode counts some apostrophes as letters
const PLAIN = /^[ -~]*$/;
const PLAIN_BETWEEN = /[^a-z0-9]+/g;
const SAINT = /(^| )st(e?)(?= .)/g;
const ARTICLE = /^(?:les?|l[ao]s?|el|il|gli?|[lsoai]|the|den|de[rs]?|die|das|het|a[lnstdr]|ash|os) (?=.{3})/;
const INNER_APOSTROPHES = /(\p{L})['’ʻʼ‘`´](?=\p{L})/gu;

/** `Nürnberg`, `NURNBERG` and `nurnberg` have one key, and so have `St. Gallen` and `st gallen`. */
export function key(text) {
  const small = text.toLowerCase();
  const plain = (PLAIN.test(small) ? small.replace(PLAIN_BETWEEN, " ") : bare(small)).trim();
  return plain.includes("st") ? plain.replace(SAINT, "$1saint$2") : plain;
}

function bare(small) {
  const letters = small.normalize("NFKD").toLowerCase().replace(MARKS, "");
  return letters.replace(SPECIAL, (letter) => LETTERS[letter]).replace(BETWEEN, " ");
}

/** `le havre` → havre. */
export const withoutArticle = (typed) => typed.replace(ARTICLE, "");

/** `O'Connor` → OConnor. */
export const withoutApostrophes = (text) => text.replace(INNER_APOSTROPHES, "$1");

/** `sw1a 1aa` → SW1A1AA. */
export const compact = (text) => text.toUpperCase().normalize("NFKD").replace(/[^A-Z0-9]+/g, "");

const WHOLE_WORDS = /[\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\ud840-\ud888]/;

/** Whether a text is long enough to look for: three signs, or one where a sign is a syllable or a word. */
export const isTelling = (text) => [...text.trim()].length >= (WHOLE_WORDS.test(text.normalize("NFKD")) ? 1 : 3);

export const reversed = (text) => [...text].reverse().join("");

/** `paris` → psari. */
export const byBothEnds = ([first, ...others]) => [first, others.pop(), ...others].join("");
