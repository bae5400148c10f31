import { type SelfEvaluationForm, type WireForm, encodeForm } from "@zipingbiao/core";
import { describe, expect, it } from "vitest";
import { differences } from "../../test/compare.ts";
import { PLAIN_TABLE, type TableStyle, piecesOf } from "../../test/form-table.ts";
import { randomForm } from "../../test/random-form.ts";
import { type MorePart, WORD_NAMESPACE, run, wordBodyOf, wordFileOf } from "../../test/word-file-of.ts";
import { type ReadResult, readForms } from "../index.ts";

const FORM: WireForm = { ...randomForm(7), projectName: "青山区平台运维项目" };
const PLAIN = { runs: "whole", grid: "drawn", prefix: "w", hidden: false } as const;
const bodyOf = (style: Partial<TableStyle> = {}, form = FORM): string =>
  wordBodyOf([piecesOf(form, { ...PLAIN_TABLE, ...style })], PLAIN);
const read = (body: string, more: readonly MorePart[] = []): Promise<ReadResult> =>
  readForms({ name: "表.docx", bytes: wordFileOf(body, more) });

/** The form with its project named by this XML instead of a run; its name as it is read, and everything else checked. */
async function nameReadFrom(xml: string, more: readonly MorePart[] = []): Promise<SelfEvaluationForm> {
  const body = bodyOf().replace(run(FORM.projectName), () => xml);
  const { forms, problems } = await read(body, more);
  expect(problems).toEqual([]);
  const [form] = forms;
  const { projectName: _name, ...rest } = FORM;
  expect(differences(rest, encodeForm(form as SelfEvaluationForm))).toEqual([]);
  return form as SelfEvaluationForm;
}
const styles = (inside: string): MorePart => ({
  type: "styles",
  name: "styles.xml",
  xml: `<w:styles xmlns:w="${WORD_NAMESPACE}">${inside}</w:styles>`,
});
const leftIn = ({ leftovers }: SelfEvaluationForm): readonly string[] => leftovers.map(({ text }) => text);

describe("text in Word documents", () => {
  it.each([
    [
      "tabs, breaks and hyphens",
      `<w:r><w:t>平台</w:t><w:tab/><w:t>运维</w:t><w:br/><w:t>5</w:t><w:noBreakHyphen/><w:t>8</w:t><w:softHyphen/></w:r>`,
      "平台运维5-8",
    ],
    [
      "symbols",
      `<w:r><w:sym w:font="Wingdings" w:char="F0FE"/><w:t>是</w:t><w:sym w:font="Symbol" w:char="F0B3"/><w:t>5</w:t></w:r>`,
      "☑是≥5",
    ],
    [
      "text set in Symbol",
      `<w:r><w:rPr><w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/></w:rPr><w:t>\uF0A3</w:t></w:r>${run("5天")}`,
      "≤5天",
    ],
    [
      "a field, its result and not its code",
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> DOCPROPERTY 项目 </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("平台")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      "平台",
    ],
    ["a simple field", `<w:fldSimple w:instr="TITLE">${run("平台")}</w:fldSimple>`, "平台"],
    [
      "an old drop-down",
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="甲"/><w:listEntry w:val="乙"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>`,
      "乙",
    ],
    [
      "an old check box",
      `<w:r><w:fldChar w:fldCharType="begin"><w:ffData><w:checkBox><w:default w:val="0"/><w:checked/></w:checkBox></w:ffData></w:fldChar></w:r><w:r><w:instrText> FORMCHECKBOX </w:instrText></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r>${run("是")}`,
      "☑是",
    ],
    [
      "a drop-down",
      `<w:sdt><w:sdtPr><w:rPr><w:vanish/></w:rPr><w:dropDownList w:lastValue="2"><w:listItem w:displayText="甲" w:value="1"/></w:dropDownList></w:sdtPr><w:sdtContent>${run("乙")}</w:sdtContent></w:sdt>`,
      "乙",
    ],
    [
      "a reading above characters",
      `<w:r><w:ruby><w:rubyPr/><w:rt>${run("píng")}</w:rt><w:rubyBase>${run("平")}</w:rubyBase></w:ruby></w:r>${run("台")}`,
      "平台",
    ],
    [
      "both forms of a shape are one",
      `${run("平台")}<mc:AlternateContent xmlns:mc="m"><mc:Choice>${run("一")}</mc:Choice><mc:Fallback>${run("二")}</mc:Fallback></mc:AlternateContent>`,
      "平台一",
    ],
    [
      "tracked changes, accepted",
      `<w:del>${run("旧").replaceAll("w:t", "w:delText")}</w:del><w:ins><w:r><w:rPr><w:rPrChange><w:rPr><w:vanish/></w:rPr></w:rPrChange></w:rPr><w:t>新</w:t></w:r></w:ins><w:moveFrom>${run("走")}</w:moveFrom><w:moveTo>${run("来")}</w:moveTo>`,
      "新来",
    ],
    ["links and tags", `<w:hyperlink>${run("平")}</w:hyperlink><w:smartTag>${run("台")}</w:smartTag>`, "平台"],
    [
      "notes and comments are not of the cell",
      `${run("平台")}<w:r><w:footnoteReference w:id="1"/></w:r><w:r><w:commentReference w:id="0"/></w:r>`,
      "平台",
    ],
    [
      "an equation",
      `<m:oMath xmlns:m="m"><m:f><m:num><m:r><m:t>9</m:t></m:r></m:num><m:den><m:r><m:t>10</m:t></m:r></m:den></m:f></m:oMath>`,
      "9/10",
    ],
  ])("%s", async (_name, xml, want) => {
    const form = await nameReadFrom(xml);
    expect(form.projectName).toBe(want);
    expect(leftIn(form)).toEqual([]);
  });

  it("hidden text is told and not read, by a run or by a style", async () => {
    const hidden = `<w:r><w:rPr><w:vanish/></w:rPr><w:t>藏</w:t></w:r><w:r><w:rPr><w:rStyle w:val="H"/></w:rPr><w:t>匿</w:t></w:r>`;
    const more = styles(
      `<w:style w:styleId="B"><w:rPr><w:vanish/></w:rPr></w:style><w:style w:styleId="H"><w:basedOn w:val="B"/></w:style>`,
    );
    const form = await nameReadFrom(
      `${run("平台")}${hidden}<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>显</w:t></w:r>`,
      [more],
    );
    expect([form.projectName, ...leftIn(form)]).toEqual(["平台显", "（隐藏的文字）藏匿"]);
  });

  it("text that is struck out is kept as it is printed, and doubtful", async () => {
    const struck = (mark: string) => `<w:r><w:rPr>${mark}</w:rPr><w:t>旧</w:t></w:r>${run("新")}`;
    for (const mark of ["<w:strike/>", '<w:dstrike w:val="1"/>']) {
      const form = await nameReadFrom(struck(mark));
      expect(form.projectName).toBe("旧新");
      expect(form.unreadable).toMatchObject([
        { at: "projectName", reason: expect.stringContaining("删除线") as unknown },
      ]);
    }
    const changed = "<w:rPrChange><w:rPr><w:strike/></w:rPr></w:rPrChange>";
    for (const mark of ['<w:strike w:val="0"/>', changed])
      expect((await nameReadFrom(struck(mark))).unreadable).toEqual([]);
  });

  it("a prompt that nobody has filled in is no value", async () => {
    const form = await nameReadFrom(
      `<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>${run("单击此处输入文字")}</w:sdtContent></w:sdt>`,
    );
    expect([form.projectName, ...leftIn(form)]).toEqual(["", "（提示文字）单击此处输入文字"]);
  });

  it("a symbol that is not known, the result of a formula and a text from another file are doubtful", async () => {
    const field = (code: string) =>
      `<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> ${code} </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>${run("甲")}<w:r><w:fldChar w:fldCharType="end"/></w:r>`;
    for (const xml of [
      `${run("甲")}<w:r><w:sym w:font="Webdings" w:char="F021"/></w:r>`,
      field("=SUM(ABOVE)"),
      field('DDEAUTO c:\\\\x "y"'),
    ]) {
      const { unreadable } = await nameReadFrom(xml);
      expect(unreadable.map(({ at }) => at)).toEqual(["projectName"]);
    }
  });

  it("a text box in a cell is its text, over a text it is told", async () => {
    const box = `<w:r><w:pict><v:shape xmlns:v="v"><v:textbox><w:txbxContent><w:p>${run("框中")}</w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>`;
    expect((await nameReadFrom(box)).projectName).toBe("框中");
    const form = await nameReadFrom(`${run("平台")}${box}`);
    expect([form.projectName, ...leftIn(form)]).toEqual(["平台", "（文本框）框中"]);
  });

  it("a paragraph whose end was deleted goes on in the next one", async () => {
    const form = await nameReadFrom(
      `<w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr>${run("平")}</w:p><w:p>${run("台")}`,
    );
    expect(form.projectName).toBe("平台");
  });

  it("automatic numbers are part of what is seen", async () => {
    const numbering: MorePart = {
      type: "numbering",
      name: "numbering.xml",
      xml: `<w:numbering xmlns:w="${WORD_NAMESPACE}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl><w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="chineseCounting"/><w:lvlText w:val="（%2）"/></w:lvl></w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    };
    const item = (level: number, text: string) =>
      `<w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="3"/></w:numPr></w:pPr>${run(text)}`;
    const form = await nameReadFrom(
      `${item(0, "巡检")}</w:p><w:p>${item(1, "日")}</w:p><w:p>${item(1, "夜")}</w:p><w:p>${item(0, "报告")}`,
      [numbering],
    );
    expect(form.projectName).toBe("1.巡检（一）日（二）夜2.报告");
  });
});

describe("tables in Word documents", () => {
  const expectForm = async (body: string, more: readonly MorePart[] = []): Promise<SelfEvaluationForm> => {
    const { forms, problems } = await read(body, more);
    expect(problems).toEqual([]);
    expect(forms.flatMap((form) => differences(FORM, encodeForm(form)))).toEqual([]);
    expect(forms).toHaveLength(1);
    return forms[0] as SelfEvaluationForm;
  };

  it("rows, cells and the table itself in content controls", async () => {
    const control = (xml: string) => `<w:sdt><w:sdtPr/><w:sdtContent>${xml}</w:sdtContent></w:sdt>`;
    await expectForm(bodyOf().replaceAll(/<w:tr>.*?<\/w:tr>/gu, control));
    await expectForm(bodyOf().replaceAll(/<w:tc>.*?<\/w:tc>/gu, control));
    await expectForm(bodyOf().replaceAll(/<w:tbl>.*?<\/w:tbl>/gu, control));
  });

  it("a frame of one cell around the form", async () => {
    await expectForm(`<w:tbl><w:tr><w:tc>${bodyOf()}</w:tc></w:tr></w:tbl>`);
    await expectForm(
      bodyOf().replace(
        /<w:tbl>.*<\/w:tbl>/u,
        (table) => `<w:tbl><w:tr><w:tc><w:p/>${table}<w:p/></w:tc></w:tr></w:tbl>`,
      ),
    );
  });

  it("the whole form in a text box, or its title", async () => {
    const box = (xml: string) =>
      `<w:p><w:r><mc:AlternateContent xmlns:mc="m"><mc:Choice><w:drawing><a:graphic xmlns:a="a"><a:graphicData><wps:wsp xmlns:wps="s"><wps:txbx><w:txbxContent>${xml}</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></w:drawing></mc:Choice><mc:Fallback><w:pict><w:txbxContent>${xml}</w:txbxContent></w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>`;
    await expectForm(box(bodyOf()));
    await expectForm(bodyOf().replace(/<w:p>.*?<\/w:p>/u, box));
  });

  it("columns left out at the sides of a row", async () => {
    const form = await expectForm(
      bodyOf({ indent: 1 }).replaceAll(
        /<w:trPr><w:cantSplit\/><\/w:trPr><w:tc><w:tcPr><w:tcW[^>]*><\/w:tcPr><w:p><\/w:p><\/w:tc>/gu,
        `<w:trPr><w:gridBefore w:val="1"/></w:trPr>`,
      ),
    );
    expect(leftIn(form)).toEqual([]);
  });

  it("cells merged as older programs write it, and empty rows", async () => {
    const old = (span: string, xml: string) =>
      `<w:tc><w:tcPr><w:hMerge w:val="restart"/></w:tcPr>${xml}</w:tc>${"<w:tc><w:tcPr><w:hMerge/></w:tcPr><w:p/></w:tc>".repeat(Number.parseInt(span, 10) - 1)}`;
    const body = bodyOf().replaceAll(
      /<w:tc><w:tcPr><w:tcW[^>]*><w:gridSpan w:val="(\d)"\/><\/w:tcPr>(.*?)<\/w:tc>/gu,
      (_whole, span: string, xml: string) => old(span, xml),
    );
    expect(body).toContain("hMerge");
    await expectForm(body.replaceAll("</w:tr>", "</w:tr><w:tr><w:tc><w:p/></w:tc></w:tr>"));
  });

  it("a hidden row is told, a deleted one is not there", async () => {
    const row = (property: string) =>
      `<w:tr><w:trPr><w:${property}/></w:trPr><w:tc><w:p>${run("旧指标")}</w:p></w:tc></w:tr>`;
    const form = await expectForm(bodyOf().replace("</w:tr>", `</w:tr>${row("hidden")}${row("del")}`));
    expect(leftIn(form)).toEqual(["（隐藏的行）旧指标"]);
  });

  it("text behind a merged cell is told", async () => {
    const form = await expectForm(
      bodyOf().replace(/(<w:vMerge\/><\/w:tcPr>)<w:p><\/w:p>/u, `$1<w:p>${run("盖住")}</w:p>`),
    );
    expect(leftIn(form)).toEqual(["（被合并单元格盖住）盖住"]);
  });

  it("header, footer and footnotes are left over once, numbers of pages are not", async () => {
    const margin = (type: string, name: string, text: string): MorePart => ({
      type,
      name,
      xml: `<w:${type} xmlns:w="${WORD_NAMESPACE}"><w:p>${run(text)}</w:p></w:${type}>`,
    });
    const parts = [
      margin("header", "header1.xml", "青山区"),
      margin("header", "header2.xml", "青山区"),
      margin("footer", "footer1.xml", "第  页 共  页"),
    ];
    expect(leftIn(await expectForm(bodyOf(), parts))).toEqual(["（页眉）青山区"]);
  });

  it("a report around the form is told in one piece", async () => {
    const prose = Array.from({ length: 40 }, (_, at) => `<w:p>${run(`第${at}段，项目概况和主要做法。`)}</w:p>`).join(
      "",
    );
    const form = await expectForm(`<w:p>${run("某项目绩效自评报告")}</w:p>${prose}${bodyOf()}${prose}`);
    expect(leftIn(form).filter((text) => text.startsWith("（表外的文字"))).toHaveLength(2);
  });

  it("names of project and units above the table", async () => {
    const lines = `<w:p>${run("项目名称：青山区平台运维项目")}</w:p><w:p>${run(`主管部门：${FORM.competentDepartment}`)}<w:r><w:tab/></w:r>${run(`实施单位：${FORM.implementingUnit}`)}</w:p>`;
    await expectForm(
      bodyOf()
        .replace(/<w:tr>.*?<\/w:tr><w:tr>.*?<\/w:tr>/u, "")
        .replace("<w:tbl>", `${lines}<w:tbl>`),
    );
  });

  it.each(["repeated", "merged"] as const)("a label torn over two tables, %s", async (labels) => {
    const indicators = FORM.indicators.map((each) => ({ ...each, level1: "产出指标", level2: "数量指标" }));
    const body = bodyOf({ tables: "pages", labels }, { ...FORM, indicators });
    const from = body.lastIndexOf("<w:tbl>");
    const [before, after] = [body.slice(0, from), body.slice(from)];
    const at = before.lastIndexOf(">数量指标<");
    const torn = `${before.slice(0, at)}>数量<${before.slice(at + ">数量指标<".length)}${after.replace(">数量指标<", ">指标<")}`;
    const { forms } = await read(torn);
    expect(forms.flatMap((form) => differences({ ...FORM, indicators }, encodeForm(form)))).toEqual([]);
    expect(forms).toHaveLength(1);
  });
});
