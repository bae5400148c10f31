/** Where a template function was called, as Handlebars tells it. */
interface Call {
  readonly loc?: { readonly start: { readonly line: number } };
}

/** A name that the view does not have. The compiler adds the file. */
export class UnknownNameError extends Error {
  override readonly name = "UnknownNameError";
  readonly line: number;

  constructor(line: number, called: string) {
    super(`${called} 所用的名称在视图中不存在`);
    this.line = line;
  }
}

/** The value, which must be there: a blank is `""` or `null`, never a name that nobody knows. */
export function expectName(value: unknown, called: string, options: unknown): unknown {
  if (value === undefined) throw new UnknownNameError((options as Call).loc?.start.line ?? 0, called);
  return value;
}
