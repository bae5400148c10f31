/** A YAML text that people wrote → a plain value, with the line of every place in it. Data only: no tags, no aliases. */
import { type Document, LineCounter, isNode, isScalar, parseDocument, visit } from "yaml";
import { Failure } from "../trouble.ts";

export interface PlacedYaml {
  readonly value: unknown;
  /** The 1-based line of a place, or of the nearest one around it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
}

/** Room for some thousand entries; what a parser makes of brackets nested on and on stays a matter of seconds. */
const MAX_BYTES = 512 * 1024;

/** Reads one document in UTF-8. Throws a {@link Failure} that names file, line and reason. */
export function readPlacedYaml(file: string, bytes: Uint8Array): PlacedYaml {
  const refuse = (why: string, line?: number): never => {
    throw new Failure({
      code: "settings/not-yaml",
      file,
      ...(line === undefined ? {} : { line }),
      what: "文件不是能用的 YAML",
      why,
      next: "请用文本编辑器改好后重新运行，标点用半角，编码用 UTF-8",
    });
  };
  if (bytes.byteLength > MAX_BYTES) refuse(`超过 ${MAX_BYTES / 1024} KiB`);
  const lines = new LineCounter();
  const lineAt = (offset: number): number => Math.max(lines.linePos(offset).line, 1);
  const document = parseDocument(decoded(bytes) ?? refuse("不是 UTF-8 编码"), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const [problem] = [...document.errors, ...document.warnings];
  if (problem !== undefined) refuse(REASONS[problem.code] ?? "写法不合 YAML 的语法", lineAt(problem.pos[0]));
  for (const { offset, reason } of beyondData(document)) refuse(reason, lineAt(offset));
  return { value: document.toJS({ maxAliasCount: 0 }), lineOf };

  function lineOf(path: readonly PropertyKey[]): number {
    for (let length = path.length; length >= 0; length -= 1) {
      const node = document.getIn(path.slice(0, length), true);
      if (isNode(node) && node.range) return lineAt(node.range[0]);
    }
    return 1;
  }
}

function decoded(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** What YAML knows beyond names and values: it would make a small file a large one, or a name of what is none. */
function beyondData(document: Document): readonly { readonly offset: number; readonly reason: string }[] {
  const found: { readonly offset: number; readonly reason: string }[] = [];
  const startOf = (node: unknown): number => (isNode(node) ? (node.range?.[0] ?? 0) : 0);
  visit(document, {
    Alias: (_, alias) => void found.push({ offset: startOf(alias), reason: "不能使用别名（*）" }),
    Pair: (_, { key }) => {
      if (!isScalar(key)) found.push({ offset: startOf(key), reason: "名称应为文字" });
    },
  });
  return found;
}

const REASONS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "同一个名称写了两次",
  BAD_INDENT: "缩进不对",
  TAB_AS_INDENT: "缩进用了制表符，应当用空格",
  MISSING_CHAR: "少了冒号、引号或括号（用半角，冒号后空一格）",
  MULTIPLE_DOCS: "一个文件里有几份文档（---）",
  TAG_RESOLVE_FAILED: "不能使用标签（!）",
  RESOURCE_EXHAUSTION: "嵌套过深",
};
