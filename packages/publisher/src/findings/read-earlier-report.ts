/** A `findings@1` JSON of an earlier run, as far as a comparison needs it. */
import { basename } from "node:path";
import { z } from "zod";
import type { Environment } from "../environment.ts";
import { Failure, troubleOf } from "../trouble.ts";

const form = z.object({
  file: z.string(),
  index: z.int(),
  fiscalYear: z.int(),
  implementingUnit: z.string(),
  projectName: z.string(),
});

const finding = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "note"]),
  outcome: z.enum(["violated", "uncheckable"]),
  form: form.optional(),
  at: z.string(),
  label: z.string(),
  text: z.string(),
  facts: z.record(z.string(), z.string()),
  message: z.string(),
});

const report = z.object({ schema: z.literal("zipingbiao/findings@1"), findings: z.array(finding) });

export type EarlierFinding = z.infer<typeof finding>;

export interface EarlierReport {
  /** Its name, without its folder. */
  readonly file: string;
  readonly findings: readonly EarlierFinding[];
}

/** The findings of some 200 000 places; a whole city's year is far below. */
const MAX_BYTES = 256 * 2 ** 20;

/** Reads an earlier report; `undefined` for a folder and for a file that does not claim to be one. Throws {@link Failure} for one that is broken. */
export async function readEarlierReport(
  path: string,
  environment: Pick<Environment, "readInput">,
): Promise<EarlierReport | undefined> {
  let text: string;
  try {
    text = new TextDecoder("utf-8").decode(await environment.readInput({ path, name: path }, MAX_BYTES));
  } catch (error) {
    const trouble = troubleOf(error, { file: path });
    if (trouble.code === "system/EISDIR") return undefined;
    throw new Failure(trouble, error);
  }
  if (!text.slice(0, 400).includes("zipingbiao/findings@")) return undefined;
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw refusal(path, "文件不是完整的 JSON，或超过 256 MiB", cause);
  }
  const parsed = report.safeParse(json);
  if (parsed.success) return { file: basename(path), findings: parsed.data.findings };
  const [issue] = parsed.error.issues;
  const place = issue?.path.map(String).join(".") ?? "";
  throw refusal(path, place === "schema" ? "不是 findings@1" : `「${place}」缺少或不合要求，可能由旧版本生成`);
}

function refusal(file: string, why: string, cause?: unknown): Failure {
  return new Failure(
    {
      code: "against/refused",
      file,
      what: "不能与这份检查结果比较",
      why,
      next: "请给出 zpb check --format json 的输出，或改前的表（文件或文件夹）",
    },
    cause,
  );
}
