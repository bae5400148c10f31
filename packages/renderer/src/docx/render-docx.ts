/** Page → DOCX. */
import type { Page } from "../page/page.ts";

/** The page as a Word document. Same page, same bytes. */
export function renderDocx(page: Page): Promise<Uint8Array> {
  return Promise.reject(new Error(`not built yet: ${page.title}`));
}
