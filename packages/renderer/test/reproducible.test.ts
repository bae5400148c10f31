import { inflateRawSync } from "node:zlib";
import { afterEach, describe, expect, it, vi } from "vitest";
import { loadTemplates, renderDocx, renderPage } from "../src/index.ts";
import { disclosedForms } from "./disclosed-forms.ts";
import { disclosedVolume } from "./disclosed-volume.ts";

const forms = disclosedForms();
const first = forms.filter(({ number }) => number === 1);
const samples = first.map(({ view }) => view);

/** Everything anew: templates, skeletons, documents. */
async function renderAll(views = samples): Promise<string[]> {
  const templates = loadTemplates();
  const pages = [...views, disclosedVolume(first)].map((view) => renderPage(templates, view));
  const documents = await Promise.all(pages.map((page) => renderDocx(page)));
  return documents.map((document) => Buffer.from(document).toString("base64"));
}

afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
});

describe("renderDocx", () => {
  it("gives the same bytes whatever the clock and the time zone", async () => {
    const expected = await renderAll();
    for (const zone of ["Asia/Shanghai", "America/New_York", "Pacific/Apia"]) {
      vi.stubEnv("TZ", zone);
      vi.useFakeTimers({ now: new Date("2038-01-19T03:14:08Z"), toFake: ["Date"] });
      expect(await renderAll()).toEqual(expected);
    }
  });

  it("gives the same bytes whatever was rendered before", async () => {
    const expected = (await renderAll()).slice(0, samples.length);
    const reversed = await renderAll(samples.toReversed());
    expect(reversed.slice(0, samples.length).toReversed()).toEqual(expected);
  });

  it("writes the list of parts first, and no date but the first that a zip has", async () => {
    const [view] = samples;
    if (view === undefined) throw new Error("no form");
    const zip = Buffer.from(await renderDocx(renderPage(loadTemplates(), view)));
    const names: string[] = [];
    let at = 0;
    while (zip.readUInt32LE(at) === 0x04034b50) {
      expect([zip.readUInt16LE(at + 10), zip.readUInt16LE(at + 12)]).toEqual([0, 0x21]);
      const nameLength = zip.readUInt16LE(at + 26);
      const packed = zip.readUInt32LE(at + 18);
      const begin = at + 30 + nameLength;
      names.push(zip.toString("latin1", at + 30, begin));
      const contents = zip.subarray(begin, begin + packed);
      const bytes = zip.readUInt16LE(at + 8) === 0 ? contents : inflateRawSync(contents);
      expect(bytes.length).toBe(zip.readUInt32LE(at + 22));
      expect(bytes.toString("utf8")).not.toMatch(/\b20[23]\d-\d\d-\d\dT/);
      at = begin + packed;
    }
    expect(names.slice(0, 2)).toEqual(["[Content_Types].xml", "_rels/.rels"]);
    expect(new Set(names).size).toBe(names.length);
  });
});
