/** Progress events → one status line, or one JSON object a line. */
import { type ProgressEvent, type ProgressStep, formatTrouble } from "@zipingbiao/publisher";
import type { Console } from "./console.ts";
import { queueLine } from "./queue-line.ts";

const STEPS: Readonly<Record<ProgressStep, string>> = {
  read: "读取",
  check: "检查",
  print: "打印",
  volume: "汇编",
  report: "汇总",
  data: "数据",
  verify: "核对",
};

/** A reporter for the terminal; with `json` every event is a line of JSON on standard error. */
export function reporter(console: Console, json: boolean): (event: ProgressEvent) => void {
  if (json) return (event) => console.say(JSON.stringify(event));
  return (event) => {
    switch (event.kind) {
      case "step":
        console.status(`${STEPS[event.step]} ${event.done}/${event.total}`);
        break;
      case "queue":
        console.status(queueLine(event));
        break;
      case "note":
        console.status(event.message);
        break;
      case "warning":
        console.say(`注意：${event.message}`);
        break;
      case "trouble":
        console.say(`未完成：${formatTrouble(event.trouble)}`);
        break;
    }
  };
}
