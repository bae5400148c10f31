/** `OUT/manifest.json`: every published file, what it shows, and with what it was made. Holds no clock and no path of a machine. */
import type { Printer, Templates } from "@zipingbiao/renderer";
import type { PublishedForm } from "../publish-form.ts";
import { jsonText } from "./published-form.ts";
import type { WrittenFile } from "./store.ts";

export const MANIFEST_PATH = "manifest.json";

export interface ManifestFile extends WrittenFile {
  /** The form that the file shows; missing for files about many forms. */
  readonly form?: {
    readonly projectName: string;
    readonly implementingUnit: string;
    readonly edition: string;
    readonly sha256: string;
    readonly revision: number;
  };
}

export interface Manifest {
  readonly schema: "zipingbiao/manifest@1";
  readonly tool: { readonly name: "zipingbiao"; readonly version: string };
  readonly templates: { readonly sha256: string };
  readonly browser: string;
  readonly fonts: Printer["versions"]["fonts"];
  readonly forms: number;
  readonly files: readonly ManifestFile[];
}

/** The text of the manifest: files in the order of their paths, whatever the order in which they were written. */
export function manifestText(
  forms: readonly PublishedForm[],
  shared: readonly WrittenFile[],
  versions: { readonly tool: string; readonly templates: Templates; readonly printer: Printer["versions"] },
): string {
  const files: ManifestFile[] = [
    ...shared,
    ...forms.flatMap(({ planned, files: written }) =>
      written.map((file) => ({
        ...file,
        form: {
          projectName: planned.form.projectName,
          implementingUnit: planned.form.implementingUnit,
          edition: planned.form.edition,
          sha256: planned.hash,
          revision: planned.form.revision?.number ?? 0,
        },
      })),
    ),
  ];
  const manifest: Manifest = {
    schema: "zipingbiao/manifest@1",
    tool: { name: "zipingbiao", version: versions.tool },
    templates: { sha256: versions.templates.sha256 },
    browser: versions.printer.browser,
    fonts: versions.printer.fonts,
    forms: forms.length,
    files: files.toSorted((a, b) => (a.path < b.path ? -1 : 1)),
  };
  return jsonText(manifest);
}

/** The paths that an earlier manifest lists; none when there is no manifest, or when it is not ours. */
export function listedPaths(manifest: string | undefined): readonly string[] {
  if (manifest === undefined) return [];
  let parsed: unknown;
  try {
    parsed = JSON.parse(manifest);
  } catch {
    return [];
  }
  const files = (parsed as { schema?: unknown; files?: unknown } | null)?.files;
  if (!Array.isArray(files) || (parsed as { schema?: unknown }).schema !== "zipingbiao/manifest@1") return [];
  const paths = files.map((file: unknown) => (file as { path?: unknown } | null)?.path);
  // A manifest that was tampered with must not lead the clean-up out of the folder.
  return paths.filter(
    (path): path is string =>
      typeof path === "string" && path !== "" && !path.split("/").includes("..") && !path.startsWith("/"),
  );
}
