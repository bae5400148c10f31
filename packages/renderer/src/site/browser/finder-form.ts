/** The form of choices: filled in from the address, read when something changes. */
import { type Choice, NO_CHOICE, PAGE_SIZES, SORTED_BY, writeChoice } from "../search/choose-rows.ts";
import type { ListedRow } from "../search/packed-rows.ts";
import { byCodeUnits, sorted } from "../search/sorted.ts";

const SORTS: readonly (readonly [value: string, text: string])[] = [
  ["", "公开顺序，查找时最相符的在前"],
  ["-budget", "预算数，从多到少"],
  ["budget", "预算数，从少到多"],
  ["-execution", "执行数，从多到少"],
  ["execution", "执行数，从少到多"],
  ["-rate", "执行率，从高到低"],
  ["rate", "执行率，从低到高"],
  ["-score", "总分，从高到低"],
  ["score", "总分，从低到高"],
  ["project", "项目名称"],
  ["unit", "实施单位"],
  ["year", "年度"],
];

const CHOICE_FIELDS = ["q", "year", "department", "unit", "grade", "band", "findings", "revision", "sort"] as const;

export interface FinderForm {
  /** What is chosen, on its first page. */
  readonly read: () => Choice;
  readonly show: (choice: Choice) => void;
  /** Offers the names that occur in the rows. */
  readonly offerNames: (rows: readonly ListedRow[]) => void;
}

/** `changed` is called with every new choice. */
export function openForm(form: HTMLFormElement, changed: (choice: Choice) => void): FinderForm {
  const field = (name: string): HTMLInputElement | HTMLSelectElement | null =>
    form.querySelector<HTMLInputElement | HTMLSelectElement>(`[name="${name}"]`);
  fill(field("sort"), SORTS);
  fill(
    field("size"),
    PAGE_SIZES.map((size) => [`${size}`, `${size} 个`]),
  );
  const read = (): Choice => {
    const values = Object.fromEntries(CHOICE_FIELDS.map((name) => [name, field(name)?.value.trim() ?? ""]));
    return { ...NO_CHOICE, ...values, size: Number.parseInt(field("size")?.value ?? "", 10) || NO_CHOICE.size };
  };
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    changed(read());
  });
  form.addEventListener("change", () => changed(read()));
  form.addEventListener("reset", (event) => {
    event.preventDefault();
    changed(NO_CHOICE);
  });
  return {
    read,
    show(choice) {
      for (const name of CHOICE_FIELDS) setValue(field(name), choice[name]);
      setValue(field("size"), `${choice.size}`);
      form.querySelector("#find-link")?.setAttribute("href", writeChoice({ ...choice, page: 1 }));
    },
    offerNames(rows) {
      const units = sorted(new Set(rows.map(({ unit }) => unit)), byCodeUnits);
      form.querySelector("#units")?.replaceChildren(...units.slice(0, 2000).map((unit) => new Option("", unit)));
      const departments = field("department");
      if (departments === null || departments.children.length > 1) return;
      const names = sorted(new Set(rows.map(({ department }) => department)), byCodeUnits).filter(
        (name) => name !== "",
      );
      departments.append(...names.map((name) => new Option(name, name)));
    },
  };
}

/** A choice from an address may name what the list does not offer; it holds all the same, and is seen. */
function setValue(field: HTMLInputElement | HTMLSelectElement | null, value: string): void {
  if (field === null) return;
  field.value = value;
  if (field.value === value || !(field instanceof HTMLSelectElement)) return;
  field.append(new Option(value, value));
  field.value = value;
}

function fill(field: Element | null, options: readonly (readonly [value: string, text: string])[]): void {
  field?.replaceChildren(...options.map(([value, text]) => new Option(text, value)));
}

/** The columns by which a click on their headings sorts; the list of orders serves everybody else. */
export function sortByHeadings(table: Element, current: () => Choice, changed: (choice: Choice) => void): void {
  table.addEventListener("click", (event) => {
    const heading = event.target instanceof Element ? event.target.closest<HTMLElement>("th[data-column]") : null;
    const column = SORTED_BY.find((name) => name === heading?.dataset["column"]);
    if (column === undefined) return;
    const first = ["year", "unit", "project"].includes(column) ? column : `-${column}`;
    const other = first === column ? `-${column}` : column;
    changed({ ...current(), page: 1, sort: current().sort === first ? other : first });
  });
}

/** Says to screen readers and to the style sheet by which column the rows are sorted. */
export function showSorting(table: Element, sort: string): void {
  for (const heading of table.querySelectorAll<HTMLElement>("th[data-column]")) {
    if (heading.dataset["column"] !== sort.replace("-", "")) heading.removeAttribute("aria-sort");
    else heading.setAttribute("aria-sort", sort.startsWith("-") ? "descending" : "ascending");
  }
}
