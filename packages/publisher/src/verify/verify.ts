/** `zpb verify`: published folders and single documents against what they say of themselves. */
import { basename } from "node:path";
import { jsonText } from "../batch/published-form.ts";
import type { Environment } from "../environment.ts";
import { Interrupted, type SourceReader, withReader } from "../input/source-reader.ts";
import { type Trouble, troubleOf } from "../trouble.ts";
import { NOTHING_VERIFIED, type Verification } from "./verification.ts";
import { verifyDocument } from "./verify-document.ts";
import { MAX_FILE_BYTES } from "./verify-file.ts";
import { verifyFolder } from "./verify-folder.ts";

export interface VerifyOutcome extends Verification {
  /** Paths that could not be read at all. */
  readonly troubles: readonly Trouble[];
}

/** Every path by itself, a folder as a publication, a file as a document. Nothing is written, no link is followed. */
export async function verify(paths: readonly string[], environment: Environment): Promise<VerifyOutcome> {
  return await withReader(environment, (reader) => verifyAll(paths, reader, environment));
}

async function verifyAll(
  paths: readonly string[],
  reader: SourceReader,
  environment: Environment,
): Promise<VerifyOutcome> {
  const parts: Verification[] = [];
  const troubles: Trouble[] = [];
  for (const path of paths) {
    try {
      const listing = await environment.listFolder(path);
      if (listing === undefined) parts.push(await verifyFile(path, reader, environment));
      else parts.push(await verifyFolder(path, listing, reader, environment));
    } catch (error) {
      if (error instanceof Interrupted) throw error;
      troubles.push(troubleOf(error, { file: path }));
    }
  }
  for (const trouble of troubles) environment.report({ kind: "trouble", trouble });
  const sum = (part: "files" | "documents") => parts.reduce((total, each) => total + each[part], 0);
  return {
    files: sum("files"),
    documents: sum("documents"),
    mismatches: parts.flatMap(({ mismatches }) => mismatches),
    notes: parts.flatMap(({ notes }) => notes),
    troubles,
  };
}

async function verifyFile(path: string, reader: SourceReader, environment: Environment): Promise<Verification> {
  const bytes = await environment.readInput({ path, name: basename(path) }, MAX_FILE_BYTES);
  const { kind, mismatches, checked, why } = await verifyDocument(path, bytes, reader, false);
  if (kind === "plain") return { ...NOTHING_VERIFIED, notes: [nothingToVerify(path, why)] };
  const { isCompared = false, hasOwnStyle = false, distant } = checked ?? {};
  const notes = [
    ...(isCompared || mismatches.length > 0 ? [] : [notCompared(path, distant?.forms)]),
    ...(hasOwnStyle ? [`${path} 的样式表与本机模板的不同，核对的只是文字，不是显示出来的样子。`] : []),
  ];
  return { ...NOTHING_VERIFIED, documents: isCompared ? 1 : 0, mismatches, notes };
}

function notCompared(path: string, forms: number | undefined): string {
  if (forms === undefined) return `${path} 的文字没有核对。`;
  return `${path} 无法核对：它依据 ${forms} 份自评表，文件里只记它们的校验值。请与同时公开的文件夹一起核对。`;
}

/** A document that was printed or saved again is most often what people take for the original. */
function nothingToVerify(path: string, why: string | undefined): string {
  return why === undefined
    ? `${path} 里没有可以核对的数据。能够核对的是公开的文件夹，和其中的 PDF、Word、网页文档。`
    : `${path} 无法核对：${why.replace(/。$/u, "")}。请核对未经另存的原件，或向发布单位索取。`;
}

/** `zipingbiao/verification@1`. */
export function verificationReport({ files, documents, mismatches, notes, troubles }: VerifyOutcome): string {
  return jsonText({
    schema: "zipingbiao/verification@1",
    counts: { files, documents, mismatches: mismatches.length, troubles: troubles.length },
    mismatches,
    notes,
    troubles,
  });
}
