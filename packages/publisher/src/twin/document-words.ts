/** What is said of a document that does not agree with its data. */
import type { Trouble } from "../trouble.ts";
import type { DocumentProblem } from "./check-document.ts";
import type { UnopenedDocument } from "./open-document.ts";

const SHOWN_DIFFERENCES = 3;
const SHOWN_TEXT = 60;

/** `「得分」：文件里是「9.96」，数据是「9.99」`; one sentence without full stop. */
function problemText({ place, what, shown, data }: DocumentProblem): string {
  const lead = place === undefined ? what : `${place}：`;
  if (shown === undefined || data === undefined) return place === undefined ? what : `${lead}${what}`;
  return `${lead}文件里${quoted(shown)}，数据${quoted(data)}`;
}

function quoted(text: string): string {
  if (text === "") return "没有";
  const characters = [...text];
  const short = characters.length > SHOWN_TEXT ? `${characters.slice(0, SHOWN_TEXT).join("")}…` : text;
  return `是「${short}」`;
}

/** Why a document is not read, with what to do instead. */
export function disagreement(file: string, problems: readonly DocumentProblem[]): Trouble {
  const shown = problems.slice(0, SHOWN_DIFFERENCES).map(problemText).join("；");
  const more = problems.length > SHOWN_DIFFERENCES ? `；另有 ${problems.length - SHOWN_DIFFERENCES} 处` : "";
  const [first] = problems;
  const isEdited = problems.every(({ code }) => code === "twin/text");
  return {
    code: first?.code ?? "twin/text",
    file,
    what: isEdited ? "文件里的文字与它所带的数据不一致，没有读取" : "文件所带的数据不能采信，没有读取",
    why: `${shown}${more}`,
    next: isEdited
      ? "文字印好后改过的，请对原来的 form.json 用 zpb correct 更正（--set，或 --from 改好的 Excel 工作簿），再用新出的文件；没有改过的，请向发布单位索取原件"
      : "请改用同一份表的 form.json，或向发布单位索取原件",
  };
}

const NAMES: Readonly<Record<UnopenedDocument["format"], string>> = {
  pdf: " PDF",
  docx: " Word 文件",
  html: "网页",
  xlsx: " Excel 工作簿",
};

/** A document of ours that was altered beyond comparing. */
export function alteredBeyondReading(file: string, { format, why }: UnopenedDocument): Trouble {
  return {
    code: "twin/altered",
    file,
    what: `这是本工具生成的${NAMES[format]}，但已被改动，文字无法核对，没有读取`,
    why,
    next: "请改用同一份表的 form.json，或向发布单位索取原件",
  };
}

/** A document of ours that another program saved again: what is read is what its page shows. */
export function savedAgain(file: string): Trouble {
  return {
    code: "twin/saved-again",
    file,
    what: "文件经别的程序另存过，读取的是页面上看到的文字",
    why: "页面的写法已不是本工具的写法；逐项核对，与文件所带的数据一致（空白不计）",
    next: "有原件的，请用原件核对",
  };
}
