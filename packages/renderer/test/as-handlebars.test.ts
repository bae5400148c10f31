/** Templates mean what Handlebars says they mean: the same templates and views, laid out by its own runtime. */
import fc from "fast-check";
import Handlebars from "handlebars";
import { describe, expect, it } from "vitest";
import { type TemplateText, compileTemplate, markupOf } from "../src/template/compile-template.ts";
import { lines } from "../src/template/lines.ts";
import { pieces } from "../src/template/pieces.ts";

/** What a template is made for: whether `this` is an object of {@link View} or a text, and what stands around. */
interface Place {
  readonly here: "view" | "text";
  readonly outer: readonly Place["here"][];
  readonly inList: boolean;
  readonly names: readonly string[];
}

interface View {
  readonly a: string;
  readonly b: string;
  readonly c: string;
  readonly th: string;
  readonly blank: string;
  readonly count: number;
  readonly yes: boolean;
  readonly none: null;
  readonly part: View | null;
  readonly list: readonly View[];
}

const INSIDE = ["甲 ", "乙", "x < y & 'z'", "一\n二\n\n三", " "];

/** Views in views, so many levels of them. */
function viewsOf(levels: number): fc.Arbitrary<View> {
  const inner = levels === 0 ? undefined : viewsOf(levels - 1);
  const members = {
    a: fc.constantFrom(...INSIDE),
    b: fc.constantFrom(...INSIDE),
    c: fc.constantFrom("", "生态环境成本指标", "≥441.55(万元)"),
    th: fc.constantFrom(...INSIDE),
    blank: fc.constant(""),
    count: fc.nat(9),
    yes: fc.boolean(),
    none: fc.constant(null),
    part: inner === undefined ? fc.constant(null) : fc.option(inner),
    list: inner === undefined ? fc.constant([]) : fc.array(inner, { maxLength: 3 }),
  };
  // Handlebars compares views with texts, which an object without a prototype does not survive.
  return fc.record(members, { noNullPrototype: true });
}

type Pick = <T>(values: readonly [T, ...T[]]) => T;

/** A random template. White space is everywhere, for where blocks stand alone in their line it goes. */
function templateFor(place: Place, pick: Pick, deep: number, hasPartial: boolean): string {
  const statements = pick([1, 2, 3, 4]);
  let text = "";
  for (let at = 0; at < statements; at += 1) {
    text += pick(["", " ", "\n", "\n  ", "甲", "<p>"]);
    text += deep === 0 || pick([true, false]) ? value(place, pick) : block(place, pick, deep, hasPartial);
    text += pick(["", " ", "\n", "\r\n", "乙", "</p>\n"]);
  }
  return text;
}

function value(place: Place, pick: Pick): string {
  const path = pathIn(place, pick);
  return pick([`{{${path}}}`, `{{~${path}}}`, `{{${path}~}}`, "{{! 注 }}", "{{!-- 注 }} --}}"]);
}

function pathIn({ here, outer, inList, names }: Place, pick: Pick): string {
  const [first, second] = outer;
  const all: [string, ...string[]] = [
    "@root.a",
    ...(here === "view"
      ? [names.includes("a") ? "this.a" : "a", "b", "blank", "count", "yes", "none", "this.a", "./b", "this.th"]
      : ["this"]),
    ...(first === "view" ? ["../a", "../count"] : first === "text" ? [".."] : []),
    ...(second === "view" ? ["../../b"] : []),
    ...(inList ? ["@index", "@first", "@last"] : []),
    ...names.map((name) => `${name}.a`),
  ];
  return pick(all);
}

function block(place: Place, pick: Pick, deep: number, hasPartial: boolean): string {
  const inner = (change: Partial<Place> = {}) => templateFor({ ...place, ...change }, pick, deep - 1, hasPartial);
  const below = [place.here, ...place.outer];
  const otherwise = () => pick(["", `{{else}}${inner()}`]);
  const asked = pick([pathIn(place, pick), ...(place.here === "view" ? ["list", "part"] : [])]);
  const plain = [
    () => `{{#if ${asked}}}${inner()}${otherwise()}{{/if}}`,
    () => `{{#unless ${asked}}}${inner()}${otherwise()}{{/unless}}`,
    () => `{{#if ${asked}}}${inner()}{{else if ${asked}}}${inner()}{{/if}}`,
    () => `{{^if ${asked}}}${inner()}${otherwise()}{{/if}}`,
  ] as const;
  const name = pick(["row", "a", "item", "th"]);
  const named = { here: "view", outer: below, names: [...place.names, name] } as const;
  const ofView = [
    () => `{{#each list}}${inner({ here: "view", outer: below, inList: true })}${otherwise()}{{/each}}`,
    () => `{{#if none}}x{{else each list as |${name}|}}${inner({ ...named, inList: true })}{{/if}}`,
    () => `{{#each list as |${name}|}}${inner({ ...named, inList: true })}{{/each}}`,
    () => `{{#with part}}${inner({ here: "view", outer: below })}${otherwise()}{{/with}}`,
    () => `{{#with part as |${name}|}}${inner(named)}{{/with}}`,
    () => "{{#each (pieces ./c)}}{{text}}{{#if whole}}!{{/if}}{{/each}}",
    () => `{{#each (lines ./a)}}${inner({ here: "text", outer: below, inList: true })}${otherwise()}{{/each}}`,
    ...(hasPartial
      ? [
          () =>
            pick([
              "{{> item}}",
              "\n  {{> item}}\n",
              "{{> item this}}",
              "{{> item b=./a}}",
              "{{#with part}}{{> item}}{{/with}}",
            ]),
        ]
      : []),
  ];
  const [first, ...others] = place.here === "view" ? [...plain, ...ofView] : plain;
  return pick([first, ...others])();
}

/** Handlebars' own: its runtime, its blocks. */
function byHandlebars(text: string, item: string): (view: object) => string {
  const engine = Handlebars.create();
  engine.registerHelper("lines", (value: string) => lines(value));
  engine.registerHelper("pieces", (value: string) => pieces(value));
  // A count of nothing is a figure here, and to be printed.
  engine.registerHelper("if", function (this: unknown, asked: unknown, options: Handlebars.HelperOptions) {
    return asked === 0 || !Handlebars.Utils.isEmpty(asked) ? options.fn(this) : options.inverse(this);
  });
  engine.registerHelper("unless", function (this: unknown, asked: unknown, options: Handlebars.HelperOptions) {
    return asked === 0 || !Handlebars.Utils.isEmpty(asked) ? options.inverse(this) : options.fn(this);
  });
  const options = { strict: true, preventIndent: true };
  engine.registerPartial("item", engine.compile(item, options));
  return engine.compile(text, options);
}

function byUs(text: string, item: string): (view: object) => string {
  const texts: Readonly<Record<string, TemplateText>> = { item: { file: "item.hbs", text: item } };
  const layOut = compileTemplate({ file: "page.hbs", text }, (name) => texts[name] ?? { file: name, text: "" });
  return (view) => markupOf(layOut, view);
}

const TOP: Place = { here: "view", outer: [], inList: false, names: [] };

describe("a template is laid out as by Handlebars", () => {
  it("whatever it says, and whatever the view is", () => {
    fc.assert(
      fc.property(viewsOf(2), fc.array(fc.nat(59), { minLength: 30, maxLength: 300 }), (view, choices) => {
        let made = 0;
        const pick: Pick = (values) => {
          made += 1;
          return values[(choices[made % choices.length] ?? 0) % values.length] ?? values[0];
        };
        const text = templateFor(TOP, pick, 3, true);
        const item = templateFor(TOP, pick, 1, false);
        expect(byUs(text, item)(view)).toBe(byHandlebars(text, item)(view));
      }),
      { numRuns: 500 },
    );
  });
});
