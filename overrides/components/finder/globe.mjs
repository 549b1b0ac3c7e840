// Distances on a sphere, in kilometres; places are degrees north and east.
const EARTH_KM = 6371.0088;
const radians = (degrees) => (degrees * Math.PI) / 180;
const within = (value, low, high) => Math.min(Math.max(value, low), high);

export function kmBetween(a, b) {
  const [up, across] = [radians(b.lat - a.lat) / 2, radians(b.lon - a.lon) / 2];
  const chord = Math.sin(up) ** 2 + Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(across) ** 2;
  return 2 * EARTH_KM * Math.asin(Math.min(1, Math.sqrt(chord)));
}

/** The least distance to a box of latitudes and longitudes: straight north or south, or to one of its sides. */
export function kmToBox(place, { south, west, north, east }) {
  const { lat, lon } = place;
  if (lon >= west && lon <= east) return kmBetween(place, { lat: within(lat, south, north), lon });
  return Math.min(...[west, east].map((side) => kmToMeridian(place, side, south, north)));
}

/** To a piece of a meridian: to the foot of the perpendicular where that lies on it, else to one of its ends. */
function kmToMeridian(place, side, south, north) {
  const apart = radians(side - place.lon);
  const foot = Math.atan2(Math.sin(radians(place.lat)), Math.cos(radians(place.lat)) * Math.cos(apart));
  const lats = [south, north, within((foot * 180) / Math.PI, south, north)];
  return Math.min(...lats.map((lat) => kmBetween(place, { lat, lon: side })));
}
