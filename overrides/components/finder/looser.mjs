// Which filter stands in the way, when several together leave nobody in reach.
import { people } from "./people.mjs";

const FEW = 2_000; // people, whose data was fetched by the first search for the most part

/** `[{ language, features, dropped }]`: what to ask for instead, each with one filter less and somebody whom `isGood`. */
export async function looser(finder, asked, count, isGood) {
  const { language, features } = asked;
  if (count > FEW || features.length + (language ? 1 : 0) < 2) return [];
  const ways = features.map((dropped) => ({ language, features: features.filter((one) => one !== dropped), dropped }));
  if (language) ways.unshift({ language: "", features, dropped: language });
  const found = await Promise.all(ways.map((way) => people(finder, { ...asked, ...way }, 0)));
  return ways.filter((_, number) => found[number].people.some(isGood));
}
