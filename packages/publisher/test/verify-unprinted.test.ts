/** `verify` of what holds no document of ours. */
import { describe, expect, it } from "vitest";
import { verify } from "../src/verify/verify.ts";
import { World } from "./stand-in-world.ts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe("verify", () => {
  it("finds nothing wrong with a publication of which no form passed the gate", async () => {
    const world = new World({});
    world.files.set("data/forms.json", bytes("[]\n"));
    expect((await verify(["OUT"], world)).mismatches).toEqual([]);
    world.files.set("data/forms.json", bytes("[{}]\n"));
    expect((await verify(["OUT"], world)).mismatches).toMatchObject([{ code: "data/unreadable" }]);
  });

  it("tells a document that another program saved from one that never carried data, with what to do", async () => {
    const world = new World({ "form.pdf": bytes("%PDF-1.7\n%another program's\n") });
    const { notes } = await verify(["form.pdf"], world);
    expect(notes).toEqual([
      expect.stringMatching(/form\.pdf 无法核对：.+。请核对未经另存的原件，或向发布单位索取。$/u),
    ]);
  });
});
