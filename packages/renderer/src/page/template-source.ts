/** Port: where template and style texts come from. Only the installation or an explicit path is ever trusted. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";

export interface TemplateSource {
  /** Where the templates lie, for messages. */
  readonly place: string;
  /** The text of `editions/sh-2024/form.hbs` and the like; `undefined` when there is no such file. */
  read(name: string): string | undefined;
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
