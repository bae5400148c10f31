/** A form as a workbook by hand: inline texts under the official captions, labels merged as in the official form. */
import { crc32 } from "node:zlib";
import type { WireForm } from "@zipingbiao/core";

const OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const RELATED = "http://schemas.openxmlformats.org/package/2006/relationships";
const TYPES = "http://schemas.openxmlformats.org/package/2006/content-types";

/** `change` may give other XML for the inside of a cell, with its type. */
export function formWorkbook(form: WireForm, change: Readonly<Record<string, string>> = {}): Uint8Array {
  const sheet = rowsOf(form).map((row, at) => {
    const cells = row.map((text, column) => {
      const name = `${String.fromCharCode(65 + column)}${at + 1}`;
      if (change[name] !== undefined) return `<c r="${name}">${change[name]}</c>`;
      const escaped = text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
      return text === "" ? "" : `<c r="${name}" t="inlineStr"><is><t>${escaped}</t></is></c>`;
    });
    return `<row r="${at + 1}">${cells.join("")}</row>`;
  });
  return stored({
    "[Content_Types].xml": `<Types xmlns="${TYPES}"><Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/></Types>`,
    "_rels/.rels": `<Relationships xmlns="${RELATED}"><Relationship Id="a" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    "xl/workbook.xml": `<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets><sheet name="自评表" sheetId="1" r:id="a"/></sheets></workbook>`,
    "xl/_rels/workbook.xml.rels": `<Relationships xmlns="${RELATED}"><Relationship Id="a" Type="${OFFICE}/worksheet" Target="sheet.xml"/></Relationships>`,
    "xl/sheet.xml": `<worksheet xmlns="${MAIN}"><sheetData>${sheet.join("")}</sheetData><mergeCells><mergeCell ref="A1:H1"/></mergeCells></worksheet>`,
  });
}

function rowsOf(form: WireForm): string[][] {
  const { total, currentYearAppropriation, carryover, otherFunds } = form.funds;
  const line = (label: string, row: typeof total): string[] => {
    const { initialBudget, annualBudget, annualExecution, weight, executionRate, score } = row;
    return [
      "",
      label,
      ...[initialBudget, annualBudget, annualExecution, weight, executionRate, score].map((text) => text ?? "-"),
    ];
  };
  return [
    [form.title],
    [`（${form.fiscalYear}年度）`],
    ["项目名称", "", form.projectName],
    ["主管部门", "", form.competentDepartment, "", "实施单位", "", form.implementingUnit],
    [`项目资金（${form.currencyUnit}）`, "", "年初预算数", "全年预算数", "全年执行数", "分数", "执行率(%)", "得分"],
    line("年度资金总额", total),
    line("其中：当年财政拨款", currentYearAppropriation),
    line("上年结转资金", carryover),
    line("其他资金", otherFunds),
    ["年度总体目标", "预期目标", "", "", "实际完成情况"],
    ["", form.overallGoal.expected, "", "", form.overallGoal.actual],
    ["一级指标", "二级指标", "三级指标", "年度指标值", "实际完成值", "分值", "得分", "偏差原因分析及改进措施"],
    ...form.indicators.map((each) => [
      each.level1,
      each.level2,
      each.name,
      each.target,
      each.actual,
      each.weight ?? "",
      each.score ?? "",
      each.deviationNote,
    ]),
    ["总分", "", "", "", "", form.totalWeight ?? "", form.totalScore ?? ""],
    ["评分等级", "", form.rating ?? ""],
  ];
}

/** An archive whose parts are not packed. */
function stored(parts: Readonly<Record<string, string>>): Uint8Array {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let at = 0;
  for (const [name, text] of Object.entries(parts)) {
    const [title, body] = [Buffer.from(name), Buffer.from(text)];
    const fields = Buffer.alloc(26);
    fields.writeUInt16LE(20, 0);
    fields.writeUInt32LE(crc32(body), 10);
    fields.writeUInt32LE(body.length, 14);
    fields.writeUInt32LE(body.length, 18);
    fields.writeUInt16LE(title.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(at, 10);
    directory.push(Buffer.from("PK\u0001\u0002\u0014\u0000", "latin1"), fields, place, title);
    bodies.push(Buffer.from("PK\u0003\u0004", "latin1"), fields, title, body);
    at += 30 + title.length + body.length;
  }
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(Object.keys(parts).length, 8);
  end.writeUInt16LE(Object.keys(parts).length, 10);
  end.writeUInt32LE(Buffer.concat(directory).length, 12);
  end.writeUInt32LE(at, 16);
  return Buffer.concat([...bodies, ...directory, end]);
}
