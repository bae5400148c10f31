/** Data in a file that says it is ours and cannot be used as such. */
import { Refusal } from "../refusal.ts";

/** The file carries data of ours, altered or cut: neither it nor the page beside it is to be trusted. */
export class UnusableTwin extends Refusal {
  /** `why`: one Chinese sentence. */
  constructor(why: string) {
    const next = "请改用同一份表的 form.json，或向发布单位索取原件。";
    super("damaged-file", undefined, "文件所带的数据已被改动，没有读取。", why, next);
  }
}
