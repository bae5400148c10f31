/** What can be handed in, for the refusal of everything else. Our own documents are read by their data, before they come here. */
export const READ_TODAY =
  "现在读取的是 Excel 工作簿（.xlsx）、PDF、纯文本、制表符分隔的文本和 JSON，以及本工具生成的 Word 和网页（网页须未经另存）。";
