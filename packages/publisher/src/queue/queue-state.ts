/** How a run over the queue stands. */
export interface QueueState {
  /** Chunks of this run by what they are doing; `waiting` counts those that wait for another attempt as well. */
  readonly waiting: number;
  readonly active: number;
  readonly done: number;
  /** Chunks that failed for good; their forms are tried one by one. */
  readonly failed: number;
  /** Forms whose outcome is there. */
  readonly forms: number;
  readonly formsPerSecond: number;
  /** Workers whose versions fit, and others. */
  readonly workers: number;
  readonly otherWorkers: number;
}
