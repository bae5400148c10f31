/** The figures of a report as texts and counts; see `plain-summary.ts` and `recompute.ts`, which make them in two ways. */

export interface PlainPoints {
  readonly weight: string;
  readonly score: string;
  readonly lost: string;
  readonly rate: string | undefined;
  readonly counted: number;
  readonly leftOut: number;
}

export interface PlainCounts {
  readonly indicators: number;
  readonly met: number;
  readonly missed: number;
  readonly unjudged: number;
  readonly metByWording: number;
  readonly missedByWording: number;
  readonly fullMarks: number;
  readonly points: PlainPoints;
}

export interface PlainRanking {
  readonly places: readonly string[];
  readonly shared: string | undefined;
}

export interface PlainFunds {
  readonly initialBudget: string;
  readonly initialCounted: number;
  readonly initialLeftOut: readonly string[];
  readonly annualBudget: string;
  readonly annualExecution: string;
  readonly rate: string | undefined;
  readonly counted: number;
  readonly leftOut: readonly string[];
}

export interface PlainProject {
  readonly number: number;
  readonly key: string;
  readonly fiscalYear: number;
  readonly department: string;
  readonly unit: string;
  readonly projectName: string;
  readonly rate: string;
  readonly totalScore: string;
  readonly printedGrade: string | undefined;
  readonly dueGrade: string | undefined;
}

export interface PlainLine {
  readonly at: string;
  readonly weight: string;
  readonly score: string;
  readonly lost: string | undefined;
  readonly judgement: "met" | "missed" | "unjudged";
  readonly byWording: boolean;
  readonly givesReason: boolean;
}

export interface PlainGroup {
  readonly scope: string;
  readonly projects: readonly number[];
  readonly forms: number;
  readonly years: readonly number[];
  readonly departments: readonly string[];
  readonly units: readonly string[];
  readonly editions: readonly string[];
  readonly currencyUnit: string;
  readonly rateRounding: string;
  readonly funds: Readonly<Record<"total" | "currentYearAppropriation" | "carryover" | "otherFunds", PlainFunds>>;
  readonly scored: number;
  readonly notScored: readonly string[];
  readonly sum: string;
  readonly average: string | undefined;
  readonly weightedAverage: string | undefined;
  readonly weightedOver: number;
  readonly lowest: readonly (string | number)[] | undefined;
  readonly highest: readonly (string | number)[] | undefined;
  readonly printedGrades: readonly string[];
  readonly dueGrades: readonly string[];
  readonly gradesOff: readonly number[];
  readonly bands: readonly string[];
  readonly best: PlainRanking;
  readonly worst: PlainRanking;
  readonly fullMarks: number;
  readonly indicators: PlainCounts;
  readonly sections: readonly {
    readonly label: string;
    readonly counts: PlainCounts;
    readonly groups: readonly { readonly label: string; readonly counts: PlainCounts }[];
  }[];
  readonly execution: PlainPoints;
  readonly missed: readonly string[];
  readonly deducted: readonly string[];
  readonly deductedWithoutReason: readonly string[];
  /** `单位不同 3` */
  readonly unjudgedReasons: readonly string[];
  readonly findings: {
    readonly error: number;
    readonly warning: number;
    readonly note: number;
    readonly uncheckable: number;
  };
  readonly formsWithFindings: number;
  readonly formsWithErrors: number;
  readonly rules: readonly string[];
  readonly deviations: readonly (readonly string[])[];
  readonly remarks: readonly (readonly string[])[];
  readonly byYear: readonly PlainGroup[];
  readonly byDepartment: readonly PlainGroup[];
  readonly byUnit: readonly PlainGroup[];
}

/** The whole, with its lines written out once. */
export interface PlainSummary extends PlainGroup {
  readonly lines: readonly PlainProject[];
  readonly rows: readonly PlainLine[];
}
