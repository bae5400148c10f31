/** Documents made in this process, by the browser that it keeps warm. Needs no server. */
import type { RenderParts } from "../render-form.ts";
import { runLimited } from "../batch/run-limited.ts";
import type { FormEngine, Maker } from "./engine.ts";
import { FORMS_IN_WORK, tryForm } from "./make-form.ts";

/** `parts` and what they were made of; closing them is their owner's. */
export function localEngine(parts: RenderParts, program: Pick<Maker, "tool" | "program">): FormEngine {
  return {
    async maker() {
      const printer = await parts.printer();
      const browser = await printer.browser();
      return { ...program, templates: parts.templates.sha256, browser, fonts: printer.versions.fontSet };
    },
    async run(tasks, take) {
      await runLimited(tasks, FORMS_IN_WORK, async (task) => await take(task, await tryForm(task.open(), parts)));
    },
    close: () => Promise.resolve(),
  };
}
