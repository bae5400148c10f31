/** A second door, small and quickly loaded: what can be started before the rest of the program is there. */
export { codeHash, useCodeHash } from "./node/program-hash.ts";
export { startSpare } from "./node/reader/spare-reader.ts";
export { useReaderProgram } from "./node/reader/start-process.ts";
