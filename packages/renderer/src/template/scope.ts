/** Where a template stands while a view is laid out, and what names mean there. */
import type { Path } from "./syntax-tree.ts";
import { TemplateError } from "./template-error.ts";

export interface Scope {
  /** `this`: what names are looked up in. */
  readonly here: unknown;
  /** `../` */
  readonly outer: Scope | undefined;
  /** `@root`: the whole view. */
  readonly root: unknown;
  /** Of the entry of the list that is being laid out; of none before the first. */
  readonly entry: Entry | undefined;
  /** What blocks around have named. */
  readonly named: Named | undefined;
}

/** `as |row|`: the nearest name, and those around it. */
export interface Named {
  readonly name: string;
  readonly value: unknown;
  readonly outer: Named | undefined;
}

/** `@index`, `@first`, `@last` */
export interface Entry {
  readonly index: number;
  readonly first: boolean;
  readonly last: boolean;
}

/** The scope of the whole view. */
export function scopeOf(view: unknown): Scope {
  return { here: view, outer: undefined, root: view, entry: undefined, named: undefined };
}

/**
 * The scope of a part of what stands here, which is named `name` if that is not empty. It is always a level of its own: with
 * Handlebars it is none when the part is the same as the whole, so that `../` would depend on what a unit has written.
 */
export function inside(scope: Scope, here: unknown, name: string, entry: Entry | undefined = scope.entry): Scope {
  const named = name === "" ? scope.named : { name, value: here, outer: scope.named };
  return { here, outer: scope, root: scope.root, entry, named };
}

/** What an expression stands for at a place of the view. */
export type Reading = (scope: Scope) => unknown;

const ENTRY_NAMES = ["index", "first", "last"] as const;

type Refusal = () => TemplateError;

/**
 * The value that a path leads to; it may begin with one of the names that blocks around it have `given`. A name that the
 * view does not have is refused when it is looked up: misspelt, it would be a blank in something official. What stands
 * behind objects (`constructor`) is no name.
 * @throws TemplateError for a path that no view could have; the reading throws it for one that this view does not have
 */
export function readingOf(path: Path, given: readonly string[], file: string): Reading {
  const { original, parts, loc } = path;
  const { line } = loc.start;
  const unknown = () => new TemplateError(file, line, `没有「${original}」这个名称，可用的名称见 templates/README.md`);
  const names = parts.filter((part) => typeof part === "string");
  if (names.length < parts.length) throw unknown();
  const [begin = "", ...rest] = names;
  if (path.data) return memberReading(dataReading(path, begin, unknown), rest, unknown);
  // `this.row` is a name of what stands here, whatever a block has named so.
  if (given.includes(begin) && !/^(?:\.|this\b)/u.test(original))
    return memberReading(namedReading(begin, unknown), rest, unknown);
  return memberReading(levelReading(path.depth, unknown), names, unknown);
}

function memberReading(from: Reading, names: readonly string[], unknown: Refusal): Reading {
  const [first] = names;
  if (first === undefined) return from;
  if (names.length === 1) return (scope) => member(from(scope), first, unknown);
  return (scope) => {
    let value = from(scope);
    for (const name of names) value = member(value, name, unknown);
    return value;
  };
}

function namedReading(name: string, unknown: Refusal): Reading {
  return ({ named }) => {
    let found = named;
    while (found !== undefined && found.name !== name) found = found.outer;
    if (found === undefined) throw unknown();
    return found.value;
  };
}

function levelReading(depth: number, unknown: Refusal): Reading {
  if (depth === 0) return ({ here }) => here;
  return (scope) => {
    let level: Scope | undefined = scope;
    for (let left = depth; left > 0; left -= 1) level = level?.outer;
    if (level === undefined) throw unknown();
    return level.here;
  };
}

function dataReading({ depth }: Path, name: string, unknown: Refusal): Reading {
  if (depth > 0) throw unknown();
  if (name === "root") return ({ root }) => root;
  const known = ENTRY_NAMES.find((each) => each === name);
  if (known === undefined) throw unknown();
  return ({ entry }) => {
    if (entry === undefined) throw unknown();
    return entry[known];
  };
}

/** A list has no names: whether it is empty is for `if`, which a length of nothing would not tell. */
function member(of: unknown, name: string, unknown: Refusal): unknown {
  if (typeof of !== "object" || of === null || Array.isArray(of) || !Object.hasOwn(of, name)) throw unknown();
  const value = (of as Readonly<Record<string, unknown>>)[name];
  if (value === undefined) throw unknown();
  return value;
}
