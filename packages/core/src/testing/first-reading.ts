/** Expected fields of disclosed forms: where the text allows several readings they stand as `{ "oneOf": [...] }`. */

/** The value with the first of several allowed readings in each such place. */
export function firstReading(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(firstReading);
  if (typeof value !== "object" || value === null) return value;
  if ("oneOf" in value && Array.isArray(value.oneOf)) return value.oneOf[0] as unknown;
  return Object.fromEntries(Object.entries(value).map(([key, entry]) => [key, firstReading(entry)]));
}
