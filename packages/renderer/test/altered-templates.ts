/** The installed templates with some texts changed, for tests of what is refused. */
import { type TemplateSource, installedTemplates } from "../src/index.ts";

/** `changes`: file name → new text, or a function of the installed text. */
export function alteredTemplates(
  changes: Readonly<Record<string, string | ((installed: string) => string)>>,
): TemplateSource {
  const installed = installedTemplates();
  return {
    place: "测试",
    read(name) {
      const change = Object.hasOwn(changes, name) ? changes[name] : undefined;
      if (typeof change === "string") return change;
      const text = installed.read(name);
      return change === undefined || text === undefined ? text : change(text);
    },
  };
}
