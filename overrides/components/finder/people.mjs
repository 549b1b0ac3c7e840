// Whom to show for what is asked. A list only grows: nobody is put before a person who was shown already.
const STEP = 12;
const ENOUGH = 2; // pieces of data to read for a list, as long as they answer the question

export const FAR_KM = 50; // farther than a parent goes with a baby once a week

/**
 * { people, more, far }: more people than `shown`, if there are any; `more` tells whether others may follow. If `far`,
 * nobody is in reach, and the people are some of those who are farther away.
 */
export async function people(finder, { place, language, features }, shown) {
  const filters = { language, features };
  const wanted = shown + STEP;
  if (place) return nearest(finder, place, filters, wanted, shown);
  const found = await finder.everyone(filters, { wanted });
  return { people: found.people, more: !found.complete, far: false };
}

/**
 * The engine stops early when somebody is found; people beyond its `radius` may have others before them, and wait.
 * Where it is known that all are out of reach, it does not matter who of them is the nearest.
 */
async function nearest(finder, place, filters, wanted, shown) {
  for (let most = ENOUGH; ; most += 1) {
    const found = await finder.nearest(place, filters, { wanted, most });
    const sure = found.people.filter(({ km }) => km === null || km <= found.radius);
    const all = found.radius === Infinity;
    const more = !all || (found.people.length >= wanted && !found.complete);
    if (all || sure.filter(({ km }) => km !== null).length > shown) return { people: sure, more, far: false };
    if (!shown && found.radius >= FAR_KM) return { people: found.people, more: false, far: true };
  }
}
