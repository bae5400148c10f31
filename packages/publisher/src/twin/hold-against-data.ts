/** What was read of a document's page, held against the data that the document carries: of files that were saved again. */
import { type SelfEvaluationForm, type Twin, encodeForm, labelIn, publishedForm } from "@zipingbiao/core";
import { type DocumentProblem, checkTwins } from "./check-document.ts";

/** More than these are only counted. */
const MOST_DIFFERENCES = 20;

/** Every way in which data and forms differ, none when they say the same; white space does not count. Never throws. */
export function holdAgainstData(
  twins: readonly Twin[],
  seen: readonly SelfEvaluationForm[],
): readonly DocumentProblem[] {
  return checkTwins(twins, (_twin, forms) => ({ problems: differencesOf(seen, forms) })).problems;
}

function differencesOf(
  seen: readonly SelfEvaluationForm[],
  told: readonly SelfEvaluationForm[],
): readonly DocumentProblem[] {
  if (seen.length !== told.length)
    return [
      {
        code: "twin/text",
        place: "自评表",
        what: "文字与数据不同",
        shown: `${seen.length} 份`,
        data: `${told.length} 份`,
      },
    ];
  return told.flatMap((form, at) => differencesIn(seen[at] ?? form, publishedForm(form))).slice(0, MOST_DIFFERENCES);
}

function differencesIn(seen: SelfEvaluationForm, told: SelfEvaluationForm): readonly DocumentProblem[] {
  const [shown, data] = [contentOf(seen), contentOf(told)];
  return [...new Set([...data.keys(), ...shown.keys()])].flatMap((path): DocumentProblem[] => {
    const [a, b] = [shown.get(path) ?? "", data.get(path) ?? ""];
    if (squeezed(a) === squeezed(b)) return [];
    const place = labelIn(told.indicators.length < seen.indicators.length ? seen : told, path);
    return [{ code: "twin/text", place, what: "文字与数据不同", shown: a, data: b }];
  });
}

/** Every text of a form by its path; where it came from, and what was not certain about it, apart. */
function contentOf(form: SelfEvaluationForm): ReadonlyMap<string, string> {
  const { origin: _origin, leftovers: _leftovers, unreadable: _unreadable, ...content } = encodeForm(form);
  const texts = new Map<string, string>();
  collect(content, "", texts);
  return texts;
}

function collect(value: unknown, path: string, into: Map<string, string>): void {
  if (Array.isArray(value)) for (const [at, each] of value.entries()) collect(each, `${path}[${at}]`, into);
  else if (typeof value === "object" && value !== null)
    for (const [key, each] of Object.entries(value)) collect(each, path === "" ? key : `${path}.${key}`, into);
  else if (typeof value === "string" || typeof value === "number") into.set(path, `${value}`);
}

function squeezed(text: string): string {
  return text.replaceAll(/\s+/gu, "");
}
