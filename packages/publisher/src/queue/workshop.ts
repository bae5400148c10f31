/** The browsers of a worker: one for every chunk in work, replaced when it is lost. */
import type { SelfEvaluationForm } from "@zipingbiao/core";
import type { Printer, Templates } from "@zipingbiao/renderer";
import type { Maker, TaskOutcome } from "../engine/engine.ts";
import { localEngine } from "../engine/local-engine.ts";
import { tryForm } from "../engine/make-form.ts";
import type { Environment } from "../environment.ts";
import type { RenderParts } from "../render-form.ts";

export type MakeForm = (form: SelfEvaluationForm) => Promise<TaskOutcome>;

export interface Workshop {
  /** With what everything is made here, settled once. */
  readonly maker: Maker;
  /** Runs work with a browser that nobody else has meanwhile; work that throws costs the browser. */
  use<R>(work: (make: MakeForm) => Promise<R>): Promise<R>;
  close(): Promise<void>;
}

/** Opens the first printer, for its versions; the others when they are needed. `places`: how many there may be at once. */
export async function openWorkshop(places: number, environment: Environment): Promise<Workshop> {
  const templates = environment.loadTemplates();
  const first = new Place(templates, environment);
  const program = { tool: environment.toolVersion, program: environment.programHash() };
  const maker = await localEngine(first.parts, program).maker();
  const all = [first, ...Array.from({ length: places - 1 }, () => new Place(templates, environment))];
  const free = [...all];
  return {
    maker,
    async use(work) {
      const place = free.pop();
      if (place === undefined) throw new Error("more chunks in work than places");
      try {
        // A browser that cannot be opened is the machine's fault, and must not become that of every form.
        await place.parts.printer();
        return await work((form) => tryForm(form, place.parts));
      } catch (error) {
        await place.close();
        throw error;
      } finally {
        free.push(place);
      }
    },
    async close() {
      await Promise.all(all.map((place) => place.close()));
    },
  };
}

class Place {
  readonly parts: RenderParts;
  #printer: Promise<Printer> | undefined;

  constructor(templates: Templates, environment: Environment) {
    this.parts = { templates, printer: () => (this.#printer ??= environment.openPrinter()) };
  }

  async close(): Promise<void> {
    const printer = this.#printer;
    this.#printer = undefined;
    await printer?.then((opened) => opened.close()).catch(() => undefined);
  }
}
