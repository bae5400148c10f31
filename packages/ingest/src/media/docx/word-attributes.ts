/** Attributes of WordprocessingML, whatever prefix a program has given the name space. */

export type Attributes = Readonly<Record<string, string | undefined>>;

/** The attribute of this local name. */
export function attributeOf(attributes: Attributes, name: string): string | undefined {
  const usual = attributes[`w:${name}`];
  if (usual !== undefined) return usual;
  for (const key in attributes) if (key.slice(key.indexOf(":") + 1) === name) return attributes[key];
  return undefined;
}

/** A property that is on by being there: `<w:vanish/>`, but not `<w:vanish w:val="0"/>`. */
export function isOn(attributes: Attributes): boolean {
  return !/^(?:0|false|off|none)$/iu.test(attributeOf(attributes, "val") ?? "");
}

/** A count from 0 to `most`; what is no whole number, or beyond, is `undefined`. */
export function countOf(text: string | undefined, most: number): number | undefined {
  if (text === undefined || !/^\d{1,10}$/u.test(text)) return undefined;
  const count = Number.parseInt(text, 10);
  return count <= most ? count : undefined;
}
