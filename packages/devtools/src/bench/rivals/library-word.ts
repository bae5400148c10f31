/** The table built whole by the `docx` library: styles, footer and document made anew for every form. */
import {
  AlignmentType,
  Document,
  Footer,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  TextRun,
  VerticalAlignTable,
} from "docx";
import { type FormRows, FUND_HEADINGS, INDICATOR_HEADINGS } from "./form-rows.ts";
import { FRAME_COLUMNS, INDICATOR_COLUMNS } from "./raw-word.ts";

export async function libraryWord(form: FormRows): Promise<Buffer> {
  return await Packer.toBuffer(
    new Document({
      title: form.projectName,
      creator: form.implementingUnit,
      sections: [
        {
          properties: {
            page: {
              size: { width: 11906, height: 16838 },
              margin: { top: 1020, right: 737, bottom: 907, left: 737 },
            },
          },
          footers: { default: new Footer({ children: [pageNumbers()] }) },
          children: [
            paragraph(form.title, AlignmentType.CENTER, 36),
            paragraph(form.year, AlignmentType.CENTER, 24),
            table(FRAME_COLUMNS, frameRows(form)),
            paragraph(""),
            table(INDICATOR_COLUMNS, indicatorRows(form)),
          ],
        },
      ],
    }),
  );
}

function frameRows(form: FormRows): TableRow[] {
  return [
    row([cell("项目名称"), cell(form.projectName, 7)]),
    row([cell("主管部门"), cell(form.competentDepartment, 2), cell("实施单位"), cell(form.implementingUnit, 4)]),
    row([
      cell(`项目资金（${form.currencyUnit}）`, 1, form.funds.length + 1),
      ...FUND_HEADINGS.map((text) => cell(text)),
    ]),
    ...form.funds.map((texts) => row(texts.map((text) => cell(text)))),
    row([cell("年度总体目标", 1, 2), cell("预期目标", 3), cell("实际完成情况", 4)]),
    row([cell(form.goals[0], 3), cell(form.goals[1], 4)]),
  ];
}

function indicatorRows({ indicators, totals, rating }: FormRows): TableRow[] {
  return [
    row(
      INDICATOR_HEADINGS.map((text) => cell(text)),
      true,
    ),
    ...indicators.map(({ level1, level2, cells }) =>
      row([
        ...(level1.rows > 0 ? [cell(level1.text, 1, level1.rows)] : []),
        ...(level2.rows > 0 ? [cell(level2.text, 1, level2.rows)] : []),
        ...cells.map((text) => cell(text)),
      ]),
    ),
    row([cell("总分", 5), cell(totals[0]), cell(totals[1]), cell("")]),
    row([cell("评分等级"), cell(rating, 7)]),
  ];
}

function table(columns: readonly number[], rows: TableRow[]): Table {
  return new Table({ rows, columnWidths: [...columns], layout: TableLayoutType.FIXED });
}

function row(children: TableCell[], tableHeader = false): TableRow {
  return new TableRow({ children, cantSplit: true, tableHeader });
}

function cell(text: string, columnSpan = 1, rowSpan = 1): TableCell {
  return new TableCell({
    children: [paragraph(text)],
    verticalAlign: VerticalAlignTable.CENTER,
    ...(columnSpan > 1 ? { columnSpan } : {}),
    ...(rowSpan > 1 ? { rowSpan } : {}),
  });
}

function paragraph(
  text: string,
  alignment: (typeof AlignmentType)[keyof typeof AlignmentType] = "left",
  size = 18,
): Paragraph {
  return new Paragraph({ alignment, children: text === "" ? [] : [new TextRun({ text, size })] });
}

function pageNumbers(): Paragraph {
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    children: [
      new TextRun({ children: ["第 ", PageNumber.CURRENT, " 页　共 ", PageNumber.TOTAL_PAGES, " 页"], size: 18 }),
    ],
  });
}
