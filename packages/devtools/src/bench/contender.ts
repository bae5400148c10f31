/** What is measured: one way to make documents of so many forms. Contenders of a group take turns, and the median of each counts. */
import { Missing } from "./machine.ts";

export interface Sample {
  /** For all forms together. */
  readonly seconds: number;
  /** Seconds of processor time of all processes, their start included; hardly moved by what else the machine does. */
  readonly processor?: number | undefined;
  /** Bytes, of the whole process tree. */
  readonly peak: number | undefined;
  /** What one form came to, by the ending of its documents. */
  readonly bytes: ReadonlyMap<string, number>;
}

export interface Contender {
  /** By which the targets find it. */
  readonly id: string;
  /** Chinese, as the table shows it. */
  readonly name: string;
  readonly forms: number;
  readonly rounds: number;
  /** What a reader must know to judge the row; Chinese. */
  readonly note?: string | undefined;
  /** @throws Missing when something is not on this machine */
  readonly measure: () => Promise<Sample>;
}

export interface Row extends Pick<Contender, "id" | "name" | "forms" | "note"> {
  /** Absent where nothing was measured; `trouble` says why, in Chinese. */
  readonly median?: Sample;
  readonly trouble?: string;
}

/**
 * Every contender once, then all of them again, so that a machine that slows down slows all of them down. One that fails
 * is not tried again.
 */
export async function race(contenders: readonly Contender[], tell: (line: string) => void): Promise<readonly Row[]> {
  const samples = new Map<string, Sample[]>();
  const troubles = new Map<string, string>();
  const rounds = Math.max(0, ...contenders.map((contender) => contender.rounds));
  for (let round = 0; round < rounds; round += 1) {
    for (const contender of contenders) {
      if (round >= contender.rounds || troubles.has(contender.id)) continue;
      try {
        const sample = await contender.measure();
        samples.set(contender.id, [...(samples.get(contender.id) ?? []), sample]);
        tell(`${contender.name}，${contender.forms} 份：${sample.seconds.toFixed(2)} 秒`);
      } catch (error) {
        const why = error instanceof Error ? error.message : String(error);
        const trouble = error instanceof Missing ? `未测：${why}` : `失败：${why}`;
        troubles.set(contender.id, trouble.replaceAll(/\s+/g, " ").slice(0, 200));
        tell(`${contender.name}，${contender.forms} 份：${trouble}`);
      }
    }
  }
  return contenders.map(({ id, name, forms, note }) => {
    const median = medianOf(samples.get(id) ?? []);
    const trouble = troubles.get(id);
    return {
      id,
      name,
      forms,
      note,
      ...(median === undefined || trouble !== undefined ? {} : { median }),
      ...(trouble === undefined ? {} : { trouble }),
    };
  });
}

/** By time; the peak is the highest of all. */
function medianOf(samples: readonly Sample[]): Sample | undefined {
  const middle = samples.toSorted((a, b) => a.seconds - b.seconds)[Math.floor(samples.length / 2)];
  if (middle === undefined) return undefined;
  const peaks = samples.flatMap(({ peak }) => (peak === undefined ? [] : [peak]));
  return { ...middle, peak: peaks.length === 0 ? undefined : Math.max(...peaks) };
}

/** Milliseconds a form. */
export function costOf({ forms, median }: Row): number | undefined {
  return median === undefined ? undefined : (median.seconds * 1000) / forms;
}
