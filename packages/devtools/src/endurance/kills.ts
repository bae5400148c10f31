/** A publication that is killed at any moment and resumed ends as one that nobody disturbed. */
import { randomInt } from "node:crypto";
import { rmSync } from "node:fs";
import { join } from "node:path";
import { openBench } from "../bench/bench.ts";
import { contentOf, leftProfiles, orphansOf, runPublisher } from "./publisher-process.ts";
import { type Random, momentOf, randomFrom } from "./random-moments.ts";
import { type Scenario, type ScenarioParts, countAt } from "./scenario.ts";

const FORMS = 500;
const RUNS = 20;
/** A run is killed once, and mostly again while it is resumed. */
const MOST_KILLS = 3;
const MANIFEST = "manifest.json";

interface Undisturbed {
  readonly seconds: number;
  readonly content: ReadonlyMap<string, string>;
}

export const kills: Scenario = {
  name: "kills",
  about: `${FORMS} 份的 publish 在随机时刻被 kill -9，共 ${RUNS} 次，每次 --resume 到做完：结果与未受干扰的逐字节相同；可给 [份数] [次数] [种子]`,
  async run({ work, words, tell }) {
    const forms = countAt(words, 0, FORMS);
    const runs = countAt(words, 1, RUNS);
    const seed = countAt(words, 2, randomInt(2 ** 31));
    tell(`种子 ${seed}（再来一遍：npm run endurance -- kills ${forms} ${runs} ${seed}）`);
    const { season } = openBench(work, [forms]);
    const parts = { work, tell, forms: season.folder(forms), cache: join(work, "cache"), random: randomFrom(seed) };
    // The browser is unpacked before anything is timed.
    await publishWhole({ ...parts, forms: season.single });
    const undisturbed = await publishWhole(parts);
    tell(
      `未受干扰：${undisturbed.seconds.toFixed(1)} 秒，${undisturbed.content.size} 个文件，manifest ${undisturbed.content.get(MANIFEST) ?? ""}`,
    );
    const faults: string[] = [];
    for (let run = 1; run <= runs; run += 1) {
      for (const fault of await disturbed(run, undisturbed, parts)) {
        tell(`  不成立：${fault}`);
        faults.push(`第 ${run} 次：${fault}`);
      }
    }
    return faults;
  },
};

interface Parts extends Pick<ScenarioParts, "work" | "tell"> {
  /** The folder of inputs. */
  readonly forms: string;
  readonly cache: string;
  readonly random: Random;
}

async function publishWhole({ work, forms, cache }: Parts): Promise<Undisturbed> {
  const folder = join(work, "undisturbed");
  const { status, seconds, said } = await runPublisher({ forms, folder, cache, resume: false });
  if (status !== 0) throw new Error(said);
  const content = contentOf(folder);
  rmSync(folder, { recursive: true });
  return { seconds, content };
}

/** What did not hold, Chinese. */
async function disturbed(run: number, undisturbed: Undisturbed, parts: Parts): Promise<readonly string[]> {
  const { forms, cache, tell, random } = parts;
  const folder = join(parts.work, "disturbed");
  const faults: string[] = [];
  const moments: string[] = [];
  const wanted = 1 + Math.floor(random() * MOST_KILLS);
  let killed = 0;
  let resume = false;
  for (;;) {
    const moment = momentOf(random) * undisturbed.seconds;
    const killAfter = killed < wanted ? { killAfter: moment } : {};
    const ended = await runPublisher({ forms, folder, cache, resume, ...killAfter });
    if (ended.killed) {
      killed += 1;
      moments.push(`${moment.toFixed(2)} 秒时被杀`);
      const orphans = await orphansOf(cache, ended.children);
      if (orphans.length > 0) faults.push(`命令被杀后还有 ${orphans.length} 个进程在运行`);
      resume = true;
    } else if (ended.status === 0 && killed > 0) {
      break;
    } else if (ended.status === 0) {
      // It was faster than the moment; once more from the beginning.
      rmSync(folder, { recursive: true });
    } else if (resume && ended.said.includes(NOTHING_TO_RESUME)) {
      // Killed before it had begun to make anything, or when all lay in its place.
      moments.push("无可续做，不带 --resume 重来");
      resume = false;
    } else {
      faults.push(`退出状态 ${ended.status}：${ended.said.split("\n").at(-1) ?? ""}`);
      break;
    }
  }
  tell(`第 ${run} 次：${moments.join("，")}`);
  faults.push(...differences(undisturbed.content, contentOf(folder)));
  if ((await orphansOf(cache)).length > 0) faults.push("做完后还有进程在运行");
  const profiles = leftProfiles(cache);
  if (profiles.length > 0) faults.push(`留下了浏览器的文件夹：${profiles.join("、")}`);
  rmSync(folder, { recursive: true, force: true });
  return faults;
}

/** As the command says it. */
const NOTHING_TO_RESUME = "没有可以接着做的发布";

function differences(due: ReadonlyMap<string, string>, found: ReadonlyMap<string, string>): readonly string[] {
  const paths = [...new Set([...due.keys(), ...found.keys()])];
  const wrong = paths.flatMap((path) => {
    if (!found.has(path)) return [`缺 ${path}`];
    if (!due.has(path)) return [`多 ${path}`];
    return due.get(path) === found.get(path) ? [] : [`内容不同 ${path}`];
  });
  return wrong.length <= 5 ? wrong : [...wrong.slice(0, 5), `……共 ${wrong.length} 处`];
}
