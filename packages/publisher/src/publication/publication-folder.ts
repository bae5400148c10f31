/** Port: a folder that is published into as a whole. The real one is `open-publication.ts`; tests keep it in memory. */
import type { FontUsed } from "@zipingbiao/renderer";
import type { OutputFolder, WrittenFile } from "../batch/store.ts";

/** What a run makes its publication of. Two runs that agree in all three end in the same manifest. */
export interface RunIdentity {
  /** Names and bytes of the inputs, in their order by name. */
  readonly inputs: string;
  /** Everything that was asked for besides, the waivers included. */
  readonly options: string;
  /** With what documents are made. */
  readonly maker: string;
}

/** A document of a form, by its name in the form's folder. */
export interface MadeFile extends Omit<WrittenFile, "path"> {
  readonly name: string;
  /** Of a PDF. */
  readonly pages?: number;
}

/** All documents of a form that one maker made. */
export interface MadeRecord {
  readonly files: readonly MadeFile[];
  readonly fonts: readonly FontUsed[];
}

/** Nothing in the folder changes before `commit`, and whatever was finished until then outlives a power cut. */
export interface PublicationFolder extends OutputFolder {
  /** What the run that was cut short here was to make; `undefined` where the last run came to its end. */
  readonly unfinished: RunIdentity | undefined;
  /** What stands in the folder as it was published: of which run, with which manifest; `undefined` where a file of it is gone or was changed. */
  published(): Promise<{ readonly identity: RunIdentity; readonly manifest: WrittenFile } | undefined>;
  /** Notes what this run is to make. */
  begin(identity: RunIdentity): Promise<void>;
  /**
   * The documents that were made under `key` before, by this run or another one, and are still what they were: they will lie in
   * `folder`. `undefined` when there are none.
   */
  recall(key: string, folder: string): Promise<MadeRecord | undefined>;
  /** Notes documents of `folder`, all of them written, for `recall`; resolves when they would outlive a power cut. */
  remember(key: string, folder: string, made: MadeRecord): Promise<void>;
  /**
   * Puts everything that was written or recalled in its place, `manifest` last, and removes what the publication before had
   * besides. Once begun, it is ended by the next who opens the folder, whatever happens. Returns the removed paths.
   */
  commit(manifest: WrittenFile): Promise<readonly string[]>;
  /** Lets others publish here; what was not committed stays for a run that resumes this one. */
  close(): Promise<void>;
}
