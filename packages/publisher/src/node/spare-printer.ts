/** A printer that is opened while the program itself still loads and the forms are read. */
import { type Printer, type PrinterEvent, openPrinter } from "@zipingbiao/renderer";

type Report = (event: PrinterEvent) => void;

interface Spare {
  readonly printer: Promise<Printer>;
  /** What has been told so far, and all that is told from now on. */
  readonly hearOut: (report: Report) => void;
  /** Ends it, also while it starts. */
  readonly end: () => void;
}

let spare: Spare | undefined;

/** Resolves when the browser's process is there, or will not be for a while: what keeps this program busy may begin. */
export async function startSparePrinter(): Promise<void> {
  await new Promise<void>((begun) => {
    const told: PrinterEvent[] = [];
    let tell: Report = (event) => {
      told.push(event);
      begun();
    };
    const ended = new AbortController();
    const printer = openPrinter({ report: (event) => tell(event), signal: ended.signal }, begun);
    // Why it could not be opened is heard by whoever takes it.
    printer.catch(() => begun());
    spare = {
      printer,
      hearOut(report) {
        for (const event of told) report(event);
        tell = report;
      },
      end: () => ended.abort(),
    };
  });
}

/** The printer, ours from now on; `undefined` when none was started. Throws what `openPrinter` throws. */
export async function takeSparePrinter(report: Report, signal?: AbortSignal): Promise<Printer | undefined> {
  const taken = spare;
  spare = undefined;
  if (taken === undefined) return undefined;
  taken.hearOut(report);
  if (signal?.aborted === true) taken.end();
  signal?.addEventListener("abort", taken.end, { once: true });
  return await taken.printer;
}

/** Closes one that nobody took, as when no form could be read. Never throws. */
export async function closeSparePrinter(): Promise<void> {
  const left = spare;
  spare = undefined;
  left?.end();
  await left?.printer.then((printer) => printer.close()).catch(() => undefined);
}
