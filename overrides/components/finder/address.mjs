// What is asked for, as the part of the address behind "?", so that a list can be sent and opens the same. The place in it
// is that of a town that was chosen. The place of the device never stands there: "near=me" asks the reader to tap again.
const ME = "me";

/** { near, me, place, language, features }; `place` is { lat, lon, country } or null. What makes no sense is left out. */
export function read(search) {
  const asked = new URLSearchParams(search);
  const near = (asked.get("near") ?? "").trim();
  const place = near ? placeOf(asked.get("at") ?? "", asked.get("in") ?? "") : null;
  const me = near === ME && !place;
  const features = (asked.get("with") ?? "").split(",").filter(Boolean);
  return { near: me ? "" : near, me, place, language: asked.get("language") ?? "", features };
}

function placeOf(at, country) {
  const [, lat, lon] = /^(-?\d{1,2}(?:\.\d+)?),(-?\d{1,3}(?:\.\d+)?)$/.exec(at) ?? [];
  if (lat === undefined || Math.abs(lat) > 90 || Math.abs(lon) > 180) return null;
  return { lat: Number(lat), lon: Number(lon), country: /^[A-Z]{2}$/.test(country) ? country : "" };
}

/** "?near=Newport&at=51.59,-3.00&in=GB&language=cy&with=evening,fathers", or "" when nothing is asked for. */
export function write({ near, me, place, language, features }) {
  const { lat, lon, country } = place ?? {};
  const asked = {
    near: me ? ME : near,
    at: near && place ? `${lat.toFixed(2)},${lon.toFixed(2)}` : "",
    in: near && place ? country : "",
    language,
    with: features.join(","),
  };
  const given = Object.entries(asked).filter(([, value]) => value);
  return given.length ? `?${new URLSearchParams(given).toString().replaceAll("%2C", ",")}` : "";
}
