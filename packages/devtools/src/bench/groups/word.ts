/** DOCX: the command as a whole, and the making alone held against other ways of making it. */
import { type Bench, type Group, inFolder, looped, patienceFor, rival } from "../bench.ts";
import type { Contender } from "../contender.ts";
import { bytesPerForm } from "../written-bytes.ts";
import { rendering } from "./rendering.ts";

/** How often the disclosed forms are made in one run, so that each takes more than a second. */
const WAYS = [
  { way: "ours", name: "本工具：只计由表到字节", times: 40, note: "样式、页脚、所带数据俱全" },
  { way: "limit", name: "极限：WordprocessingML 字符串 + node:zlib", times: 60, note: "没有样式，没有数据" },
  { way: "docxtemplater", name: "docxtemplater + pizzip", times: 6, note: "模板填写，不合并单元格" },
  { way: "docx", name: "docx 库整份生成", times: 4, note: "同样的表，有页脚" },
] as const;

export const word: Group = {
  id: "docx",
  title: "Word（每份自评表一个文件）",
  base: "docx",
  contenders: (bench) => [
    ...WAYS.map((each) => making(bench, each)),
    ...bench.sizes.map((size) => rendering(bench, ["docx"], size)),
  ],
};

function making(bench: Bench, { way, name, times, note }: (typeof WAYS)[number]): Contender {
  const forms = bench.season.forms.length;
  return {
    id: way === "ours" ? "docx-ours" : way,
    name,
    forms: forms * times,
    rounds: 5,
    note: `单核，在内存中；${note}`,
    measure: () =>
      inFolder(bench, async (folder) => {
        const args = [way, bench.season.single, folder, String(times)];
        const done = await rival(bench, "word-process", args, patienceFor(forms * times));
        return looped(done, bytesPerForm(folder, forms));
      }),
  };
}
