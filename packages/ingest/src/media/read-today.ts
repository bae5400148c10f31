/** What can be handed in, for the refusal of everything else. */
export const READ_TODAY =
  "现在读取的是 Excel 工作簿（.xlsx）、Word 文档（.docx）、PDF、网页（.html）、纯文本、制表符分隔的文本和 JSON。";
