/** The data of ours in an Office file. */
import { TWIN_NAMESPACE, type Twin, isTwinKind } from "@zipingbiao/core";
import { brokenPackage } from "./broken-package.ts";
import type { OfficePackage, Relationship } from "./office-package.ts";

/** Every related data part that calls itself a twin, by its claims; the hash is not checked here. */
export function twinsIn(file: OfficePackage, related: readonly Relationship[]): Twin[] {
  return related.flatMap(({ type, part }) =>
    type === "customXml" && file.has(part) ? (twinIn(file, part) ?? []) : [],
  );
}

function twinIn(file: OfficePackage, part: string): Twin | undefined {
  let claims: Omit<Twin, "text"> | undefined;
  let text = "";
  file.readPart(part, {
    // A program that saves the document again may give the name space a prefix.
    open: (name, attributes, depth) => {
      const { shows = "", file: fileName = "", sha256 = "" } = attributes;
      if (depth > 1 && claims !== undefined) throw brokenPackage(`部件「${part}」里的数据不合本工具的写法。`);
      if (depth > 1 || name !== "twin" || !Object.values(attributes).includes(TWIN_NAMESPACE)) return;
      if (isTwinKind(shows)) claims = { shows, fileName, sha256 };
    },
    text: (piece) => {
      if (claims !== undefined) text += piece;
    },
  });
  return claims === undefined ? undefined : { ...claims, text };
}
