/** Every function that a template may call, by the name it is called by. Presentation only. */
import { each } from "./each.ts";
import { ifThere } from "./if.ts";
import { lines } from "./lines.ts";
import { pieces } from "./pieces.ts";
import { unless } from "./unless.ts";
import { withPart } from "./with.ts";

export const TEMPLATE_FUNCTIONS = { each, if: ifThere, lines, pieces, unless, with: withPart } as const;
