/** The gate: which forms may be published, which are held back, and why. Pure. */
import { BATCH_RULES, type BatchRule, type Finding, NO_SETTINGS, openBatchAudit } from "@zipingbiao/core";
import type { PlannedForm } from "../batch/plan-batch.ts";
import { openForm } from "../batch/shelved-form.ts";
import { type JoinedFindings, joinFindings, scoredForm } from "../check-forms.ts";
import type { CheckedAlone } from "./check-alone.ts";
import { type Objection, objectionsTo } from "./objection.ts";
import { staleWaivers } from "./stale-waivers.ts";
import { nameKey } from "./form-name.ts";
import type { Waiver, WaiverFile, Withholding } from "./waiver-file.ts";

/** A form that may be published, as it is or with what was signed for. */
export interface PassedForm {
  readonly planned: PlannedForm;
  /** All of them, of rules across forms too, in the order of places. */
  readonly findings: readonly Finding[];
  readonly waived: readonly WaivedObjection[];
}

export interface WaivedObjection {
  readonly objection: Objection;
  readonly waiver: Waiver;
}

export interface BlockedForm {
  readonly planned: PlannedForm;
  /** What no waiver stands for; at least one. */
  readonly objections: readonly Objection[];
}

export interface WithheldForm {
  readonly planned: PlannedForm;
  readonly entry: Withholding;
  /** How many findings would have held it back; told to the bureau, not published. */
  readonly objections: number;
}

/** Every form is in one of the three lists, in the order of the plan. */
export interface GateOutcome {
  readonly passed: readonly PassedForm[];
  readonly blocked: readonly BlockedForm[];
  readonly withheld: readonly WithheldForm[];
  /** What the rules across forms say of the forms that passed together, of none alone; stops nothing. */
  readonly aboutAll: readonly Finding[];
  /** Waivers that did nothing; Chinese sentences. */
  readonly notes: readonly string[];
  /** Entries on forms that are not there: one of those that pass may be meant, under a name that was misspelt. */
  readonly unmet: readonly Withholding[];
}

/** A form of the plan with what its own rules say of it. */
export type WeighedForm = PlannedForm & CheckedAlone;

/**
 * Weighs what every form's own rules say, then checks those that are to be published beside each other. Whenever one is held back, the others
 * are looked at again without it, so that what is published passes as it stands, and nothing that is said of it
 * quotes a form that is not public. Rules weigh what the editions say: settings of a user could switch one off, and
 * that would be a waiver that nobody signed.
 */
export function passGate(
  forms: readonly WeighedForm[],
  file: WaiverFile,
  batchRules: readonly BatchRule[] = BATCH_RULES,
): GateOutcome {
  const desk = openDesk(file);
  const withheld = forms.flatMap((planned): readonly WithheldForm[] => {
    const entry = desk.withholdingOf(planned);
    if (entry === undefined) return [];
    const objections = objectionsTo(planned.findings, planned.places);
    desk.weigh(planned, planned.findings, objections);
    return [{ planned, entry, objections: objections.length }];
  });
  const secret = new Set<PlannedForm>(withheld.map(({ planned }) => planned));
  const blocked = new Map<PlannedForm, BlockedForm>();
  let left = forms.filter((planned) => !secret.has(planned));
  for (;;) {
    const joined = findingsTogether(left, batchRules);
    const judged = left.map((planned, at) => {
      const findings = joined.findings[at] ?? [];
      const { waived, open } = desk.weigh(planned, findings, objectionsTo(findings, planned.places));
      return { planned, findings, waived, open };
    });
    for (const { planned, open } of judged) {
      if (open.length > 0) blocked.set(planned, { planned, objections: open });
    }
    const passing = judged.filter(({ open }) => open.length === 0);
    if (passing.length === judged.length) {
      return {
        passed: passing.map(({ planned, findings, waived }) => ({ planned, findings, waived })),
        blocked: forms.flatMap((planned) => blocked.get(planned) ?? []),
        withheld,
        aboutAll: joined.batch,
        notes: staleWaivers(file, forms, desk.used),
        unmet: file.withheld.filter((entry) => !withheld.some((form) => form.entry === entry)),
      };
    }
    left = left.filter((planned) => !blocked.has(planned));
  }
}

/** What the rules say of every form beside the others, and of all together. */
function findingsTogether(forms: readonly WeighedForm[], rules: readonly BatchRule[]): JoinedFindings {
  const audit = openBatchAudit(NO_SETTINGS, rules);
  for (const planned of forms) audit.add(scoredForm({ form: openForm(planned), source: planned.source }));
  return joinFindings(
    forms.map(({ findings }) => findings),
    audit.finish(),
  );
}

/** Holds what was signed against what was found, and remembers which waivers were of use. */
function openDesk(file: WaiverFile) {
  const waivers = Map.groupBy(file.waivers, nameKey);
  const withholdings = new Map(file.withheld.map((entry) => [nameKey(entry), entry]));
  const used = new Set<Waiver>();
  return {
    used: used as ReadonlySet<Waiver>,
    withholdingOf({ form }: PlannedForm): Withholding | undefined {
      return withholdings.get(nameKey(form));
    },
    /** A waiver may stand for a finding that does not block, too: it explains it, and is of use. */
    weigh({ form }: PlannedForm, findings: readonly Finding[], objections: readonly Objection[]) {
      const own = waivers.get(nameKey(form)) ?? [];
      const violated = findings.filter(({ outcome }) => outcome === "violated");
      const waived: WaivedObjection[] = [];
      for (const objection of new Set<Objection>([...violated, ...objections])) {
        const waiver = own.find(({ rule, at }) => rule === objection.rule && (at === undefined || at === objection.at));
        if (waiver === undefined) continue;
        used.add(waiver);
        waived.push({ objection, waiver });
      }
      const covered = new Set(waived.map(({ objection }) => objection));
      return { waived, open: objections.filter((objection) => !covered.has(objection)) };
    },
  };
}
