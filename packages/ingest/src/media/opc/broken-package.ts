/** Why an Office file was not opened. */
import { Refusal } from "../../refusal.ts";

const NEXT = "请用 Office 或 WPS 打开原件，另存为 .xlsx 或 .docx 后再读；打不开的，请向报送单位重新索取。";

/** The file is not what its format demands: cut off, altered, or made to mislead. */
export function brokenPackage(why: string): Refusal {
  return new Refusal("damaged-file", undefined, "文件不能按 Office 文件打开。", why, NEXT);
}

/** The file, or a part of it, is larger than any form needs. */
export function oversizedPackage(why: string): Refusal {
  return new Refusal("too-large", undefined, "文件展开后过大，没有读取。", why, "请只留下自评表，或拆成几份再读。");
}
