/** What the files of a folder say of its forms, held against each other. */
import { type SelfEvaluationForm, type Twin } from "@zipingbiao/core";
import { ALL_FORMS_PATH } from "../batch/data-files.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import { publishedText, sha256 } from "../batch/published-form.ts";
import { FORM_JSON } from "../batch/form-files.ts";
import type { SourceReader } from "../input/source-reader.ts";
import type { ListedFile } from "./read-manifest.ts";
import type { Mismatch } from "./verification.ts";

type TwinClaims = Omit<Twin, "text">;

interface FormRecord {
  readonly name: string;
  readonly implementingUnit: string;
  readonly edition: string;
  readonly revision: number;
  /** Of the text that is published. */
  readonly hash: string;
}

/** A form that a document about many forms carries. */
interface DocumentRecord extends FormRecord {
  readonly file: string;
}

/** The number of one of several volumes, behind what they share. */
const VOLUME_NUMBER = /-第\d+册(\.\w+)$/u;

/** Hashes and names are kept; no form is. */
export class FormRecords {
  readonly #forms = new Map<string, FormRecord>();
  readonly #twins: { readonly file: string; readonly twin: TwinClaims }[] = [];
  /** By what they are of all forms, several volumes of one format together. */
  readonly #abouts = new Map<string, { readonly files: string[]; readonly records: DocumentRecord[] }>();
  #all: readonly FormRecord[] | undefined;

  /** Takes note of a `form.json` or of `data/forms.json`. */
  async addData(file: string, bytes: Uint8Array, reader: SourceReader): Promise<readonly Mismatch[]> {
    // 一份也没有通过检查时，公开的就是空的数组。
    if (file === ALL_FORMS_PATH && new TextDecoder().decode(bytes).trim() === "[]") {
      this.#all = [];
      return [];
    }
    const { forms, problems } = await reader.readData(file, bytes);
    const [problem] = problems;
    if (problem !== undefined) {
      const what = `数据不能读取：${problem.what}${problem.why}`.replace(/。$/u, "");
      return [{ code: "data/unreadable", file, what }];
    }
    const records = forms.map(recordOf);
    const [first] = records;
    if (file === ALL_FORMS_PATH) this.#all = records;
    else if (first !== undefined) this.#forms.set(folderOf(file), first);
    return [];
  }

  /** Takes note of what a document carries; of one about several forms also of those. */
  addTwin(file: string, twin: TwinClaims, forms: readonly SelfEvaluationForm[]): void {
    this.#twins.push({ file, twin });
    if (twin.shows !== "volume" && twin.shows !== "report") return;
    const own = twin.shows === "volume" ? file.replace(VOLUME_NUMBER, "$1") : file;
    const about = this.#abouts.get(own) ?? { files: [], records: [] };
    this.#abouts.set(own, about);
    about.files.push(file);
    for (const form of forms) about.records.push({ ...recordOf(form), file });
  }

  /** Everything that does not agree, once all files have been added. */
  compare(listed: ReadonlyMap<string, ListedFile>, count: number | undefined): readonly Mismatch[] {
    return [
      ...this.#twins.flatMap(({ file, twin }) => this.#compareTwin(file, twin)),
      ...[...this.#abouts.values()].flatMap((about) => this.#compareAbout(about)),
      ...this.#compareAll(),
      ...[...listed.values()].flatMap((file) => this.#compareListed(file)),
      ...(count === undefined || count === this.#forms.size
        ? []
        : [
            {
              code: "manifest/count" as const,
              file: MANIFEST_PATH,
              place: "forms",
              what: "份数不符",
              shown: String(count),
              data: String(this.#forms.size),
            },
          ]),
    ];
  }

  #compareTwin(file: string, { shows, sha256: hash }: TwinClaims): readonly Mismatch[] {
    const beside = this.#forms.get(folderOf(file));
    if (shows === "volume" || shows === "report" || beside === undefined || beside.hash === hash) return [];
    const what = `所带的数据不是同一文件夹里 ${FORM_JSON} 的数据`;
    return [{ code: "document/other-data", file, place: "sha256", what, shown: hash, data: beside.hash }];
  }

  #compareAbout({
    files,
    records,
  }: {
    files: readonly string[];
    records: readonly DocumentRecord[];
  }): readonly Mismatch[] {
    if (this.#all === undefined) return [];
    return differing<FormRecord & { readonly file?: string }>(records, this.#all).map(({ record, isExtra }) => ({
      code: "document/other-data",
      file: record.file ?? files.at(-1) ?? "",
      place: `「${record.name}」`,
      what: isExtra ? `${ALL_FORMS_PATH} 里没有这份数据` : `${ALL_FORMS_PATH} 里有这份数据，这里没有`,
    }));
  }

  #compareAll(): readonly Mismatch[] {
    if (this.#all === undefined || this.#forms.size === 0) return [];
    return differing(this.#all, [...this.#forms.values()]).map(({ record, isExtra }) => ({
      code: "data/forms",
      file: ALL_FORMS_PATH,
      place: `「${record.name}」`,
      what: isExtra ? `没有一份 ${FORM_JSON} 与它相同` : `${FORM_JSON} 里的这份表不在其中，或与其中的不同`,
    }));
  }

  #compareListed({ path, form }: ListedFile): readonly Mismatch[] {
    const record = this.#forms.get(folderOf(path));
    if (form === undefined || record === undefined) return [];
    const pairs: readonly (readonly [place: string, listed: string, own: string])[] = [
      ["projectName", form.projectName, record.name],
      ["implementingUnit", form.implementingUnit, record.implementingUnit],
      ["edition", form.edition, record.edition],
      ["revision", String(form.revision), String(record.revision)],
      ["sha256", form.sha256, record.hash],
    ];
    return pairs
      .filter(([, listed, own]) => listed !== own)
      .map(([place, listed, own]) => ({
        code: "manifest/form",
        file: MANIFEST_PATH,
        place: `${path} 的 form.${place}`,
        what: `与 ${FORM_JSON} 不符`,
        shown: listed,
        data: own,
      }));
  }
}

function recordOf(form: SelfEvaluationForm): FormRecord {
  return {
    name: form.projectName,
    implementingUnit: form.implementingUnit,
    edition: form.edition,
    revision: form.revision?.number ?? 0,
    hash: sha256(publishedText(form)),
  };
}

/** Records that only one of the two has. */
function differing<Each extends FormRecord>(some: readonly Each[], others: readonly Each[]) {
  const [mine, theirs] = [some, others].map((records) => new Set(records.map(({ hash }) => hash)));
  return [
    ...some.filter(({ hash }) => theirs?.has(hash) === false).map((record) => ({ record, isExtra: true })),
    ...others.filter(({ hash }) => mine?.has(hash) === false).map((record) => ({ record, isExtra: false })),
  ];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
