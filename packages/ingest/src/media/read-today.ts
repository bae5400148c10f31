/** What can be handed in, for the refusal of everything else. */
export const READ_TODAY =
  "能读取的是 Excel 工作簿（.xlsx）、Word 文档（.docx）、PDF、网页（.html）、纯文本、制表符分隔的文本和 JSON。";

/** What to do with an archive of files. */
export const UNPACK = "请解压后，把里面的表逐个交来。";

/** A label behind a Chinese word: a blank parts them where it begins in Latin letters. */
export function spaced(label: string): string {
  return /^[A-Za-z]/u.test(label) ? ` ${label}` : label;
}
