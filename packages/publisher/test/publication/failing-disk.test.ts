/** A publication on a disk that fails: at every single call there is, by an error and by a sudden end. */
import { cpSync, existsSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it, vi } from "vitest";
import { type FailureKind, failAt, mendDisk } from "./failing-disk.ts";
import { openPublication } from "../../src/publication/open-publication.ts";
import { contents, kept, newFolder, publishByHand, removeFolders } from "./publish-by-hand.ts";

vi.mock("node:fs/promises", async (original) => {
  const { failing } = await import("./failing-disk.ts");
  return failing(await original());
});

const OLD = { "forms/甲/01-一": "一", "forms/甲/02-二": "二", "forms/乙/01-三": "三" };
/** One stays, one moves to where another lay, one is new, one is gone. */
const NEW = { "forms/甲/01-一": "一", "forms/甲/02-四": "四", "forms/乙/01-三": "二" };

afterEach(() => {
  mendDisk();
  removeFolders();
});

/** As it was before, as it is to be, and how many calls lie between. */
async function prepared() {
  const before = newFolder();
  await publishByHand(before, OLD);
  const after = newFolder();
  cpSync(before, after, { recursive: true, preserveTimestamps: true });
  failAt(Number.POSITIVE_INFINITY, "error", "EIO");
  await publishByHand(after, NEW);
  return { before, calls: mendDisk(), old: contents(before), whole: contents(after) };
}

describe("a publication", () => {
  it.each<[FailureKind, string]>([
    ["error", "ENOSPC"],
    ["death", "EIO"],
  ])(
    "is the old one or the new one after every %s of the disk (%s); what was begun is ended by whoever opens it next",
    async (kind, code) => {
      const { before, calls, old, whole } = await prepared();
      expect(calls).toBeGreaterThan(60);
      const outcomes = new Set<string>();
      for (let at = 1; at <= calls; at += 1) {
        const root = newFolder();
        cpSync(before, root, { recursive: true, preserveTimestamps: true });
        failAt(at, kind, code);
        const failed = await publishByHand(root, NEW).then(
          () => false,
          () => true,
        );
        mendDisk();
        // Only the last calls, which give the lock back, are not waited for.
        expect(kind === "error" || failed || at > calls - 5, `call ${at}`).toBe(true);
        // The next process would find the lock of one that is gone; this one lives on, so it is taken away.
        rmSync(join(root, ".zpb/lock"), { force: true });
        const isBegun = existsSync(join(root, ".zpb/commit.json"));
        if (isBegun) await (await openPublication(root, () => undefined)).close();
        const found = contents(root);
        const isOld = !isBegun && JSON.stringify(found) === JSON.stringify(old);
        expect(found, `call ${at}`).toEqual(isOld ? old : whole);
        outcomes.add(isBegun ? "begun" : isOld ? "old" : "new");
        await publishByHand(root, NEW);
        expect(contents(root), `after call ${at}`).toEqual(whole);
        expect(kept(root), `after call ${at}`).toEqual(["published.json"]);
      }
      expect([...outcomes].toSorted()).toEqual(["begun", "new", "old"]);
    },
  );
});
