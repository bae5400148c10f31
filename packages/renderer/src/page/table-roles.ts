/**
 * `<table>` → `<table role="table">`, and so on for every part of a table. On a narrow screen the style sheets stack
 * a table's rows, and Safari tells a screen reader of a table only while it is laid out as one; a stated role stays.
 * The roles are those that the elements have anyway, so nothing that is printed or tagged changes.
 */
export function withTableRoles(template: string): string {
  return template.replaceAll(PARTS, (_tag, name: string, scope: string | undefined) => {
    const role = name === "th" ? HEADING_ROLES[scope ?? ""] : ROLES[name];
    return role === undefined ? `<${name}` : `<${name} role="${role}"`;
  });
}

const PARTS = /<(table|thead|tbody|tr|th|td)\b(?=(?:[^>]*\sscope="(col|row))?)/gu;

const ROLES: Readonly<Record<string, string>> = {
  table: "table",
  thead: "rowgroup",
  tbody: "rowgroup",
  tr: "row",
  td: "cell",
};

/** By the `scope`, of which `colgroup` and `rowgroup` say the same; a heading without one has the browser's guess. */
const HEADING_ROLES: Readonly<Record<string, string>> = { col: "columnheader", row: "rowheader" };

/**
 * `<table>` → `<table border="1">`: office programs that open a page, LibreOffice and WPS among them, draw no line that
 * only its style sheet asks for. In a browser the style sheet decides.
 */
function withTableRules(template: string): string {
  return template.replaceAll(/<table\b/gu, '<table border="1"');
}

/** A template with both. */
export function withTableMarks(template: string): string {
  return withTableRules(withTableRoles(template));
}
