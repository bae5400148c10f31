import { EDITIONS, KNOWN_LAYOUTS } from "@zipingbiao/core";
import { readFileSync, readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { FOREIGN_LAYOUTS } from "../../test/foreign-layouts.ts";
import { KNOWN_SPECIMENS } from "../../test/known-specimens.ts";
import { readForms } from "../index.ts";
import { layoutsOf } from "./name-layout.ts";

const read = async (text: string) => await readForms({ name: "表.txt", bytes: new TextEncoder().encode(text) });
const namesOf = (text: string) => layoutsOf(text.split("\n")).map(({ id }) => id);

describe("a layout that is known by name", () => {
  it.each(KNOWN_SPECIMENS)("%s, %s: has its own name and no other, and gives no values", async (id, _which, text) => {
    expect(namesOf(text)).toEqual([id]);
    const { forms, problems } = await read(text);
    expect(forms).toEqual([]);
    const layout = KNOWN_LAYOUTS.find((each) => each.id === id);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject({
      code: "known-layout",
      file: "表.txt",
      what: `「${layout?.name}」可识别，尚不能评分。`,
    });
    expect(problems[0]?.line).toBeTypeOf("number");
    for (const sentence of [problems[0]?.why, problems[0]?.next]) expect(sentence).toMatch(/\p{Script=Han}。$/u);
    for (const { name } of EDITIONS) expect(problems[0]?.next).toContain(name);
  });

  it.each(KNOWN_SPECIMENS.filter(([, , text]) => text.includes("\t")))(
    "%s, %s: as a web page",
    async (id, _which, text) => {
      const lines = text.split("\n").filter((line) => line !== "");
      const table = lines.findIndex((line) => line.includes("\t"));
      const rows = lines.slice(table).map((line) => `<tr><td>${line.split("\t").join("</td><td>")}</td></tr>`);
      const head = lines.slice(0, table).map((line) => `<p>${line}</p>`);
      const page = `<!DOCTYPE html><meta charset="utf-8"><body>${head.join("")}<table>${rows.join("")}</table>`;
      const { forms, problems } = await readForms({ name: "表.html", bytes: new TextEncoder().encode(page) });
      expect(forms).toEqual([]);
      expect(problems.map(({ code, what }) => [code, what])).toEqual([
        ["known-layout", `「${KNOWN_LAYOUTS.find((each) => each.id === id)?.name}」可识别，尚不能评分。`],
      ]);
    },
  );

  it("has a specimen, a name of its own and a source", () => {
    expect(new Set(KNOWN_SPECIMENS.map(([id]) => id))).toEqual(new Set(KNOWN_LAYOUTS.map(({ id }) => id)));
    expect(new Set(KNOWN_LAYOUTS.map(({ name }) => name)).size).toBe(KNOWN_LAYOUTS.length);
    for (const { basis } of KNOWN_LAYOUTS) expect(basis.note).toMatch(/\p{Script=Han}/u);
  });

  it("does not stop the forms beside it", async () => {
    const form = readFileSync(new URL("../../../../fixtures/disclosed/jiading-2024.txt", import.meta.url), "utf8");
    const others = KNOWN_SPECIMENS.map(([, , text]) => text);
    const { forms, problems } = await read([...others, form].join("\n"));
    expect(forms).toHaveLength(3);
    // A section may begin with the end of another; none of them becomes a form.
    expect(problems.length).toBeGreaterThanOrEqual(KNOWN_LAYOUTS.length);
  });
});

describe("what has no name", () => {
  it.each(Object.entries(FOREIGN_LAYOUTS))("%s", (_name, text) => expect(namesOf(text)).toEqual([]));

  const folder = (path: string) => new URL(`../../../../fixtures/${path}/`, import.meta.url);
  const files = ["disclosed", "invented/central-2020"].flatMap((path) =>
    readdirSync(folder(path)).flatMap((name) => (name.endsWith(".txt") ? [new URL(name, folder(path))] : [])),
  );
  it.each(files)("no form of an edition is called by another layout's name: %s", (file) => {
    const forms = readFileSync(file, "utf8").split(/^(?=(?:财政)?项目支出绩效自评表)/mu);
    for (const form of forms) expect(namesOf(form)).toEqual([]);
  });

  it("a form that two layouts would fit is not called by either name", async () => {
    const [sichuan, hubei] = ["sichuan-10-90", "hubei-20-80"].map(
      (id) => KNOWN_SPECIMENS.find(([each]) => each === id)?.[2] ?? "",
    );
    const rows = `${sichuan}${hubei?.split("\n").slice(4).join("\n")}`;
    expect(namesOf(rows)).toHaveLength(2);
    expect((await read(rows)).problems[0]?.code).toBe("unrecognised-layout");
  });
});
