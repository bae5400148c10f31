/** The commander tree: one folder a command below `commands/`. */
import { Command, Help } from "commander";
import { checkCommand } from "./commands/check/args.ts";
import { runCheck } from "./commands/check/run.ts";
import type { CommandContext, Run } from "./commands/command.ts";
import { correctCommand } from "./commands/correct/args.ts";
import { runCorrect } from "./commands/correct/run.ts";
import { diffCommand } from "./commands/diff/args.ts";
import { runDiff } from "./commands/diff/run.ts";
import { doctorCommand } from "./commands/doctor/args.ts";
import { runDoctor } from "./commands/doctor/run.ts";
import { explainCommand } from "./commands/explain/args.ts";
import { runExplain } from "./commands/explain/run.ts";
import { publishCommand } from "./commands/publish/args.ts";
import { runPublish } from "./commands/publish/run.ts";
import { readCommand } from "./commands/read/args.ts";
import { runRead } from "./commands/read/run.ts";
import { renderCommand } from "./commands/render/args.ts";
import { runRender } from "./commands/render/run.ts";
import { reportCommand } from "./commands/report/args.ts";
import { runReport } from "./commands/report/run.ts";
import { rulesCommand } from "./commands/rules/args.ts";
import { runRules } from "./commands/rules/run.ts";
import { schemaCommand } from "./commands/schema/args.ts";
import { runSchema } from "./commands/schema/run.ts";
import { scoreCommand } from "./commands/score/args.ts";
import { runScore } from "./commands/score/run.ts";
import { templateCommand } from "./commands/template/args.ts";
import { runTemplate } from "./commands/template/run.ts";
import { verifyCommand } from "./commands/verify/args.ts";
import { runVerify } from "./commands/verify/run.ts";
import { workerCommand } from "./commands/worker/args.ts";
import { runWorker } from "./commands/worker/run.ts";
import type { ExitStatus } from "./exit-status.ts";
import type { Console } from "./terminal/console.ts";
import { widthOf } from "./terminal/wrap.ts";

/** Runs one command in a fresh environment; `json` asks for machine-readable progress. */
export type Dispatch = (run: (context: CommandContext) => Promise<ExitStatus>, json: boolean) => Promise<void>;

/** The whole command line. Throws commander's error instead of ending the process. */
export function program(console: Console, dispatch: Dispatch): Command {
  const root = new Command("zpb")
    .description("财政项目支出绩效自评表：读取、核算、检查、打印、公开")
    .option("--json", "进度以 JSON 逐行输出到标准错误")
    .helpOption("-h, --help", "显示帮助")
    .helpCommand("help [命令]", "显示某个命令的帮助")
    .configureHelp({
      styleTitle: (title) => HELP_TITLES[title] ?? title,
      styleUsage: usageInChinese,
      subcommandTerm: (command) => usageInChinese(Help.prototype.subcommandTerm(command)),
      displayWidth: widthOf,
      styleOptionDescription: valuesInChinese,
    })
    .configureOutput({
      writeOut: (text) => console.result(text),
      writeErr: (text) => console.say(inChinese(text).trimEnd()),
    })
    .showHelpAfterError("运行 zpb --help 查看用法。")
    .exitOverride();
  const bind =
    <Args>(run: Run<Args>) =>
    (args: Args): Promise<void> =>
      dispatch((context) => run(args, context), root.opts<{ json?: true }>().json ?? false);
  readCommand(root, bind(runRead));
  checkCommand(root, bind(runCheck));
  explainCommand(root, bind(runExplain));
  rulesCommand(root, bind(runRules));
  scoreCommand(root, bind(runScore));
  renderCommand(root, bind(runRender));
  reportCommand(root, bind(runReport));
  publishCommand(root, bind(runPublish));
  workerCommand(root, bind(runWorker));
  correctCommand(root, bind(runCorrect));
  diffCommand(root, bind(runDiff));
  verifyCommand(root, bind(runVerify));
  templateCommand(root, bind(runTemplate));
  schemaCommand(root, bind(runSchema));
  doctorCommand(root, bind(runDoctor));
  return root;
}

const HELP_TITLES: Readonly<Record<string, string>> = {
  "Usage:": "用法：",
  "Arguments:": "参数：",
  "Options:": "选项：",
  "Commands:": "命令：",
};

function usageInChinese(text: string): string {
  return text.replace("[options]", "[选项]").replace("[command]", "[命令]");
}

/** `(choices: "a", "b", default: "a")` or `(env: NAME)` behind an option's description. */
function valuesInChinese(text: string): string {
  return text
    .replace(/ \(env: (\w+)\)$/u, "；可改用环境变量 $1")
    .replace(/ \((?:choices: (.+?))?(?:(?:, |)default: ("?.+?"?))?\)$/u, (_, choices?: string, usual?: string) => {
      const parts = [
        ...(choices === undefined ? [] : [`可用：${choices.replaceAll('"', "")}`]),
        ...(usual === undefined ? [] : [`不给时为 ${usual.replaceAll('"', "")}`]),
      ];
      return `（${parts.join("；")}）`;
    });
}

/** commander's own messages are English; the people at the terminal read Chinese. */
function inChinese(message: string): string {
  const rules: readonly (readonly [RegExp, string])[] = [
    [/^error: unknown command '(.+?)'/u, "没有「$1」这个命令。"],
    [/^error: unknown option '(.+?)'/u, "没有「$1」这个选项。"],
    [/^error: missing required argument '(.+?)'/u, "缺少参数：$1。"],
    [/^error: required option '(.+?)' not specified/u, "缺少选项：$1。"],
    [/^error: option '(.+?)' argument missing/u, "选项 $1 缺少取值。"],
    [
      /^error: option '(.+?)' argument '(.+?)' is invalid\. Allowed choices are (.+?)\./u,
      "选项 $1 不能取「$2」，可用：$3。",
    ],
    [/^error: option '(.+?)' argument '(.+?)' is invalid\. ?/u, "选项 $1 不能取「$2」："],
    [/^error: too many arguments.*$/mu, "参数太多。"],
    [/^error: (?=请)/u, ""],
    [/\(Did you mean (.+?)\?\)/u, "您是否想用 $1？"],
  ];
  return rules.reduce((text, [pattern, replacement]) => text.replace(pattern, replacement), message);
}
