/** `npm run endurance -- <name>`: one scenario, in a folder of its own; the exit status says whether everything held. */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { SCENARIOS } from "./scenarios.ts";

const [name = "", ...words] = process.argv.slice(2);
const scenario = SCENARIOS.find((each) => each.name === name);
if (scenario === undefined) {
  console.error(
    `用法：npm run endurance -- <名称>\n${SCENARIOS.map((each) => `  ${each.name}：${each.about}`).join("\n")}`,
  );
  process.exitCode = 64;
} else {
  const work = mkdtempSync(join(tmpdir(), `zpb-endurance-${name}-`));
  const started = performance.now();
  try {
    const faults = await scenario.run({ work, words, tell: (line) => console.log(line) });
    for (const fault of faults) console.error(`不成立：${fault}`);
    const minutes = ((performance.now() - started) / 60_000).toFixed(1);
    console.log(
      faults.length === 0
        ? `${name}：全部成立，${minutes} 分钟`
        : `${name}：${faults.length} 处不成立，${minutes} 分钟`,
    );
    if (faults.length > 0) process.exitCode = 1;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}
