import { describe, expect, it } from "vitest";
import type { Environment, InputFile } from "../environment.ts";
import { listSources } from "./list-sources.ts";

const manifest = (...paths: readonly string[]): string =>
  JSON.stringify({ schema: "zipingbiao/manifest@1", files: paths.map((path) => ({ path })) });

/** Files by path; those without a content are empty. */
function folderOf(contents: Readonly<Record<string, string>>): Pick<Environment, "listInputs" | "readInput"> {
  const files: readonly InputFile[] = Object.keys(contents).map((path) => ({ path, name: path }));
  return {
    listInputs: () => Promise.resolve({ files, troubles: [] }),
    readInput: ({ path }) => Promise.resolve(new TextEncoder().encode(contents[path])),
  };
}

const pathsIn = async (contents: Readonly<Record<string, string>>) =>
  (await listSources(["in"], folderOf(contents))).files.map(({ path }) => path);

describe("listSources", () => {
  it("leaves of a publication the forms, and what it does not list", async () => {
    const own = manifest("index.html", "data/forms.json", "forms/甲/form.json", "forms/甲/form.pdf");
    expect(
      await pathsIn({
        "out/manifest.json": own,
        "out/index.html": "",
        "out/data/forms.json": "",
        "out/forms/甲/form.json": "",
        "out/forms/甲/form.pdf": "",
        "out/forms/甲/另一份.txt": "",
        "index.html": "",
        "甲.json": "",
      }),
    ).toEqual(["out/forms/甲/form.json", "out/forms/甲/另一份.txt", "index.html", "甲.json"]);
  });

  it("leaves everything beside a manifest of somebody else", async () => {
    const paths = { "manifest.json": `{"files":[{"path":"a.txt"}]}`, "a.txt": "" };
    expect(await pathsIn(paths)).toEqual(Object.keys(paths));
  });

  it("says so when there is nothing to read", async () => {
    const empty = await listSources(["一", "二"], folderOf({}));
    expect(empty.troubles).toMatchObject([{ code: "input/nothing", file: "一、二" }]);
    const bare = await listSources(["一"], folderOf({ "manifest.json": manifest("index.html"), "index.html": "" }));
    expect(bare).toMatchObject({ files: [], troubles: [{ code: "input/nothing" }] });
    expect((await listSources(["一"], folderOf({ "a.txt": "" }))).troubles).toEqual([]);
  });
});
