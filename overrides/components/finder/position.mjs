// Where the device is, to about a kilometre. It is kept in memory alone: it stands in no address and in no request.
const PATIENCE = 15_000; // milliseconds; a phone indoors takes its time
const AGE = 600_000; // milliseconds; nobody with a baby goes far in ten minutes
const CODES = { 1: "refused", 3: "late" };

/** { lat, lon }; rejects with an error whose `name` is refused, late or absent. */
export function position() {
  return new Promise((resolve, reject) => {
    const fail = (name) => reject(Object.assign(new Error(name), { name }));
    if (!navigator.geolocation) return fail("absent");
    navigator.geolocation.getCurrentPosition(
      ({ coords }) => resolve({ lat: rounded(coords.latitude), lon: rounded(coords.longitude) }),
      ({ code }) => fail(CODES[code] ?? "absent"),
      { maximumAge: AGE, timeout: PATIENCE },
    );
  });
}

const rounded = (degrees) => Math.round(degrees * 100) / 100;
