/** What the files of a folder say of its forms, held against each other. */
import { type SelfEvaluationForm, type Twin } from "@zipingbiao/core";
import { ALL_FORMS_PATH } from "../batch/data-files.ts";
import { MANIFEST_PATH } from "../batch/listed-paths.ts";
import { formsHash } from "../batch/document-twin.ts";
import type { DistantFacts } from "../batch/forms-bundle.ts";
import { publishedText, sha256 } from "../batch/published-form.ts";
import { FORM_JSON } from "../batch/form-files.ts";
import type { ListedFile, ReadManifest } from "./read-manifest.ts";
import type { Mismatch } from "./verification.ts";

type TwinClaims = Omit<Twin, "text">;

export interface FormRecord {
  readonly name: string;
  readonly implementingUnit: string;
  readonly edition: string;
  readonly revision: number;
  /** Of the text that is published. */
  readonly hash: string;
}

/** What a file says of forms. */
export interface FormClaims {
  readonly twin?: TwinClaims;
  /** Of a `form.json` or of `data/forms.json`; of a document about many forms those that it carries. */
  readonly records?: readonly FormRecord[];
  /** The forms that a report names and does not carry. */
  readonly distant?: DistantFacts["source"];
}

/** Hashes and names are kept; no form is. */
export class FormRecords {
  readonly #forms = new Map<string, FormRecord>();
  readonly #twins: { readonly file: string; readonly twin: TwinClaims }[] = [];
  /** By what they show and their format: a volume may come in several books. */
  readonly #books = new Map<string, Book[]>();
  readonly #distant: DistantReport[] = [];
  #all: readonly FormRecord[] | undefined;

  /** Takes note of what a file says of forms. */
  add(file: string, { twin, records, distant }: FormClaims): void {
    if (twin !== undefined) {
      this.#twins.push({ file, twin });
      if (distant !== undefined) this.#distant.push({ file, source: distant });
      if (!isAboutMany(twin) || distant !== undefined) return;
      const key = `${twin.shows} ${file.slice(file.lastIndexOf("."))}`;
      this.#books.set(key, [...(this.#books.get(key) ?? []), { file, records: records ?? [] }]);
      return;
    }
    if (records === undefined) return;
    const [first] = records;
    if (file === ALL_FORMS_PATH) this.#all = records;
    else if (first !== undefined) this.#forms.set(folderOf(file), first);
  }

  /** Everything that does not agree, once all files have been added. */
  compare(manifest: ReadManifest | undefined): readonly Mismatch[] {
    const { files: listed = new Map<string, ListedFile>(), forms: count } = manifest ?? {};
    return [
      ...this.#twins.flatMap(({ file, twin }) => this.#compareTwin(file, twin)),
      ...[...this.#books.values()].flatMap((books) => this.#compareBooks(books)),
      ...this.#distant.flatMap((each) => this.#compareDistant(each)),
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
      ...this.#compareEditions(manifest?.editions),
    ];
  }

  #compareEditions(listed: ReadManifest["editions"]): readonly Mismatch[] {
    if (listed === undefined) return [];
    const counts = new Map<string, number>();
    for (const { edition } of this.#forms.values()) counts.set(edition, (counts.get(edition) ?? 0) + 1);
    const own = [...counts]
      .map(([id, forms]) => `${id} ${forms}`)
      .toSorted()
      .join("、");
    const said = listed
      .map(({ id, forms }) => `${id} ${forms}`)
      .toSorted()
      .join("、");
    if (own === said) return [];
    const what = "各版式的份数不符";
    return [{ code: "manifest/count", file: MANIFEST_PATH, place: "editions", what, shown: said, data: own }];
  }

  #compareTwin(file: string, twin: TwinClaims): readonly Mismatch[] {
    const beside = this.#forms.get(folderOf(file));
    if (isAboutMany(twin) || beside === undefined || beside.hash === twin.sha256) return [];
    const what = `所带的数据不是同一文件夹里 ${FORM_JSON} 的数据`;
    return [{ code: "document/other-data", file, place: "sha256", what, shown: twin.sha256, data: beside.hash }];
  }

  /** All books together show all forms; one that shows a form that is not there is named itself, for one that is missing the last. */
  #compareBooks(books: readonly Book[]): readonly Mismatch[] {
    if (this.#all === undefined) return [];
    const all = new Set(this.#all.map(({ hash }) => hash));
    const shown = new Set(books.flatMap(({ records }) => records.map(({ hash }) => hash)));
    const missing = this.#all.filter(({ hash }) => !shown.has(hash));
    return books.flatMap(({ file, records }, at) => [
      ...records.filter(({ hash }) => !all.has(hash)).map(otherData(file, `${ALL_FORMS_PATH} 里没有这份数据`)),
      ...(at < books.length - 1 ? [] : missing.map(otherData(file, `${ALL_FORMS_PATH} 里有这份数据，这里没有`))),
    ]);
  }

  #compareDistant({ file, source }: DistantReport): readonly Mismatch[] {
    if (this.#all === undefined) return [];
    const hash = formsHash(this.#all.map((record) => record.hash));
    if (source.forms === this.#all.length && source.sha256 === hash) return [];
    const what = `所依据的自评表不是 ${ALL_FORMS_PATH} 里的`;
    const [shown, data] = [`${source.forms} 份 ${source.sha256}`, `${this.#all.length} 份 ${hash}`];
    return [{ code: "document/other-data", file, place: "sha256", what, shown, data }];
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

interface DistantReport {
  readonly file: string;
  readonly source: DistantFacts["source"];
}

interface Book {
  readonly file: string;
  readonly records: readonly FormRecord[];
}

function isAboutMany({ shows }: TwinClaims): boolean {
  return shows === "volume" || shows === "report";
}

function otherData(file: string, what: string): (record: FormRecord) => Mismatch {
  return ({ name }) => ({ code: "document/other-data", file, place: `「${name}」`, what });
}

export function recordOf(form: SelfEvaluationForm): FormRecord {
  return {
    name: form.projectName,
    implementingUnit: form.implementingUnit,
    edition: form.edition,
    revision: form.revision?.number ?? 0,
    hash: sha256(publishedText(form)),
  };
}

/** Records that only one of the two has. */
function differing(some: readonly FormRecord[], others: readonly FormRecord[]) {
  const [mine, theirs] = [some, others].map((records) => new Set(records.map(({ hash }) => hash)));
  return [
    ...some.filter(({ hash }) => theirs?.has(hash) === false).map((record) => ({ record, isExtra: true })),
    ...others.filter(({ hash }) => mine?.has(hash) === false).map((record) => ({ record, isExtra: false })),
  ];
}

function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf("/")));
}
