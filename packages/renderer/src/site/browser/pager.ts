/** Pages of the table: back, forth, and where one is. */

export interface Pager {
  /** `page` from 1; hidden where there is one page only. */
  readonly show: (page: number, pages: number) => void;
}

/** `turn` is called with the page that is wanted. */
export function openPager(place: HTMLElement, turn: (page: number) => void): Pager {
  let current = 1;
  const button = (caption: string, step: number): HTMLButtonElement => {
    const made = document.createElement("button");
    made.type = "button";
    made.append(caption);
    made.addEventListener("click", () => turn(current + step));
    return made;
  };
  const [back, forth] = [button("上一页", -1), button("下一页", 1)];
  const where = document.createElement("span");
  place.append(back, where, forth);
  return {
    show(page, pages) {
      current = page;
      place.hidden = pages < 2;
      const focused = document.activeElement;
      back.disabled = page <= 1;
      forth.disabled = page >= pages;
      // 到头的按钮不能再按；焦点交给另一个，键盘不至于落空。
      if (focused === back && back.disabled) forth.focus();
      if (focused === forth && forth.disabled) back.focus();
      where.textContent = `第 ${page} 页，共 ${pages} 页`;
    },
  };
}
