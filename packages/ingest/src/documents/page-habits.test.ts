import { type SelfEvaluationForm, type WireForm, encodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { differences } from "../../test/compare.ts";
import { PLAIN_TABLE, type TableStyle, piecesOf } from "../../test/form-table.ts";
import { encodeGb18030 } from "../../test/gb18030.ts";
import { pageOf } from "../../test/page-of.ts";
import { randomForm } from "../../test/random-form.ts";
import { readForms } from "../index.ts";

const FORM: WireForm = { ...randomForm(7), projectName: "青山区平台运维项目" };
const pageWith = (style: Partial<TableStyle> = {}): string =>
  pageOf([piecesOf(FORM, { ...PLAIN_TABLE, ...style })], {
    kind: "plain",
    widths: "none",
    spaces: false,
    hidden: false,
  });
const PAGE = pageWith();
const read = (html: string | Uint8Array) =>
  readForms({ name: "表.html", bytes: typeof html === "string" ? new TextEncoder().encode(html) : html });

/** The form of a page, which must be the whole one but for the name of the project. */
async function formOf(html: string | Uint8Array): Promise<SelfEvaluationForm> {
  const { forms, problems, medium } = await read(html);
  expect(problems).toEqual([]);
  expect(medium).toBe("html");
  const { projectName: _name, ...rest } = FORM;
  expect(forms.flatMap((form) => differences(rest, encodeForm(form)))).toEqual([]);
  expect(forms).toHaveLength(1);
  return forms[0] as SelfEvaluationForm;
}
const named = (html: string): Promise<SelfEvaluationForm> => formOf(PAGE.replace(FORM.projectName, () => html));
const leftIn = ({ leftovers }: SelfEvaluationForm): readonly string[] => leftovers.map(({ text }) => text);

it.each([
  ["in Han figures", (year: string) => `（${han(year)}年度）`],
  ["with the circle that many type for zero", (year: string) => `${han(year).replaceAll("〇", "○")}年`],
  ["by itself", (year: string) => year],
  ["by itself in brackets", (year: string) => `( ${year} )`],
])("the year is read %s", async (_name, spell) => {
  const { fiscalYear } = await formOf(PAGE.replaceAll(`（${FORM.fiscalYear}年度）`, spell(String(FORM.fiscalYear))));
  expect(fiscalYear).toBe(FORM.fiscalYear);
});

function han(year: string): string {
  return year.replaceAll(/\d/gu, (figure) => "〇一二三四五六七八九".charAt(Number.parseInt(figure, 10)));
}

describe("text of pages", () => {
  it.each([
    ["entities and blanks that do not break", "&nbsp;A&amp;B&#20013;&lt;&nbsp;5&nbsp;", "A&B中< 5"],
    ["white space of the source", "\n   平台\n   运维  A\n  B ", "平台运维 A B"],
    ["hints where to break", "平<wbr>台&shy;运&#8203;维", "平台运维"],
    ["lines and paragraphs", "<p>平台<br>运维</p><div>项目</div>", "平台运维项目"],
    ["a list", "<ul><li>平台</li><li>运维</li></ul>", "平台运维"],
    ["a table inside of a cell", "甲<table><tr><td>乙</td><td>丙</td></tr></table>丁", "甲乙丙丁"],
    ["a reading above characters", "<ruby>平<rp>(</rp><rt>píng</rt></ruby>台", "平台"],
    [
      "scripts, styles and other documents",
      "<script>x</script><style>y</style>平台<iframe src=z>w</iframe><!-- 注 -->",
      "平台",
    ],
    [
      "what only Word reads",
      "平台<!--[if supportFields]><span>域</span><![endif]--><![if !vml]>运维<![endif]><o:p></o:p>",
      "平台运维",
    ],
    [
      "controls",
      '<input value="平台"><input type=checkbox checked>是<select><option>甲<option selected>乙</select><textarea>丙</textarea>',
      "平台☑是乙丙",
    ],
    ["hidden from screen readers only", "<span aria-hidden=true>平台</span>", "平台"],
  ])("%s", async (_name, html, want) => {
    const form = await named(html);
    expect([form.projectName, ...leftIn(form)]).toEqual([want]);
  });

  it.each([
    ["by the element", "<span style='color:red; DISPLAY : none'>藏</span>"],
    ["by an attribute", "<span hidden>藏</span>"],
    ["by Word", "<span style='mso-hide:all'>藏</span>"],
    ["unseen", "<span style='visibility:hidden'>藏</span>"],
    ["by a class", "<style>p{color:red} .a, .b{ display:none }</style><span class='x b'>藏</span>"],
  ])("hidden text is told and not read: %s", async (_name, html) => {
    const inHead = /<style>.*<\/style>/u.exec(html)?.[0] ?? "";
    const page = PAGE.replace("</head>", `${inHead}</head>`).replace(
      FORM.projectName,
      `平台${html.replace(inHead, "")}`,
    );
    const form = await formOf(page);
    expect([form.projectName, ...leftIn(form)]).toEqual(["平台", "（隐藏的文字）藏"]);
  });

  it("deleted text is told and not read", async () => {
    const form = await named("平台<del>旧</del><ins>新</ins>");
    expect([form.projectName, ...leftIn(form)]).toEqual(["平台新", "（删去的文字）旧"]);
  });
});

describe("tables of pages", () => {
  const leftOf = async (html: string): Promise<readonly string[]> => leftIn(await formOf(html));

  it("hidden rows and cells take no place in the grid", async () => {
    const page = PAGE.replace("<td", "<td style='display:none'>藏</td><td");
    expect(await leftOf(page.replace("</tr>", "</tr><tr hidden><td>旧</td></tr>"))).toEqual([
      "（隐藏的行）旧",
      "（隐藏的格）藏",
    ]);
  });

  it("the title as a caption; the foot of the table above its body", async () => {
    const [title, year] = [FORM.title, `（${FORM.fiscalYear}年度）`];
    const table = PAGE.slice(PAGE.indexOf("<table"), PAGE.indexOf("</table>"));
    const rows = table.match(/<tr>.*?<\/tr>/gsu) ?? [];
    const html = `<table><caption>${title}<br>${year}</caption><tfoot>${rows.slice(-2).join("")}</tfoot><tbody>${rows.slice(2, -2).join("")}</tbody><thead>${rows.slice(0, 2).join("")}</thead></table>`;
    expect(await leftOf(html)).toEqual([]);
  });

  it("heads in th, tags left open, names in capitals", async () => {
    const html = PAGE.replaceAll(/<td([^>]*)>(一级指标|预期目标|项目名称)/gu, "<th$1>$2").replaceAll(
      /<\/t[dr]>|<\/p>/gu,
      "",
    );
    expect(await leftOf(html.replaceAll("<tr>", "<TR>").replaceAll("colspan", "COLSPAN"))).toEqual([]);
  });

  it("rowspan=0 reaches to the end, colspans beyond the table count as far as it goes", async () => {
    const html = PAGE.replace(/colspan=6(>[^<]*(?:<p>)?青山区平台)/u, "colspan=600$1");
    expect(html).toContain("colspan=600");
    expect(await leftOf(html)).toEqual([]);
  });

  it("a fragment without html and body, behind a declaration and comments", async () => {
    const body = PAGE.slice(PAGE.indexOf("<body>") + 6, PAGE.indexOf("</body>"));
    expect(await leftOf(`<?xml version="1.0" encoding="utf-8"?>\n<!-- 导出 -->\n${body}`)).toEqual([]);
    expect(await leftOf(`附件2\n${body}`)).toEqual(["附件2"]);
  });

  it.each(["gb2312", "GBK", "gb18030", "utf-8"])("bytes of GB18030 under the name %s", async (name) => {
    const bytes = encodeGb18030(PAGE.replace('charset="utf-8"', `charset="${name}"`));
    expect((await formOf(bytes)).projectName).toBe(FORM.projectName);
  });

  it("two forms in one big table", async () => {
    const other = { ...FORM, projectName: "临江市河道巡查" };
    const tables = [FORM, other].map((form) => {
      const page = pageOf([piecesOf(form, { ...PLAIN_TABLE, title: "rows" })], {
        kind: "plain",
        widths: "none",
        spaces: false,
        hidden: false,
      });
      return page.slice(page.indexOf("<tr>"), page.lastIndexOf("</table>"));
    });
    const { forms, problems } = await read(`<table>${tables.join("<tr><td colspan=8>&nbsp;</td></tr>")}</table>`);
    expect(problems).toEqual([]);
    expect([FORM, other].flatMap((form, at) => differences(form, encodeForm(forms[at] as SelfEvaluationForm)))).toEqual(
      [],
    );
  });

  it("nothing that a page names is fetched or read", async () => {
    const { forms, problems } = await read(`<html><frameset><frame src="http://127.0.0.1:1/"></frameset></html>`);
    expect([forms, problems.map(({ code }) => code)]).toEqual([[], ["empty"]]);
  });
});
