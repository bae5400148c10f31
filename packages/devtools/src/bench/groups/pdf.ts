/** PDF, tagged, a file a form: ours, the loop that one writes first, Typst, LibreOffice. */
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { type Bench, type Group, inFolder, looped, patienceFor, rival, roundsFor, zpb } from "../bench.ts";
import type { Contender } from "../contender.ts";
import { program } from "../machine.ts";
import { measureProcess } from "../measured-process.ts";
import { bytesPerForm, countFiles } from "../written-bytes.ts";
import { rendering } from "./rendering.ts";

/** Files that LibreOffice is given in one call. */
const MANY_FILES = 100;

export const pdf: Group = {
  id: "pdf",
  title: "PDF（带标签，每份自评表一个文件）",
  base: "naive",
  contenders: (bench) => [
    ...bench.sizes.map((size) => rendering(bench, ["pdf"], size)),
    warm(bench),
    naive(bench),
    naiveCold(bench),
    typst(bench, 1, 1),
    ...[1, 2].map((workers) => typst(bench, batchOf(bench), workers)),
    libreOffice(bench, 1),
    libreOffice(bench, MANY_FILES),
  ],
};

/** Enough that starting up does not count, and no more than a competitor needs to show its pace. */
function batchOf({ sizes }: Bench): number {
  return Math.min(500, Math.max(100, ...sizes));
}

function warm(bench: Bench): Contender {
  const forms = bench.season.forms.length;
  return {
    id: "warm",
    name: "本工具，程序已在运行，逐份重印",
    forms,
    rounds: 3,
    note: "一份印完再印下一份；读取、写盘在内，启动不计",
    measure: () =>
      inFolder(bench, async (folder) => {
        const done = await rival(bench, "own-warm-process", [bench.season.single, folder], patienceFor(forms));
        return looped(done, bytesPerForm(folder, forms + WARM_UP, ["pdf"]));
      }),
  };
}

/** Forms that `own-warm-process.ts` prints before it counts. */
const WARM_UP = 10;

function naive(bench: Bench): Contender {
  const forms = bench.season.forms.length;
  return {
    id: "naive",
    name: "朴素 puppeteer 循环：系统 Chromium，一个标签页",
    forms,
    rounds: 3,
    note: "同样的网页，已排好；只计循环，启动不计",
    measure: () =>
      inFolder(bench, async (folder) => {
        const browser = program("chromium");
        const done = await rival(
          bench,
          "naive-process",
          [browser, await pagesOf(bench), folder],
          patienceFor(forms * 5),
        );
        return { ...looped(done, bytesPerForm(folder, forms)), processor: done.processor };
      }),
  };
}

function naiveCold(bench: Bench): Contender {
  return {
    id: "naive-cold",
    name: "朴素 puppeteer，新进程、新浏览器",
    forms: 1,
    rounds: roundsFor(1),
    note: "网页已排好",
    measure: () =>
      inFolder(bench, async (folder) => {
        const browser = program("chromium");
        const { seconds, processor, peak } = await rival(
          bench,
          "naive-process",
          [browser, await pagesOf(bench), folder, "1"],
          60,
        );
        return { seconds, processor, peak, bytes: bytesPerForm(folder, 1) };
      }),
  };
}

function typst(bench: Bench, forms: number, workers: number): Contender {
  return {
    id: forms === 1 ? "typst-cold" : `typst-${workers}`,
    name: forms === 1 ? "Typst，新进程" : `Typst，${workers} 个进程`,
    forms,
    rounds: roundsFor(forms),
    note: "同样的表（自写模板），Noto Serif SC，带标签；续页不重印分组名，不带数据，不核对文字",
    measure: () =>
      inFolder(bench, async (folder) => {
        const args = [bench.season.folder(forms), folder, String(workers)];
        const { seconds, processor, peak } = await rival(bench, "typst-process", args, patienceFor(forms));
        return { seconds, processor, peak, bytes: bytesPerForm(folder, forms) };
      }),
  };
}

function libreOffice(bench: Bench, files: number): Contender {
  return {
    id: `libreoffice-${files}`,
    name: files === 1 ? "LibreOffice 转换本工具的 Word，一次一个文件" : `LibreOffice，一次 ${files} 个文件`,
    forms: files,
    rounds: files === 1 ? 3 : 1,
    note: "Word 已生成；不带标签",
    measure: () =>
      inFolder(bench, async (folder) => {
        const office = program("soffice");
        const documents = await wordFilesOf(bench);
        const names = readdirSync(documents).toSorted().slice(0, files);
        const profile = `-env:UserInstallation=file://${join(bench.work, "office-profile")}`;
        const paths = names.map((name) => join(documents, name));
        const { seconds, processor, peak } = await measureProcess(
          office,
          ["--headless", profile, "--convert-to", "pdf", "--outdir", folder, ...paths],
          { patience: 120 + files * 5 },
        );
        const written = countFiles(folder, "pdf");
        if (written !== files) throw new Error(`${files} 个文件只转出 ${written} 个`);
        return { seconds, processor, peak, bytes: bytesPerForm(folder, files) };
      }),
  };
}

/** The web pages of the disclosed forms, as the tool publishes them. */
async function pagesOf(bench: Bench): Promise<string> {
  return await madeOnce(bench, "pages", "html", bench.season.single);
}

async function wordFilesOf(bench: Bench): Promise<string> {
  return await madeOnce(bench, "word-files", "docx", bench.season.folder(MANY_FILES));
}

async function madeOnce(bench: Bench, name: string, format: string, forms: string): Promise<string> {
  const folder = join(bench.work, name);
  if (!existsSync(folder)) await zpb(bench, ["render", forms, "--to", format, "-o", folder], { patience: 300 });
  return folder;
}
