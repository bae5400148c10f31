/** `data/catalog.jsonld` → the files that it describes, with what it says of them. Out of hands that may have altered it. */
import { z } from "zod";
import { CATALOG_PATH } from "../batch/data-files.ts";
import type { Mismatch } from "./verification.ts";

export interface CatalogedFile {
  /** Relative to the publication. */
  readonly path: string;
  readonly bytes: string;
  readonly sha256: string;
}

const literal = z.object({ "@value": z.string() });
const distribution = z.object({
  "dcat:downloadURL": z.object({ "@id": z.string().max(4096) }),
  "dcat:byteSize": literal,
  "spdx:checksum": z.object({ "spdx:checksumValue": literal }),
});
const catalog = z.object({
  "@graph": z.array(z.object({ "dcat:distribution": z.array(distribution).optional() })),
});

const BASE = "publication://root/";

export function readCatalog(bytes: Uint8Array): {
  readonly catalog?: readonly CatalogedFile[];
  readonly mismatches: readonly Mismatch[];
} {
  try {
    const { "@graph": graph } = catalog.parse(JSON.parse(new TextDecoder().decode(bytes)));
    const files = graph.flatMap(({ "dcat:distribution": own = [] }) =>
      own.map((each) => ({
        path: pathOf(each["dcat:downloadURL"]["@id"]),
        bytes: each["dcat:byteSize"]["@value"],
        sha256: each["spdx:checksum"]["spdx:checksumValue"]["@value"],
      })),
    );
    return { catalog: files, mismatches: [] };
  } catch {
    return { mismatches: [{ code: "data/unreadable", file: CATALOG_PATH, what: "不是本工具写的数据目录，或已损坏" }] };
  }
}

/** An address that leads out of the publication stands as it is: no file has such a name. */
function pathOf(address: string): string {
  const url = new URL(address, BASE + CATALOG_PATH);
  return url.href.startsWith(BASE) ? decodeURIComponent(url.href.slice(BASE.length)) : address;
}

/** What the catalogue says of files, held against what they are. */
export function compareCatalog(
  described: readonly CatalogedFile[],
  files: ReadonlyMap<string, { readonly bytes: number; readonly sha256: string }>,
): readonly Mismatch[] {
  return described.flatMap(({ path, bytes, sha256 }): readonly Mismatch[] => {
    const own = files.get(path);
    if (own === undefined) return [{ code: "data/catalog", file: CATALOG_PATH, place: path, what: "没有这个文件" }];
    const pairs: readonly (readonly [string, string])[] = [
      [bytes, String(own.bytes)],
      [sha256, own.sha256],
    ];
    return pairs
      .filter(([said, is]) => said !== is)
      .map(([shown, data]) => ({
        code: "data/catalog",
        file: CATALOG_PATH,
        place: path,
        what: "与文件不符",
        shown,
        data,
      }));
  });
}
