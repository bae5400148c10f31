/** A YAML text that people wrote → a plain value, with the line of every place in it. Data only: no tags, no aliases. */
import { type Document, LineCounter, isMap, isNode, isScalar, parseDocument, visit } from "yaml";
import { type FileWords, type RefusedLine, refusedFile } from "./refused-file.ts";

export interface PlacedYaml {
  readonly value: unknown;
  /** The 1-based line of a value, or of the nearest one around it that is there. */
  readonly lineOf: (path: readonly PropertyKey[]) => number;
  /** The names at a path as they are written, each with its 1-based line. */
  readonly namesAt: (path: readonly PropertyKey[]) => readonly { readonly name: string; readonly line: number }[];
}

/** Room for some thousand entries; what a parser makes of brackets nested on and on stays a matter of seconds. */
export const MAX_YAML_BYTES = 512 * 1024;

/** Reads one document in UTF-8. Throws a {@link Failure} that names file, line and reason. */
export function readPlacedYaml(file: string, bytes: Uint8Array): PlacedYaml {
  const refuse = (reason: string, line?: number) => refusedFile(file, NOT_YAML, [{ line, reason }]);
  if (bytes.byteLength > MAX_YAML_BYTES) throw refuse(`超过 ${MAX_YAML_BYTES / 1024} KiB`);
  const text = decoded(bytes);
  if (text === undefined) throw refuse("不是 UTF-8 编码");
  const lines = new LineCounter();
  const document = parseDocument(text, { version: "1.2", schema: "core", lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number): number => Math.max(lines.linePos(offset).line, 1);
  const [problem] = [...document.errors, ...document.warnings];
  // The parser's later errors mostly follow from its first one.
  if (problem !== undefined) throw refuse(REASONS[problem.code] ?? "写法不合 YAML 的语法", lineAt(problem.pos[0]));
  const beyond = beyondData(document).map(({ offset, reason }): RefusedLine => ({ line: lineAt(offset), reason }));
  if (beyond.length > 0) throw refusedFile(file, NOT_YAML, beyond);
  const nodeAt = (path: readonly PropertyKey[]): unknown =>
    path.length === 0 ? document.contents : document.getIn(path, true);
  return {
    value: document.toJS({ maxAliasCount: 0 }),
    lineOf(path) {
      for (let length = path.length; length >= 0; length -= 1) {
        const node = nodeAt(path.slice(0, length));
        if (isNode(node) && node.range) return lineAt(node.range[0]);
      }
      return 1;
    },
    namesAt(path) {
      const map = nodeAt(path);
      const keys = isMap(map) ? map.items.map(({ key }) => key) : [];
      return keys.filter(isScalar).map((key) => ({ name: String(key.value), line: lineAt(startOf(key)) }));
    },
  };
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
  visit(document, {
    Alias: (_, alias) => void found.push({ offset: startOf(alias), reason: "不能用「*」引用别处的内容，请直接写出" }),
    Pair: (_, { key }) => {
      if (!isScalar(key)) found.push({ offset: startOf(key), reason: "名称应为文字" });
    },
  });
  return found;
}

function startOf(node: unknown): number {
  return isNode(node) ? (node.range?.[0] ?? 0) : 0;
}

const NOT_YAML: FileWords = {
  code: "settings/not-yaml",
  what: () => "文件不是能用的 YAML",
  next: "请用文本编辑器改好后重新运行，标点用半角，编码用 UTF-8",
};

/** The parser speaks English; those who write the file read Chinese. */
const REASONS: Readonly<Record<string, string>> = {
  DUPLICATE_KEY: "同一个名称写了两次",
  BAD_INDENT: "缩进不对",
  TAB_AS_INDENT: "缩进用了制表符，请改用空格",
  MISSING_CHAR: "少了冒号、引号或括号（用半角，冒号后空一格）",
  MULTIPLE_DOCS: "只能有一份内容，请去掉单独成行的「---」",
  TAG_RESOLVE_FAILED: "不能用「!」标签，只能写文字",
  RESOURCE_EXHAUSTION: "嵌套过深",
};
