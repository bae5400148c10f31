#!/usr/bin/env node
// 旧版 Node 会在印到一半时才停下，而且说不清原因；这里先说明白。
const major = Number.parseInt(process.versions.node, 10);
if (major < 24) {
  console.error(
    `未能完成：zpb 需要 Node 24，正在使用的是 ${process.versions.node}。请在项目文件夹中用 npx zpb 运行，它自带 Node 24。`,
  );
  process.exitCode = 2;
} else await import("../dist/main.js");
