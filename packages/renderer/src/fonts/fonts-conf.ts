/**
 * A fontconfig file that knows our folders and nothing else, so that no font of the machine can come in.
 * Generic families are led to ours; `cache` spares the browser reading every font at each start.
 */
export function fontsConf(folders: readonly string[], cache: string): string {
  const alias = (generic: string, family: string) =>
    `<alias binding="strong"><family>${generic}</family><prefer><family>${family}</family></prefer></alias>`;
  return [
    '<?xml version="1.0"?>',
    "<fontconfig>",
    ...folders.map((folder) => `<dir>${escape(folder)}</dir>`),
    `<cachedir>${escape(cache)}</cachedir>`,
    alias("serif", "Zpb Song"),
    alias("sans-serif", "Zpb Hei"),
    alias("monospace", "Zpb Song"),
    "<config><rescan><int>0</int></rescan></config>",
    "</fontconfig>",
    "",
  ].join("\n");
}

function escape(path: string): string {
  return path.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
