/** PDF and DOCX of the same forms in one command. */
import type { Group } from "../bench.ts";
import { rendering } from "./rendering.ts";

export const both: Group = {
  id: "both",
  title: "PDF 与 Word 一起",
  contenders: (bench) => bench.sizes.map((size) => rendering(bench, ["pdf", "docx"], size)),
};
