/** Every scenario of `npm run endurance`. */
import { kills } from "./kills.ts";
import { memory } from "./memory.ts";
import { distributed } from "./distributed.ts";
import type { Scenario } from "./scenario.ts";

export const SCENARIOS: readonly Scenario[] = [memory, kills, distributed];
