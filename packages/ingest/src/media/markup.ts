/** Text that is written in a markup language, or parted in a way that is not read: which one. */

/** Named, with what to do with it. */
interface ForeignMarkup {
  readonly label: string;
  readonly next: string;
}

const AS_DOCUMENT = "请在 Word 或 WPS 里另存为「Word 文档（.docx）」后再读。";
const AS_WORKBOOK = "请在 Excel 或 WPS 里另存为「Excel 工作簿（.xlsx）」后再读。";
const FOREIGN: readonly (readonly [RegExp, ForeignMarkup])[] = [
  [/^\s*\{\\rtf/u, { label: "RTF 文件（.rtf）", next: AS_DOCUMENT }],
  [
    /^(?:[\w-]+:[^\n]*\r?\n(?:[ \t][^\n]*\r?\n)*){0,40}content-type:\s*multipart\/related/iu,
    { label: "单个文件网页（.mht）", next: "请用浏览器、Word 或 WPS 打开，另存为 .docx 或「网页（.html）」后再读。" },
  ],
  [/^\s*<\?xml[^]{0,2000}<(?:\w+:)?Workbook[\s>]/u, { label: "Excel 2003 XML 表格", next: AS_WORKBOOK }],
  [/^\s*<\?xml[^]{0,4000}<(?:w:wordDocument|pkg:package)[\s>]/u, { label: "Word 2003 XML 文档", next: AS_DOCUMENT }],
  [/(?:^|\n)[,"\uFEFF]*项目名称"?,/u, { label: "逗号分隔的文本（.csv）", next: AS_WORKBOOK }],
  [
    /^\s*(?:<\?xml[^]{0,2000})?<(?:svg|office:document)[\s>]/iu,
    { label: "XML 文件", next: "请另存为 .docx、.xlsx 或网页（.html）后再读。" },
  ],
];
/** What may stand before the first element of a page. */
const PRELUDE = /^(?:\s|\uFEFF|<!--[^]*?-->|<\?[^>]*>|<!doctype[^>]*>|<!\[[^>]*>)+/iu;
const FIRST_ELEMENT =
  /^<(?:html|head|body|meta|title|style|link|base|script|table|tbody|tr|div|p|h[1-6]|center|font|section|article|main|header|nav|form|span|br|hr|ul|ol|b|strong)(?:[\s/>])/iu;
const HOW_FAR = 100_000;

/** A format that is known by its first words but not read. */
export function foreignMarkup(text: string): ForeignMarkup | undefined {
  const start = text.slice(0, 8000);
  return FOREIGN.find(([pattern]) => pattern.test(start))?.[1];
}

/** Whether a text is a web page: by its first element, or by a whole table in it. */
export function isWebPage(text: string): boolean {
  const start = text.slice(0, HOW_FAR);
  if (/^\s*(?:<\?xml[^>]*>\s*)?<!doctype\s+html/iu.test(start)) return true;
  const first = start.replace(PRELUDE, "");
  if (FIRST_ELEMENT.test(first)) return true;
  const table = /<table[\s>]/iu.exec(start);
  return table !== null && /<t[dh][\s>]/iu.test(start.slice(table.index));
}

/** The encoding that a page names, in lower case. */
export function namedEncoding(text: string): string | undefined {
  return /<meta\s[^>]*charset\s*=\s*["']?\s*([\w-]{2,20})/iu.exec(text.slice(0, 8000))?.[1]?.toLowerCase();
}
