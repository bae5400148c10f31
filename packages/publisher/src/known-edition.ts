/** An edition's id → the edition. */
import { type Edition, findEdition } from "@zipingbiao/core";
import { Failure } from "./trouble.ts";

/** Throws {@link Failure} `usage/edition` for an id that no edition has. */
export function knownEdition(id: string): Edition {
  const edition = findEdition(id);
  if (edition !== undefined) return edition;
  throw new Failure({
    code: "usage/edition",
    what: `没有「${id}」这一版式`,
    why: "版式标识写错，或这一版式尚未支持",
    next: "运行 zpb doctor 可以看到支持的版式",
  });
}
