/** What every command gets: where to speak, and the world to work in. */
import type { Environment } from "@zipingbiao/publisher";
import type { ExitStatus } from "../exit-status.ts";
import type { Console } from "../terminal/console.ts";

export interface CommandContext {
  readonly console: Console;
  readonly environment: Environment;
  /** Aborted when the person at the terminal, or the system, wants an end. */
  readonly stop: AbortSignal;
}

/** Runs a command to its exit status. Failures of the world are thrown and told by `main.ts`. */
export type Run<Args> = (args: Args, context: CommandContext) => Promise<ExitStatus>;
