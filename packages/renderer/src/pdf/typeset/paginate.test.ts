/** Pages of made-up tables: whatever they hold, every line stands on one page, and every page begins with its labels. */
import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import { blocksOf } from "../../../test/blocks-of.ts";
import { plainLetters } from "../../../test/plain-letters.ts";
import { readStyleSheet } from "../../page/style-sheet.ts";
import { flowBlocks } from "./flow.ts";
import type { LaidLine } from "./lines/lay-lines.ts";
import { Look } from "./look.ts";
import { type OnPage, paginate } from "./paginate.ts";
import type { LaidCell } from "./tables/lay-table.ts";

const css = `
th, td { font-size: 10pt; line-height: 1; border: 0.5pt solid #000; }
.keep { break-inside: avoid; }
.closing { break-before: avoid; }
.title { font-size: 10pt; line-height: 2; break-after: avoid; }
.part { break-before: page; }
.apart { margin-top: 12pt; margin-bottom: 8pt; font-size: 10pt; line-height: 1; }
`;
const sheet = readStyleSheet([{ file: "plain.css", css }]);
const WIDTH = 300;
const HEIGHT = 200;

const pagesOf = (body: string, height = HEIGHT) =>
  paginate(flowBlocks(blocksOf(body), Look.ofPage(sheet), WIDTH, plainLetters), height);

const textOf = (lines: readonly LaidLine[]) =>
  lines
    .map(({ text: { letters }, line }) =>
      letters
        .slice(line.from, line.to)
        .filter(({ isDrawn }) => isDrawn)
        .map(({ code }) => String.fromCodePoint(code))
        .join(""),
    )
    .join("");

const textsOn = (page: readonly OnPage[]) =>
  page.map((each) => ("part" in each ? each.part.cells.map(({ lines }) => textOf(lines)) : textOf(each.lines)));

interface Row {
  /** Characters. */
  readonly length: number;
  readonly name: number;
  readonly isKept: boolean;
}

const rows = fc.array(
  fc.record({
    length: fc.oneof({ weight: 5, arbitrary: fc.integer({ min: 0, max: 60 }) }, { weight: 1, arbitrary: fc.nat(900) }),
    name: fc.integer({ min: 1, max: 12 }),
    isKept: fc.boolean(),
  }),
  { minLength: 1, maxLength: 30 },
);
const spans = fc.array(fc.integer({ min: 1, max: 7 }), { minLength: 30, maxLength: 30 });

/** Rows in groups; the label of a group has as many characters as `label` says. */
function tableOf(all: readonly Row[], groups: readonly number[], label: number, hasHeading: boolean): string {
  let [left, group] = [0, 0];
  const body = all.map(({ length, name, isKept }, at) => {
    let first = "";
    if (left === 0) {
      left = Math.min(groups[group] ?? 1, all.length - at);
      group += 1;
      first = `<th scope="rowgroup" rowspan="${left}">${"组".repeat(label)}</th>`;
    }
    left -= 1;
    const kept = isKept ? ' class="keep"' : "";
    return `<tr>${first}<th${kept} scope="row">${"名".repeat(name)}</th><td${kept}>${"文".repeat(length)}</td></tr>`;
  });
  const heading = '<thead><tr><th scope="col">组</th><th scope="col">名</th><th scope="col">文</th></tr></thead>';
  return `<table>${hasHeading ? heading : ""}<tbody>${body.join("")}</tbody></table>`;
}

describe("a table of any rows", () => {
  it("shows every line of every cell once, in order, on pages that are not overfull", () => {
    fc.assert(
      fc.property(rows, spans, fc.integer({ min: 1, max: 1000 }), fc.boolean(), (all, groups, label, hasHeading) => {
        const shown = new Map<LaidCell, LaidLine[]>();
        for (const page of pagesOf(tableOf(all, groups, label, hasHeading), 2 * HEIGHT)) {
          for (const each of page) {
            if (!("part" in each)) continue;
            expect(each.y + each.part.height).toBeLessThan(2 * HEIGHT + 0.5);
            for (const { cell, lines, isAgain, first } of each.part.cells) {
              if (isAgain || each.part.pieces[first]?.isRepeated === true) continue;
              shown.set(cell, [...(shown.get(cell) ?? []), ...lines]);
            }
          }
        }
        expect(shown.size).toBe(all.length * 2 + groupsIn(all, groups) + (hasHeading ? 3 : 0));
        for (const [cell, lines] of shown) expect(lines).toEqual(cell.lines);
      }),
    );
  });

  it("begins every page with its headings and the labels of its first row", () => {
    fc.assert(
      fc.property(rows, spans, fc.boolean(), (all, groups, hasHeading) => {
        for (const [at, page] of pagesOf(tableOf(all, groups, 2, hasHeading)).entries()) {
          const [each] = page;
          if (each === undefined || !("part" in each)) throw new Error("a page without a table");
          const [heading, ...texts] = [
            each.part.pieces[0]?.isRepeated,
            ...each.part.cells.map(({ lines }) => textOf(lines)),
          ];
          expect(heading).toBe(hasHeading && at > 0);
          expect(["组组", "组组（续）"]).toContain(texts[hasHeading ? 3 : 0]);
        }
      }),
    );
  });
});

const groupsIn = (all: readonly Row[], groups: readonly number[]) => {
  let [rest, count] = [all.length, 0];
  while (rest > 0) {
    rest -= groups[count] ?? 1;
    count += 1;
  }
  return count;
};

describe("a page", () => {
  const row = (text: string, kind = "") => `<tr${kind}><td class="keep">${text}</td></tr>`;
  const table = (...texts: string[]) => `<table><tbody>${texts.join("")}</tbody></table>`;

  it("takes a title to the next page with the row that it stands above", () => {
    const body = `${table(...Array.from({ length: 15 }, () => row("一")))}<p class="title">题名</p>${table(row("甲"))}`;
    expect(pagesOf(body, 190).map((page) => textsOn(page).slice(-2))).toEqual([
      [Array.from({ length: 15 }, () => "一")],
      ["题名", ["甲"]],
    ]);
  });

  it("keeps the closing rows with the row before them", () => {
    const body = table(...Array.from({ length: 17 }, () => row("一")), row("总分", ' class="closing"'));
    const lengths = pagesOf(body, 190).map(
      (page) => page.flatMap((each) => ("part" in each ? each.part.pieces : [])).length,
    );
    expect(lengths).toEqual([16, 2]);
  });

  it("does not end behind a row that stands above others", () => {
    const body = table(...Array.from({ length: 16 }, () => row("一")), '<tr><td class="title">组</td></tr>', row("甲"));
    expect(pagesOf(body, 200).map((page) => textsOn(page).at(-1)?.length)).toEqual([16, 2]);
  });

  it("begins anew where it is told to, and has no empty one before it", () => {
    const section = (text: string) => `<section class="part"><p class="apart">${text}</p></section>`;
    const pages = pagesOf(`${section("甲")}${section("乙")}`);
    expect(pages.map(textsOn)).toEqual([["甲"], ["乙"]]);
    expect(pages.map(([first]) => first?.y)).toEqual([12, 12]);
  });

  it("counts margins that meet once, and none at the beginning of a page", () => {
    const paragraph = '<p class="apart">一</p>';
    const ys = pagesOf(paragraph.repeat(11)).map((page) => page.map(({ y }) => y));
    expect(ys[0]?.slice(0, 3)).toEqual([12, 34, 56]);
    expect(ys[1]?.[0]).toBe(0);
  });

  it("leaves no line of a paragraph alone", () => {
    const pages = pagesOf(`<p class="title">题</p>${'<p class="apart">' + "文".repeat(30 * 20) + "</p>"}`, 200);
    expect(pages.map((page) => page.map((each) => ("part" in each ? 0 : each.lines.length)))).toEqual([[1, 16], [4]]);
  });

  it("goes on where rows that shall stay together cannot", () => {
    const kept = '<tr class="closing"><td>一</td></tr>';
    expect(pagesOf(table(kept.repeat(40))).flatMap(rowsOn)).toEqual(Array.from({ length: 40 }, () => "一"));
    const tall = `<tr><td>${Array.from({ length: 19 }, () => "行").join("<br>")}</td></tr>`;
    expect(pagesOf(table(tall, kept), 192).map((page) => rowsOn(page).length)).toEqual([1, 1]);
  });

  it("ends behind the rest of a parted row where what follows has no room", () => {
    const body = table(`<tr><td>${"文".repeat(29 * 36)}</td></tr>`, row("总分", ' class="closing"'));
    for (const height of [180, 185, 190, 195, 200]) {
      for (const page of pagesOf(body, height)) expect(bottomOf(page)).toBeLessThan(height + 0.5);
    }
  });

  it("prints headings that leave no room once, and parts them", () => {
    const heading = `<thead><tr><th>${"名".repeat(29 * 30)}</th></tr></thead>`;
    const pages = pagesOf(`<table>${heading}<tbody>${row("甲")}</tbody></table>`);
    expect(pages.map((page) => bottomOf(page) < HEIGHT + 0.5)).toEqual([true, true]);
    expect(pages.flatMap(rowsOn).at(-1)).toBe("甲");
  });

  it("has no room for tables without rows, and none is needed", () => {
    const heading = '<thead><tr><th scope="col">一</th></tr></thead>';
    expect(pagesOf(`<p class="apart">甲</p><table>${heading}</table>`)).toHaveLength(1);
    expect(pagesOf("<p>甲</p><table></table><p></p>").map(textsOn)).toEqual([["甲"]]);
  });

  it("begins at its top, whatever space was asked for at the end of the one before", () => {
    const pages = pagesOf('<p class="apart">甲</p><section class="part"><p>乙</p></section>');
    expect(pages[1]?.[0]?.y).toBe(0);
  });

  it("counts columns that cells from above go on through", () => {
    const body = '<tr><td rowspan="2">甲</td><td>乙</td></tr><tr><td>丙</td><td>丁丁丁丁</td></tr>';
    const [page] = pagesOf(`<table><tbody>${body}</tbody></table>`);
    expect(page?.flatMap((each) => ("part" in each ? each.part.cells.map(({ lines }) => lines.length) : []))).toEqual([
      1, 1, 1, 1,
    ]);
  });

  it("takes margins that meet through an empty paragraph once", () => {
    const ys = pagesOf('<p class="apart">一</p><p class="apart"></p><p class="apart">二</p>')
      .flat()
      .map(({ y }) => y);
    expect(ys).toEqual([12, 34]);
  });

  it("begins where a row is told to", () => {
    const body = table(row("一"), row("二", ' class="part"'), row("三"));
    expect(pagesOf(body).map(rowsOn)).toEqual([["一"], ["二", "三"]]);
  });
});

const rowsOn = (page: readonly OnPage[]) => textsOn(page).flat();

const bottomOf = (page: readonly OnPage[]) =>
  Math.max(...page.map((each) => each.y + ("part" in each ? each.part.height : 0)));
