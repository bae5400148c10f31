import { describe, expect, it } from "vitest";
import { type TemplateText, compileTemplate, markupOf } from "./compile-template.ts";
import { TemplateError } from "./template-error.ts";

const PARTIALS: Readonly<Record<string, string>> = {
  again: "{{> again}}",
  caption: "{{caption}}：{{text}}",
  outside: "{{../text}}",
  first: "{{@first}}",
};

function partial(name: string): TemplateText {
  return { file: `${name}.hbs`, text: PARTIALS[name] ?? "" };
}

function laidOut(text: string, view: object): string {
  return markupOf(compileTemplate({ file: "page.hbs", text }, partial), view);
}

/** Where and why a template is refused, when it is compiled or when it is laid out. */
function refusal(text: string, view: object = {}): string {
  try {
    laidOut(text, view);
  } catch (error) {
    if (error instanceof TemplateError) return `${error.file}:${error.line} ${error.reason}`;
    throw error;
  }
  return "taken";
}

describe("a template", () => {
  it("escapes every value, wherever it stands", () => {
    const text = `<p>{{text}}</p><td data-caption="{{text}}">`;
    expect(laidOut(text, { text: `<b>&"'` })).toBe(
      `<p>&lt;b&gt;&amp;&quot;&#x27;</p><td data-caption="&lt;b&gt;&amp;&quot;&#x27;">`,
    );
  });

  it("gives a level to every part, also where it is the same as the whole", () => {
    const text = "{{#each (lines text)}}{{#each (lines this)}}{{this}} in {{../../name}}{{/each}}{{/each}}";
    expect(laidOut(text, { text: "一行", name: "表" })).toBe("一行 in 表");
  });

  it("knows the entry of a list in what it includes, and nothing else around it", () => {
    expect(laidOut("{{#each rows}}{{> first this}} {{/each}}", { rows: [{}, {}] })).toBe("true false ");
    expect(refusal("{{#each rows}}{{> outside this}}{{/each}}", { rows: [{}], text: "x" })).toBe(
      "outside.hbs:1 没有「../text」这个名称，可用的名称见 templates/README.md",
    );
  });

  it("adds names to what it includes", () => {
    expect(
      laidOut("{{#each rows}}{{> caption caption=../unit}}{{/each}}", { rows: [{ text: "x" }], unit: "单位" }),
    ).toBe("单位：x");
  });

  it("prints a figure of nothing, and nothing of what is blank", () => {
    expect(
      laidOut("{{#if count}}{{count}}{{/if}}{{#if text}}x{{else}}-{{/if}}{{none}}", { count: 0, text: "", none: null }),
    ).toBe("0-");
  });
});

describe("is refused with file and line", () => {
  it.each([
    ["{{titel}}", "page.hbs:1 没有「titel」这个名称，可用的名称见 templates/README.md"],
    ["\n{{row.titel}}", "page.hbs:2 没有「row.titel」这个名称，可用的名称见 templates/README.md"],
    ["{{#if titel}}x{{/if}}", "page.hbs:1 没有「titel」这个名称，可用的名称见 templates/README.md"],
    ["{{constructor}}", "page.hbs:1 没有「constructor」这个名称，可用的名称见 templates/README.md"],
    ["{{row.__proto__}}", "page.hbs:1 没有「row.__proto__」这个名称，可用的名称见 templates/README.md"],
    ["{{text.length}}", "page.hbs:1 没有「text.length」这个名称，可用的名称见 templates/README.md"],
    ["{{../text}}", "page.hbs:1 没有「../text」这个名称，可用的名称见 templates/README.md"],
    ["{{@index}}", "page.hbs:1 没有「@index」这个名称，可用的名称见 templates/README.md"],
    ["{{#if rows.length}}x{{/if}}", "page.hbs:1 没有「rows.length」这个名称，可用的名称见 templates/README.md"],
    ["{{#if lost}}x{{/if}}", "page.hbs:1 没有「lost」这个名称，可用的名称见 templates/README.md"],
    ["{{#each rows}}{{@key}}{{/each}}", "page.hbs:1 没有「@key」这个名称，可用的名称见 templates/README.md"],
    ["{{#each rows}}{{@../index}}{{/each}}", "page.hbs:1 没有「@../index」这个名称，可用的名称见 templates/README.md"],
    ["{{row}}", "page.hbs:1 「row」不是文字"],
    ["{{#each text}}x{{/each}}", "page.hbs:1 {{#each}} 所用的不是清单"],
    ["{{#each (lines row)}}x{{/each}}", "page.hbs:1 (lines) 所用的不是文字"],
    ["{{#each (split text)}}x{{/each}}", "page.hbs:1 没有 (split)，可用的有 lines、pieces"],
    ["{{#list rows}}x{{/list}}", "page.hbs:1 没有 {{#list}}，可用的有 each、if、unless、with"],
    ["{{#each rows text}}x{{/each}}", "page.hbs:1 {{#each}} 后面要有一个名称，只能有一个"],
    ["{{#if text as |row|}}x{{/if}}", "page.hbs:1 as |…| 只能给 {{#each}} 和 {{#with}} 里的一项起一个名称"],
    ["{{#each rows as |row at|}}x{{/each}}", "page.hbs:1 as |…| 只能给 {{#each}} 和 {{#with}} 里的一项起一个名称"],
    ['{{#if "x"}}x{{/if}}', "page.hbs:1 不支持 x：只能写名称"],
    ["{{upper text}}", "page.hbs:1 不支持 {{upper …}} 这种写法"],
    ["{{{text}}}", "page.hbs:1 不能用三重花括号：所有文字都要转义"],
    ["{{#> caption}}x{{/caption}}", "page.hbs:1 不支持这种写法"],
    ["{{> (lines text)}}", "page.hbs:1 片段的名称要直接写出，只用文字、数字、连字符、下划线"],
    ["{{> ../caption}}", "page.hbs:1 片段的名称要直接写出，只用文字、数字、连字符、下划线"],
    ["{{> [../../x?]}}", "page.hbs:1 片段的名称要直接写出，只用文字、数字、连字符、下划线"],
    ["{{> [../x#]}}", "page.hbs:1 片段的名称要直接写出，只用文字、数字、连字符、下划线"],
    ["{{> [x%00]}}", "page.hbs:1 片段的名称要直接写出，只用文字、数字、连字符、下划线"],
    ["{{> folder/caption}}", "page.hbs:1 片段的名称要直接写出，只用文字、数字、连字符、下划线"],
    ['{{> "caption"}}', "page.hbs:1 片段的名称要直接写出，只用文字、数字、连字符、下划线"],
    ["{{> caption row text}}", "page.hbs:1 {{> caption}} 后面只能写一个名称"],
    ["{{> again}}", "again.hbs:1 片段 again 引用了自己"],
  ])("%s", (text, expected) => {
    expect(refusal(text, { text: "x", row: {}, rows: [{}], lost: undefined })).toBe(expected);
  });

  it("what is no template at all", () => {
    expect(refusal("<p>\n{{#if}")).toMatch(/^page\.hbs:2 模板语法错误：/);
    expect(refusal("<p>\n{{#if text}}x{{/each}}")).toMatch(/^page\.hbs:2 模板语法错误：/);
  });
});
