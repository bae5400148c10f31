/** Size and hashes of what is published. */
import { createHash, getHashes } from "node:crypto";

/** A file as the manifest lists it. `sm3` is missing where this Node's TLS library has no SM3. */
export interface WrittenFile {
  /** Relative to the output folder, with `/`. */
  readonly path: string;
  readonly bytes: number;
  readonly sha256: string;
  readonly sm3?: string;
}

const HAS_SM3 = getHashes().includes("sm3");

/** Takes a file piece by piece. */
export interface Describer {
  add(piece: Uint8Array): void;
  done(path: string): WrittenFile;
}

export function openDescriber(): Describer {
  const sha256 = createHash("sha256");
  const sm3 = HAS_SM3 ? createHash("sm3") : undefined;
  let bytes = 0;
  return {
    add(piece) {
      bytes += piece.byteLength;
      sha256.update(piece);
      sm3?.update(piece);
    },
    done: (path) => ({
      path,
      bytes,
      sha256: sha256.digest("hex"),
      ...(sm3 === undefined ? {} : { sm3: sm3.digest("hex") }),
    }),
  };
}

/** {@link WrittenFile} of bytes that are all there. */
export function describeBytes(path: string, bytes: Uint8Array): WrittenFile {
  const describer = openDescriber();
  describer.add(bytes);
  return describer.done(path);
}
