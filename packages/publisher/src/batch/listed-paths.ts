/** What a manifest that lies in a folder says of the files beside it. */
export const MANIFEST_PATH = "manifest.json";
export const MANIFEST_SCHEMA = "zipingbiao/manifest@1";

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
  if (!Array.isArray(files) || (parsed as { schema?: unknown }).schema !== MANIFEST_SCHEMA) return [];
  const paths = files.map((file: unknown) => (file as { path?: unknown } | null)?.path);
  // A manifest that was tampered with must not lead the clean-up out of the folder.
  return paths.filter(
    (path): path is string =>
      typeof path === "string" && path !== "" && !path.split("/").includes("..") && !path.startsWith("/"),
  );
}
