/** `data/forms.json` → names and hashes of its forms. They are read some at a time, apart from the program, and none is kept. */
import type { SourceReader } from "../input/source-reader.ts";
import type { Trouble } from "../trouble.ts";
import { BrokenArray, arrayMembers } from "./array-members.ts";
import { type FormRecord, recordOf } from "./form-records.ts";
import type { Mismatch } from "./verification.ts";

/** Far within what is read of one file. */
const CHARACTERS_AT_ONCE = 4_000_000;
const FORMS_AT_ONCE = 500;

interface AllForms {
  readonly records?: readonly FormRecord[];
  readonly mismatches: readonly Mismatch[];
}

/** No records where any form cannot be read: what is left would pass for all. */
export async function readAllForms(
  file: string,
  pieces: AsyncIterable<Uint8Array>,
  reader: SourceReader,
): Promise<AllForms> {
  const records: FormRecord[] = [];
  try {
    for await (const members of batches(arrayMembers(pieces))) {
      const { forms, problems } = await reader.readData(file, Buffer.from(`[${members.join(",")}]`));
      const [problem] = problems;
      if (problem !== undefined) return { mismatches: [unreadableData(file, problem)] };
      for (const form of forms) records.push(recordOf(form));
    }
  } catch (error) {
    if (!(error instanceof BrokenArray)) throw error;
    return { mismatches: [unreadableData(file, { what: "不是由自评表组成的 JSON 数组", why: "" })] };
  }
  return { records, mismatches: [] };
}

export function unreadableData(file: string, { what, why }: Pick<Trouble, "what" | "why">): Mismatch {
  return { code: "data/unreadable", file, what: `数据不能读取：${what}${why}`.replace(/。$/u, "") };
}

async function* batches(members: AsyncIterable<string>): AsyncGenerator<readonly string[], void, void> {
  let batch: string[] = [];
  let length = 0;
  for await (const member of members) {
    batch.push(member);
    length += member.length;
    if (length < CHARACTERS_AT_ONCE && batch.length < FORMS_AT_ONCE) continue;
    yield batch;
    [batch, length] = [[], 0];
  }
  if (batch.length > 0) yield batch;
}
