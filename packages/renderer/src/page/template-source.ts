/** Port: where template and style texts come from. Only the installation or an explicit path is ever trusted. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { TemplateError } from "../template/template-error.ts";

export interface TemplateSource {
  /** Where the templates lie, for messages. */
  readonly place: string;
  /** The text of `editions/sh-2024/form.hbs` and the like; `undefined` when there is no such file. */
  read(name: string): string | undefined;
}

/** Throws {@link TemplateError} when there is no such file; `caller` is the place that asks for it. */
export function readText(source: TemplateSource, file: string, caller = ""): string {
  const text = source.read(file);
  if (text !== undefined) return text;
  throw new TemplateError(file, 0, `在 ${source.place} 中没有这个文件${caller === "" ? "" : `，${caller}用到它`}`);
}

/** Templates in a folder. The folder is trusted: it is the installation's, or the operator named it. */
export function templatesIn(folder: URL): TemplateSource {
  return {
    place: fileURLToPath(folder),
    read(name) {
      try {
        return readFileSync(new URL(name, folder), "utf8");
      } catch (cause) {
        if ((cause as NodeJS.ErrnoException).code === "ENOENT") return undefined;
        throw cause;
      }
    },
  };
}

/** The templates that come with the program; `src/page` and `dist/page` lie equally deep. */
export function installedTemplates(): TemplateSource {
  return templatesIn(new URL("../../../../templates/", import.meta.url));
}
