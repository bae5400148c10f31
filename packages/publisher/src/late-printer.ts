/** A printer that is opened when it is first asked for: a run without a PDF starts no browser. */
import type { Printer } from "@zipingbiao/renderer";
import type { Environment } from "./environment.ts";

export interface LatePrinter {
  /** The same printer every time. */
  readonly printer: () => Promise<Printer>;
  /** Whether it was asked for and could not be opened. */
  readonly isRefused: () => Promise<boolean>;
  /** Closes what was opened; never throws. */
  readonly close: () => Promise<void>;
}

export function latePrinter(environment: Pick<Environment, "openPrinter">): LatePrinter {
  let opened: Promise<Printer> | undefined;
  return {
    printer: () => (opened ??= environment.openPrinter()),
    isRefused: async () => opened !== undefined && (await opened.then(() => false).catch(() => true)),
    close: async () => await opened?.then((printer) => printer.close()).catch(() => undefined),
  };
}
