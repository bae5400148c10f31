/** Search, filters and pages of the start page. Without it the page shows what it shows. */
import { type Choice, NO_CHOICE, type PlacedRow, chooseRows, readChoice, writeChoice } from "../search/choose-rows.ts";
import { snippetOf } from "../search/snippet.ts";
import { sorted } from "../search/sorted.ts";
import { openForm, showSorting, sortByHeadings } from "./finder-form.ts";
import { openPager } from "./pager.ts";
import { resultText } from "./result-text.ts";
import { type Snippet, rowElements } from "./row-elements.ts";
import { type PartSizes, type SiteData, openSiteData } from "./site-data.ts";

/** So many pieces of a form are shown around what was found in it. */
const MOST_SNIPPETS = 2;
const HOME = "#finder";

export function startFinder(): void {
  const finder = document.getElementById("finder");
  const form = finder?.querySelector("form");
  const status = document.getElementById("shown");
  const table = document.querySelector("#table > table");
  const nav = document.getElementById("pager");
  if (!finder || !form || !status || !table || !nav) return;
  const sizes = sizesOf(finder);
  const data = openSiteData(sizes);
  const published = [...table.querySelectorAll("tbody")];
  const captions = [...table.querySelectorAll("thead th")].map((heading) => heading.textContent);
  let current = NO_CHOICE;
  let turn = 0;

  const go = (choice: Choice): void => {
    const hash = writeChoice(choice);
    const before = location.hash;
    location.hash = hash === "#" ? HOME : hash;
    // 地址已变而事件还没到：这时表里还是上一次的结果。
    if (location.hash !== before) setBusy(true);
  };
  const setBusy = (busy: boolean): void => table.setAttribute("aria-busy", `${busy}`);
  const finderForm = openForm(form, go);
  sortByHeadings(table, () => current, go);
  const pager = openPager(nav, (page) => {
    go({ ...current, page });
    document.getElementById("forms")?.scrollIntoView();
  });
  const put = (bodies: readonly Element[], page: number, pages: number): void => {
    for (const body of table.querySelectorAll("tbody")) body.remove();
    table.append(...bodies);
    showSorting(table, current.sort);
    pager.show(page, pages);
  };
  const say = (text: string): void => {
    status.textContent = text;
  };

  const apply = async (choice: Choice): Promise<void> => {
    turn += 1;
    const own = turn;
    current = choice;
    setBusy(true);
    finderForm.show(choice);
    document.getElementById("forms-note")?.toggleAttribute("hidden", choice !== NO_CHOICE);
    if (writeChoice(choice) === "#") {
      say("");
      put(published, 1, published.length === sizes.forms ? 1 : Math.ceil(sizes.forms / choice.size));
      setBusy(false);
      return;
    }
    const progress = (what: string, done: number, total: number): void => {
      if (own === turn) say(total === 1 ? `${what}……` : `${what}……（${done + 1}／${total}）`);
    };
    try {
      const rows = await data.rows(progress);
      const among = chooseRows(rows, { ...choice, sort: "" }, undefined).map(({ at }) => at);
      const hits = choice.q === "" ? undefined : await data.search(choice.q, among, progress);
      if (own !== turn) return;
      finderForm.offerNames(rows);
      const chosen = chooseRows(
        rows,
        choice,
        hits?.map(({ at }) => at),
      );
      const pages = Math.max(1, Math.ceil(chosen.length / choice.size));
      const page = Math.min(choice.page, pages);
      const shown = chosen.slice((page - 1) * choice.size, page * choice.size);
      const elements = await Promise.all(
        shown.map(async (placed) => rowElements(placed, choice.q, await snippetsOf(placed, choice.q, data), captions)),
      );
      if (own !== turn) return;
      put(elements, page, pages);
      const text = resultText(chosen, sizes.forms, hits?.some(({ met }) => met === 1) === false);
      say(pages === 1 ? text : `${text}这是第 ${page} 页，共 ${pages} 页。`);
    } catch (error) {
      if (own === turn)
        say(`数据没有读到：${error instanceof Error ? error.message : "原因不明"}。请确认文件夹 site 与本页放在一起。`);
    }
    if (own === turn) setBusy(false);
  };

  const follow = (): void => {
    // 跳到页内某处的链接不是条件。
    if (location.hash !== HOME && /^#[a-z-]+$/u.test(location.hash)) return;
    const choice = readChoice(location.hash);
    void apply(writeChoice(choice) === "#" ? NO_CHOICE : choice);
  };
  finder.hidden = false;
  document.getElementById("to-finder")?.removeAttribute("hidden");
  window.addEventListener("hashchange", follow);
  follow();
}

async function snippetsOf({ at }: PlacedRow, query: string, data: SiteData): Promise<readonly Snippet[]> {
  if (query === "") return [];
  const texts = await data.textsOf(at);
  const found = texts.flatMap(([caption, text]) => {
    const parts = snippetOf(text, query);
    const marked = parts?.reduce((sum, part) => sum + (part.marked ? part.text.length : 0), 0);
    return parts === undefined || marked === undefined ? [] : [{ caption, parts, marked }];
  });
  // 目标和完成情况常常一字不差，说一遍就够。
  const different = found.filter(
    (snippet, place) => found.findIndex((other) => textOf(other) === textOf(snippet)) === place,
  );
  return sorted(different, (a, b) => b.marked - a.marked).slice(0, MOST_SNIPPETS);
}

function textOf({ parts }: Snippet): string {
  return parts.map(({ text }) => text).join("");
}

function sizesOf({ dataset }: HTMLElement): PartSizes {
  const whole = (name: string): number => Number.parseInt(dataset[name] ?? "", 10) || 1;
  return { forms: whole("forms"), rows: whole("rows"), index: whole("index"), texts: whole("texts") };
}
