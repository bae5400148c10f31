/** `--watch`: how a run over the queue stands, in the place of the count of forms that is told otherwise. */
import type { ProgressEvent } from "../environment.ts";
import type { QueueState } from "./queue-state.ts";

export interface RunWatch {
  /** For the run: everything goes on to the first reporter, but for the count. */
  readonly report: (event: ProgressEvent) => void;
  /** For the engine. */
  readonly looked: (state: QueueState) => void;
}

/** Between two lines, in milliseconds. */
const PAUSE = 1000;

export function watchRun(report: (event: ProgressEvent) => void): RunWatch {
  let count: { readonly done: number; readonly total: number } | undefined;
  let told = -PAUSE;
  return {
    report(event) {
      if (event.kind === "step" && event.step === "print") count = event;
      else report(event);
    },
    looked(state) {
      if (performance.now() - told < PAUSE) return;
      told = performance.now();
      const left = count === undefined ? undefined : count.total - count.done;
      const { formsPerSecond } = state;
      const secondsLeft = left === undefined || formsPerSecond === 0 ? undefined : left / formsPerSecond;
      report({
        kind: "queue",
        ...state,
        ...(left === undefined ? {} : { left }),
        ...(secondsLeft === undefined ? {} : { secondsLeft }),
      });
    },
  };
}
