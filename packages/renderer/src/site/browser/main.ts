/** Runs when the start page has been read; the script is deferred. */
import { startFinder } from "./finder.ts";

startFinder();
