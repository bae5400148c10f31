/** JSON as every published file has it (`jsonText`), its lists entry by entry. */

/** An array of values, two blanks of indent a level, after `indent` levels; without a line end behind it. */
export function* arrayPieces(values: Iterable<unknown>, indent: number): Generator<string, void, void> {
  const margin = `\n${"  ".repeat(indent + 1)}`;
  let isFirst = true;
  for (const value of values) {
    // A line end inside a text is written as \n, so whatever line ends there are divide members.
    yield `${isFirst ? "[" : ","}${margin}${JSON.stringify(value, undefined, 2).replaceAll("\n", margin)}`;
    isFirst = false;
  }
  yield isFirst ? "[]" : `\n${"  ".repeat(indent)}]`;
}
