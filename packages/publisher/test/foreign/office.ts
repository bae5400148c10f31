/** LibreOffice as other people use it: many files in one call, with a profile of its own. */
import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/** From what to what: the program's names for its filters. */
export interface Conversion {
  /** How the input is opened, where that is not plain from its name: a page as a text or as a sheet. */
  readonly open?: string;
  /** `docx:MS Word 2007 XML`; the part before the colon is the new ending. */
  readonly to: string;
}

/** Whether the program is on this machine; says so in a line of its own when it is not. */
export function hasOffice(): boolean {
  try {
    execFileSync("soffice", ["--version"], { stdio: "ignore" });
    return true;
  } catch {
    console.warn("LibreOffice (soffice) is not installed: NOTHING of this file was tested.");
    return false;
  }
}

/** Converts all files into `folder/into`, each under its own stem. Throws when the program fails. */
export function convertAll(files: readonly string[], { open, to }: Conversion, folder: string, into: string): string {
  const target = join(folder, into);
  mkdirSync(target, { recursive: true });
  const profile = `-env:UserInstallation=${pathToFileURL(join(folder, "profile")).href}`;
  const filters = [...(open === undefined ? [] : [`--infilter=${open}`]), "--convert-to", to, "--outdir", target];
  execFileSync("soffice", [profile, "--headless", ...filters, ...files], { stdio: "ignore", timeout: 600_000 });
  return target;
}
