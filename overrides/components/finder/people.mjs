// Whom to show for what is asked. A list only grows: nobody is put before a person who was shown already.
const STEP = 12;

/** { people, more }: more people than `shown`, if there are any; `more` tells whether others may follow. */
export async function people(finder, { place, language, features }, shown) {
  const filters = { language, features };
  const wanted = shown + STEP;
  if (place) return nearest(finder, place, filters, wanted, shown);
  const found = await finder.everyone(filters, { wanted });
  return { people: found.people, more: !found.complete };
}

/** The engine stops early when somebody is found; people beyond its `radius` may have others before them, and wait. */
async function nearest(finder, place, filters, wanted, shown) {
  for (let most = 2; ; most *= 2) {
    const found = await finder.nearest(place, filters, { wanted, most });
    const sure = found.people.filter(({ km }) => km === null || km <= found.radius);
    const all = found.radius === Infinity;
    const more = !all || (found.people.length >= wanted && !found.complete);
    if (all || sure.filter(({ km }) => km !== null).length > shown) return { people: sure, more };
  }
}
