import { describe, expect, it } from "vitest";
import { TemplateError, loadTemplates, renderPage } from "../src/index.ts";
import { alteredTemplates } from "./altered-templates.ts";
import { disclosedForms } from "./disclosed-forms.ts";

const FORM = "editions/sh-2024/form.hbs";
const CSS = "editions/sh-2024/form.css";

/** The refusal of a template whose text is `text`, with its second line the faulty one. */
function refusal(file: string, text: string): TemplateError {
  try {
    loadTemplates(alteredTemplates({ [file]: text }));
  } catch (error) {
    if (error instanceof TemplateError) return error;
    throw error;
  }
  throw new Error("not refused");
}

describe("a template outside the vocabulary is refused with file and line", () => {
  it.each([
    ["an unknown element", "<section>\n<script>x</script></section>", "不支持元素 <script>"],
    ["an element in the wrong place", "<section>\n<td>x</td></section>", "<section> 内不能有 <td>"],
    ["an unknown attribute", '<section>\n<p onclick="x">x</p></section>', "<p> 不支持属性 onclick"],
    ["an inline style", '<section>\n<p style="color:red">x</p></section>', "<p> 不支持属性 style"],
    ["an unknown class", '<section>\n<p class="nowhere">x</p></section>', "没有类名 nowhere"],
    ["a class that is filled in", '<section>\n<p class="{{title}}">x</p></section>', "要直接写在模板里"],
    ["an attribute without quotes", "<section>\n<p class=form-title>x</p></section>", "看不懂的标签"],
    ["text where none may stand", "<section>\n{{title}}</section>", "不能直接放文字"],
    ["fixed text where none may stand", "<section>\nabc</section>", "不能直接放文字"],
    ["triple braces", "<section>\n<p>{{{title}}}</p></section>", "三重花括号"],
    ["an ampersand that skips escaping", "<section>\n<p>{{&title}}</p></section>", "三重花括号"],
    ["a comment of HTML", "<section>\n<!-- x --></section>", "看不懂的标签"],
    ["an end tag too many", "<section>\n</p></section>", "没有对应的开始标签"],
    ["an element that one branch leaves open", "<section>{{#if title}}\n<p>{{/if}}</section>", "没有在同一分支内结束"],
    ["an element that is never closed", "<section>\n<p>x", "没有在同一分支内结束"],
    ["a block inside a tag", "<section>\n<p {{#if title}}{{/if}}>x</p></section>", "标签之内"],
    ["an unknown template function", "<section>\n<p>{{shout title}}</p></section>", "shout"],
    ["a reference that Word does not know", "<section>\n<p>&hearts;</p></section>", "不支持字符引用"],
    ["a row span of nothing", '<table><tbody><tr>\n<td rowspan="0"></td></tr></tbody></table>', "整数"],
    ["a column without a width", '<table><colgroup>\n<col class="score"></colgroup></table>', "列宽"],
    ["a link out of the page", '<section><p>\n<a href="https://127.0.0.1/">x</a></p></section>', "只能指向本页之内"],
    ["a link to a file", '<section><p>\n<a href="form.pdf">x</a></p></section>', "只能指向本页之内"],
    ["a link that runs something", '<section><p>\n<a href="javascript:x">x</a></p></section>', "只能指向本页之内"],
    ["a link that is filled in whole", '<section><p>\n<a href="{{title}}">x</a></p></section>', 'href="#{{名称}}"'],
    ["a link filled in by half", '<section><p>\n<a href="#form-{{title}}">x</a></p></section>', 'href="#{{名称}}"'],
    ["a link with blanks", '<section><p>\n<a href="#a b">x</a></p></section>', "只能指向本页之内"],
    ["a link to nothing", "<section><p>\n<a>x</a></p></section>", "要有属性 href"],
    ["a link in a link", '<section><p>\n<a href="#a"><a href="#a">x</a></a></p></section>', "<a> 内不能有 <a>"],
    [
      "a link that opens a window",
      '<section><p>\n<a href="#a" target="_blank">x</a></p></section>',
      "不支持属性 target",
    ],
    ["an unknown filling", '<section><p>\n<a href="#a" data-fill="date"></a></p></section>', "只能是 page"],
    ["text where the print fills in", '<section><p>\n<a href="#a" data-fill="page">1</a></p></section>', "要空着"],
    ["a value there", '<section><p>\n<a href="#a" data-fill="page">{{title}}</a></p></section>', "要空着"],
    ["an element there", '<section><p>\n<a href="#a" data-fill="page"><br></a></p></section>', "要空着"],
    ["a name of a place with capitals", '<section>\n<p id="Here">x</p></section>', "小写字母开头"],
    ["a name of a place on a section", '<section>\n<section id="here"></section></section>', "不支持属性 id"],
    ["a partial of another folder", "<section>\n{{> ../editions/sh-2021/form}}</section>", "片段的名称"],
    ["broken syntax", "<section>\n{{#if}", "语法错误"],
  ])("%s", (_case, text, reason) => {
    const error = refusal(FORM, text);
    expect(error.message).toContain(reason);
    expect([error.file, error.line]).toEqual([FORM, 2]);
  });

  it.each([FORM, "site/index.hbs"])("names the partial that is not there, and where %s asks for it", (file) => {
    const { message } = refusal(file, "<section>\n{{> nowhere}}</section>");
    expect(message).toMatch(/nowhere\.hbs：在 .* 中没有这个文件/u);
    expect(message).toContain(`${file} 第 2 行用到它`);
  });

  it("refuses a partial that uses itself", () => {
    const error = refusal("partials/form-head.hbs", "<p>{{title}}</p>\n{{> form-head}}");
    expect([error.file, error.line]).toEqual(["partials/form-head.hbs", 2]);
  });

  it("names the partial in which the fault stands", () => {
    const error = refusal("partials/form-head.hbs", "<p>{{title}}</p>\n\n<b>x</b>");
    expect([error.file, error.line]).toEqual(["partials/form-head.hbs", 3]);
  });
});

describe("a page whose places do not hold together is refused when it is laid out", () => {
  it.each([
    ["a link that leads nowhere", '<section><p id="a"><a href="#b">x</a></p></section>', "链接 #b 没有对应的 id"],
    ["two places of one name", '<section><p id="a">x</p><p id="a">y</p></section>', '一页之内有两处 id="a"'],
    ["a name made of a form's text", '<section><p id="{{title}}">x</p></section>', "小写字母开头"],
  ])("%s", (_case, text, reason) => {
    const [form] = disclosedForms();
    const templates = loadTemplates(alteredTemplates({ [FORM]: text }));
    if (form === undefined) throw new Error("no form");
    expect(() => renderPage(templates, form.view)).toThrow(reason);
  });
});

describe("a style sheet outside the subset is refused with file and line", () => {
  it.each([
    ["an unknown property", ".a {\n  float: left;\n}", "不支持属性 float"],
    ["a value outside the subset", ".a {\n  font-size: 3em;\n}", "font-size 的值 3em"],
    ["!important", ".a {\n  font-size: 9pt !important;\n}", "font-size"],
    ["a compound selector", "\ntd.a { font-size: 9pt; }", "不支持选择器 td.a"],
    ["an unknown at-rule", "\n@media print { .a { font-size: 9pt } }", "不支持 @media print"],
    ["something fetched", ".a {\n  background-color: url(http://127.0.0.1/x);\n}", "不能有 url("],
    ["an import", '\n@import "x.css";', "不能有 @import"],
    ["the end of the style element", "\n/* </style> */", "不能有 <"],
    ["an unknown page property", "@page {\n  marks: crop;\n}", "@page 内不支持 marks"],
    ["a class of another file", "\n.form-title { font-size: 9pt; }", "已在 page.css 中定义"],
    ["broken syntax", "\n.a {", "语法错误"],
  ])("%s", (_case, css, reason) => {
    const error = refusal(CSS, css);
    expect(error.message).toContain(reason);
    expect(error.file).toBe(CSS);
    expect(error.line).toBe(2);
  });

  it("leaves what is for the screen alone", () => {
    const source = alteredTemplates({ [CSS]: (css) => `${css}\n@media screen { td:hover { float: left } }` });
    expect(() => loadTemplates(source)).not.toThrow();
  });
});

describe("a name that the view does not have is refused with file and line", () => {
  it.each([
    ["in the text", "<section>\n<p>{{titel}}</p></section>"],
    ["as a list", "<section>\n{{#each rwos}}<p>x</p>{{/each}}</section>"],
    ["as a condition", "<section>\n{{#if raiting}}<p>x</p>{{/if}}</section>"],
  ])("%s", (_case, text) => {
    const [form] = disclosedForms();
    const templates = loadTemplates(alteredTemplates({ [FORM]: text }));
    if (form === undefined) throw new Error("no form");
    expect(() => renderPage(templates, form.view)).toThrow(expect.objectContaining({ file: FORM, line: 2 }));
  });

  it.each(["constructor", "__proto__", "indicators.rows.concat"])(
    "and the inside of objects is not a name: %s",
    (name) => {
      const [form] = disclosedForms();
      const templates = loadTemplates(alteredTemplates({ [FORM]: `<section>\n<p>{{${name}}}</p></section>` }));
      if (form === undefined) throw new Error("no form");
      expect(() => renderPage(templates, form.view)).toThrow(expect.objectContaining({ file: FORM, line: 2 }));
    },
  );
});
