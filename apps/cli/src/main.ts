/** Arguments in, exit status out. Chooses the environment, dispatches, tells failures. */
import { formatTrouble, nodeEnvironment, troubleOf } from "@zipingbiao/publisher";
import { program } from "./program.ts";
import { EXIT, type ExitStatus } from "./exit-status.ts";
import { streamConsole } from "./terminal/console.ts";
import { reporter } from "./terminal/progress.ts";

const console = streamConsole(process.stdout, process.stderr);
const stop = new AbortController();

// 终端把 Ctrl-C 同时发给移交来的父进程，父进程又转来一次：第二个信号不能当场杀死正在收尾的这一个。
process.on("SIGINT", () => stop.abort());
process.on("SIGTERM", () => stop.abort());
// 管道另一头先关上（如 `zpb check … | head`）是正常的收场，不是故障。
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  process.exit(error.code === "EPIPE" ? EXIT.clean : EXIT.failed);
});

void main(process.argv).then((status) => {
  process.exitCode = status;
});

async function main(argv: readonly string[]): Promise<ExitStatus> {
  let status: ExitStatus = EXIT.usage;
  const cli = program(console, async (run, json) => {
    const environment = nodeEnvironment({ report: reporter(console, json), signal: stop.signal });
    try {
      status = await run({ console, environment, stop: stop.signal });
    } catch (error) {
      console.say(
        stop.signal.aborted
          ? "已按要求中断，没有做完；已经写出的文件是完整的，此前公开的保持原样。需要时请重新运行，发布可加 --resume 接着做。"
          : `未能完成：${formatTrouble(troubleOf(error, {}))}`,
      );
      status = EXIT.failed;
    }
  });
  try {
    await cli.parseAsync(argv);
  } catch (error) {
    if (isCommanderError(error)) return error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    console.say(`程序内部错误，未能完成。输入文件没有改动；请将以下内容报告给维护者：\n${bugReport(error)}`);
    return EXIT.failed;
  }
  return status;
}

/** A bug's stack, without the folders of the machine it happened on. */
function bugReport(error: unknown): string {
  const stack = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return stack.replaceAll(/file:\/\/\/\S*\/(?=[^/\s]+\/[^/\s]+:\d)/gu, "");
}

function isCommanderError(error: unknown): error is Error & { readonly exitCode: number } {
  return error instanceof Error && error.name === "CommanderError" && "exitCode" in error;
}
