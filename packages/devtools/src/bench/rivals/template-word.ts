/** The table filled into a Word template by docxtemplater. Its free edition merges no cells: labels stand in every row. */
import Docxtemplater from "docxtemplater";
import PizZip from "pizzip";
import { type FormRows, formRows } from "./form-rows.ts";
import { rawWord } from "./raw-word.ts";

type Filling = Readonly<Record<string, unknown>>;

const FUNDS = ["caption", "initialBudget", "annualBudget", "annualExecution", "weight", "executionRate", "score"];
const INDICATORS = ["name", "target", "actual", "weight", "score", "deviationNote"];

/** Unzipped and read again for every form, as the library asks for. */
export function templateWord(template: Buffer, form: FormRows): Buffer {
  const document = new Docxtemplater(new PizZip(template), { paragraphLoop: true, linebreaks: true });
  document.render(filling(form));
  return document.getZip().generate({ type: "nodebuffer", compression: "DEFLATE" });
}

/** A form whose texts are the tags. */
export function makeTemplate(): Buffer {
  const rows = formRows({});
  return rawWord({
    ...rows,
    title: "{title}",
    year: "{year}",
    projectName: "{projectName}",
    competentDepartment: "{competentDepartment}",
    implementingUnit: "{implementingUnit}",
    currencyUnit: "{currencyUnit}",
    funds: [looped("funds", FUNDS)],
    goals: ["{expected}", "{actual}"],
    indicators: [
      {
        level1: { text: "{#indicators}{level1}", rows: 1 },
        level2: { text: "{level2}", rows: 1 },
        cells: INDICATORS.map((name, at) => (at === INDICATORS.length - 1 ? `{${name}}{/indicators}` : `{${name}}`)),
      },
    ],
    totals: ["{totalWeight}", "{totalScore}"],
    rating: "{rating}",
  });
}

function looped(list: string, names: readonly string[]): readonly string[] {
  return names.map((name, at) => {
    const opening = at === 0 ? `{#${list}}` : "";
    return `${opening}{${name}}${at === names.length - 1 ? `{/${list}}` : ""}`;
  });
}

function filling(form: FormRows): Filling {
  return {
    ...form,
    funds: form.funds.map((row) => named(FUNDS, row)),
    expected: form.goals[0],
    actual: form.goals[1],
    indicators: form.indicators.map(({ level1, level2, cells }) => ({
      ...named(INDICATORS, cells),
      level1: level1.text,
      level2: level2.text,
    })),
    totalWeight: form.totals[0],
    totalScore: form.totals[1],
  };
}

function named(names: readonly string[], texts: readonly string[]): Filling {
  return Object.fromEntries(names.map((name, at) => [name, texts[at] ?? ""]));
}
