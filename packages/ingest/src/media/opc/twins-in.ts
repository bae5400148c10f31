/** The data of ours in an Office file. */
import { TWIN_NAMESPACE, type Twin, isTwinKind } from "@zipingbiao/core";
import { Refusal } from "../../refusal.ts";
import { UnusableTwin } from "../unusable-twin.ts";
import type { OfficePackage, Relationship } from "./office-package.ts";

/**
 * Every related data part that calls itself a twin, by its claims; the hash is not checked here. Throws
 * {@link UnusableTwin} for a part that calls itself ours and is not written as ours are.
 */
export function twinsIn(file: OfficePackage, related: readonly Relationship[]): Twin[] {
  return related.flatMap(({ type, part }) =>
    type === "customXml" && file.has(part) ? (twinIn(file, part) ?? []) : [],
  );
}

function twinIn(file: OfficePackage, part: string): Twin | undefined {
  const unusable = new UnusableTwin(`部件「${part}」里的数据不合本工具的写法。`);
  let isOurs = false;
  let claims: Omit<Twin, "text"> | undefined;
  let text = "";
  try {
    file.readPart(part, {
      // A program that saves the document again may give the name space a prefix.
      open: (name, attributes, depth) => {
        const { shows = "", file: fileName = "", sha256 = "" } = attributes;
        if (depth > 1 && !isOurs) return;
        isOurs ||= Object.values(attributes).includes(TWIN_NAMESPACE);
        if (!isOurs) return;
        if (depth > 1 || name !== "twin" || !isTwinKind(shows)) throw unusable;
        claims = { shows, fileName, sha256 };
      },
      text: (piece) => {
        if (isOurs) text += piece;
      },
    });
  } catch (cause) {
    if (!(cause instanceof Refusal) || cause.code !== "damaged-file") throw cause;
    // A part of another program is nobody's business here, sound or not.
    if (!isOurs && !claimsToBeOurs(file, part)) return undefined;
    throw unusable;
  }
  return claims === undefined ? undefined : { ...claims, text };
}

function claimsToBeOurs(file: OfficePackage, part: string): boolean {
  const bytes = file.bytesOf(part);
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(TWIN_NAMESPACE);
}
