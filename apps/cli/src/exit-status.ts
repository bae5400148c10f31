/** Exit statuses; scripts depend on them. */
export const EXIT = {
  clean: 0,
  /** Findings at or above the limit, or a batch in which some inputs or forms failed while others went through. */
  findings: 1,
  /** Nothing of the work could be done. */
  failed: 2,
  usage: 64,
} as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];

/** The status of a batch: everything went through, a part did, or nothing did. */
export function batchStatus(done: number, troubles: number): ExitStatus {
  if (done === 0) return EXIT.failed;
  return troubles === 0 ? EXIT.clean : EXIT.findings;
}
