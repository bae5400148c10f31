/** Loads the site's data files. A page from a disk may fetch nothing; it may run a script that puts a text into a global. */
import { type DataFiles, dataName } from "../search/data-files.ts";

declare global {
  interface Window {
    zipingbiao?: Record<string, string>;
  }
}

/** Runs a script that lies beside this one. Rejects when it is not there. */
export async function loadScript(name: string): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    const script = document.createElement("script");
    script.src = `site/${name}.js`;
    script.addEventListener("load", () => {
      script.remove();
      resolve();
    });
    script.addEventListener("error", () => {
      script.remove();
      reject(new Error(`没有找到 site/${name}.js`));
    });
    document.head.append(script);
  });
}

/** The text of a data file; it is given once and not kept. */
export async function loadText(kind: keyof DataFiles, part: number): Promise<string> {
  const name = dataName(kind, part);
  await loadScript(name);
  const text = window.zipingbiao?.[name];
  delete window.zipingbiao?.[name];
  if (text === undefined) throw new Error(`site/${name}.js 里没有数据`);
  return text;
}

/** What a data file holds; the files were written together with this script. */
export async function loadData<Kind extends "rows" | "texts">(kind: Kind, part: number): Promise<DataFiles[Kind]> {
  return JSON.parse(await loadText(kind, part)) as DataFiles[Kind];
}
