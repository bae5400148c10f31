/** What is to be printed, after the page has been made ready. */
export interface TabJob {
  readonly html: string;
}

/** A page that stays open and prints one document after another. */
export interface BrowserTab {
  /**
   * The document as the browser prints it.
   * @throws BrowserTrouble
   */
  print(job: TabJob): Promise<Buffer>;
  close(): Promise<void>;
}

/** A running browser. */
export interface RunningBrowser {
  /** For example `HeadlessChrome/153.0.8010.0`. */
  readonly version: string;
  readonly processId: number;
  /** False once the process has ended. */
  readonly alive: boolean;
  openTab(): Promise<BrowserTab>;
  /** Ends the process and waits until it is gone. */
  close(): Promise<void>;
}

/** Starts a browser; the printer asks again whenever one is lost or worn out. */
export type StartBrowser = () => Promise<RunningBrowser>;

/** Why a print did not come about. */
export type TroubleKind = "gone" | "outside" | "disk-full" | "refused";

/** Something the browser did; whether it is worth another try is the printer's to judge. */
export class BrowserTrouble extends Error {
  override readonly name = "BrowserTrouble";
  readonly kind: TroubleKind;

  constructor(kind: TroubleKind, message: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.kind = kind;
  }
}
