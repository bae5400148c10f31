/** What a sample page shows; for tests and for the doctor's trial print. */
export interface SampleContent {
  readonly rows?: number;
  readonly goal?: string;
  readonly body?: string;
  readonly head?: string;
}

/** Page styles as a template writes them: A4, ruled table, page numbers in the margin. */
const style = `@page{size:A4;margin:20mm 15mm;@bottom-center{content:counter(page) " / " counter(pages);font:9pt "Zpb Song"}}
body{font:10.5pt/1.4 "Zpb Song";margin:0}h1{font:bold 18pt "Zpb Hei";text-align:center}
table{border-collapse:collapse;width:100%}td,th{border:0.5pt solid #000;padding:3pt}
tr{break-inside:avoid}.form+.form{break-before:page}`;

/** A page of the shape of a self-evaluation form, and the texts that its PDF must give back. */
export function samplePage(content: SampleContent = {}): { readonly html: string; readonly texts: readonly string[] } {
  const form = sampleForm(content);
  return { html: sampleDocument(form.html, content.head), texts: form.texts };
}

/** Many forms in one page, each beginning on a page of its own. */
export function sampleVolume(
  forms: number,
  content: SampleContent = {},
): { readonly html: string; readonly texts: readonly string[] } {
  const made = Array.from({ length: forms }, (_, index) =>
    sampleForm({ ...content, goal: `第${index + 1}份自评表的目标。` }),
  );
  return { html: sampleDocument(made.map((form) => form.html).join("")), texts: made.flatMap((form) => form.texts) };
}

function sampleDocument(body: string, head = ""): string {
  return `<!DOCTYPE html><html lang="zh-CN"><head><title>样张</title>${head}<style>${style}</style></head><body>${body}</body></html>`;
}

function sampleForm({ rows = 12, goal = "保障系统安全稳定运行。", body = "" }: SampleContent): {
  html: string;
  texts: string[];
} {
  const indicators = Array.from({ length: rows }, (_, index) => [
    "数量指标",
    `日常巡检次数第${index + 1}项`,
    `≥${250 + index}.00(次)`,
    `${295 + index}.00(次)`,
    "10.00",
    `9.${index}0`,
    "因机房搬迁，部分设备停机，已调整计划。",
  ]);
  const lines = indicators.map((cells, index) => {
    const group = `<th rowspan="${rows}" scope="rowgroup">产出指标</th>`;
    return `<tr>${index === 0 ? group : ""}${cells.map((cell) => `<td>${cell}</td>`).join("")}</tr>`;
  });
  const html =
    `<section class="form"><h1>财政项目支出绩效自评表</h1><p>（2024年度）</p><table>` +
    `<tr><th colspan="2">年度总体目标</th><td colspan="6">${goal}</td></tr>${lines.join("")}</table>${body}</section>`;
  return { html, texts: ["财政项目支出绩效自评表", "（2024年度）", "年度总体目标", goal, ...indicators.flat()] };
}
