/** Which fonts a Word document asks for: Chinese characters follow `eastAsia` alone, so it must never be left out. */
import { findEdition } from "@zipingbiao/core";
import { sampleForm } from "@zipingbiao/core/testing";
import { expect, it } from "vitest";
import { loadTemplates, renderDocx, renderPage, viewForm } from "../src/index.ts";
import { alteredTemplates } from "./altered-templates.ts";
import { partOf } from "./word-xml.ts";

it.each([
  ["Zpb Song", "宋体"],
  ["Zpb Hei", "黑体"],
  ["Zpb Kai", "楷体"],
  ["Zpb FangSong", "仿宋"],
  ["Zpb XiaoBiaoSong", "方正小标宋简体"],
])("%s is %s for every script, in styles, text and footer", async (role, name) => {
  const edition = findEdition("sh-2024");
  if (edition === undefined) throw new Error("unknown edition");
  const templates = loadTemplates(alteredTemplates({ "page.css": (css) => css.replaceAll('"Zpb Song"', `"${role}"`) }));
  const docx = await renderDocx(renderPage(templates, viewForm(sampleForm({}), edition)));
  let asked = 0;
  for (const part of ["word/styles.xml", "word/document.xml", "word/footer1.xml"]) {
    for (const [fonts] of partOf(docx, part).matchAll(/<w:rFonts [^>]*>/gu)) {
      asked += 1;
      for (const script of ["ascii", "hAnsi", "eastAsia", "cs"]) expect(fonts).toContain(`w:${script}="${name}"`);
    }
  }
  expect(asked).toBeGreaterThan(5);
});
