/** What the fill-in workbooks say to whoever fills them in, as prose: read the difference before blessing it. */
import { EDITIONS } from "@zipingbiao/core";
import { type Sheet, readXlsx } from "hucre/xlsx";
import { expect, it } from "vitest";
import { renderFormTemplate, renderListTemplate } from "../src/index.ts";

it.each(EDITIONS)("the workbooks of $id say what they always said", async (edition) => {
  const words: string[] = [];
  for (const bytes of [await renderFormTemplate(edition), await renderListTemplate(edition)]) {
    const { sheets } = await readXlsx(bytes);
    for (const sheet of sheets) words.push(`## ${sheet.name}`, ...textsOf(sheet), ...promptsOf(sheet), "");
  }
  await expect(words.join("\n")).toMatchFileSnapshot(`./__snapshots__/template-${edition.id}.txt`);
});

/** The fixed texts, row by row. */
function textsOf({ rows }: Sheet): string[] {
  return rows.flatMap((row) => {
    const texts = row.filter((value) => typeof value === "string" && value !== "");
    return texts.length === 0 ? [] : [texts.join(" │ ")];
  });
}

/** `D13:D42 年度指标值：…（≥、≤）` */
function promptsOf({ dataValidations = [] }: Sheet): string[] {
  return dataValidations.map(({ range, inputTitle = "", inputMessage = "", values }) => {
    const choices = values === undefined ? "" : `（${values.join("、")}）`;
    return `${range} ${inputTitle}：${inputMessage}${choices}`;
  });
}
