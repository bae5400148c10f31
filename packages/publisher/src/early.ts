/** A second door, small and quickly loaded: what can be started before the rest of the program is there. */
export { codeHash, useCodeHash } from "./node/program-hash.ts";
export { startSpare } from "./node/reader/spare-reader.ts";
export { useReaderProgram } from "./node/reader/start-process.ts";

/** The same for the browser, when it is loaded what knows browsers. */
export async function startSparePrinter(): Promise<void> {
  await (await import("./node/spare-printer.ts")).startSparePrinter();
}
