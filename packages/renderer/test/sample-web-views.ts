/** Views of the web pages with everything that they can show, and names as long as they get. */
import type { FindingsView, SiteView } from "../src/index.ts";

const LONG = "城市数字化转型专项资金（2022年结转）".repeat(6);

/** The start page of a publication of `forms` forms, a few of them not published. */
export function sampleSite(forms: number): SiteView {
  const columns = {
    number: "序号",
    fiscalYear: "年度",
    unit: "实施单位",
    project: "项目名称",
    budget: "全年预算数（万元）",
    execution: "全年执行数（万元）",
    rate: "执行率(%)",
    score: "总分",
    rating: "等级",
    findings: "检查结果",
    documents: "下载",
  };
  const link = (text: string) => ({ address: `files/${encodeURIComponent(text)}`, text });
  return {
    title: "2024年度财政项目支出绩效自评表公开",
    subtitle: "5 个主管部门　49 个项目",
    figures: [
      { caption: "公开的项目", text: `${forms} 个` },
      { caption: "全年预算数", text: "76,869,575,619.123456 万元" },
    ],
    downloads: {
      title: "文件",
      groups: ["文档", "开放数据"].map((group) => ({
        title: group,
        documents: ["汇编", "汇总报告", "汇总表", "未公开项目表"].map((title) => ({
          title,
          files: ["PDF", "Word", "网页"].map((format) => ({ ...link(format), size: "999.9 KB" })),
        })),
      })),
      manifest: link("文件清单与校验值"),
    },
    captions: {
      skip: "跳到正文",
      contents: "本页内容",
      finder: "查找和筛选",
      overview: "概况",
      chartTable: "图中的数",
      departments: "全部项目名单",
      pages: "全部项目名单（分页）",
      department: "主管部门",
      forms: "项目数",
      budget: "全年预算数（万元）",
      execution: "全年执行数（万元）",
      rate: "执行率(%)",
      footer: LONG,
    },
    charts: forms === 0 ? [] : [sampleChart()],
    formsTitle: "各项目自评表",
    formsNote: forms === 0 ? "" : "这里是前几个。",
    departments: Array.from({ length: forms }, (_, at) => ({
      department: link(at === 0 ? "某区数据局" : LONG),
      forms: "12",
      budget: "9,876,543,210.123456",
      execution: "9,876,543,210.123456",
      rate: "100.00",
    })),
    pages: forms === 0 ? [] : [{ ...link("全部项目名单（第 1 至 200 个）"), note: LONG }],
    finder:
      forms === 0
        ? null
        : {
            years: ["2023", "2024"],
            departments: ["某区数据局", LONG],
            grades: [{ value: "优", text: "优" }],
            bands: [{ value: "0", text: "100%及以上" }],
            files: { forms, rows: 1000, index: 500, texts: 50 },
          },
    columns,
    forms: Array.from({ length: forms }, (_, at) => ({
      number: String(at + 1),
      fiscalYear: "2024",
      unit: at % 2 === 0 ? "某区大数据中心" : LONG,
      project: link(at % 2 === 0 ? "公共数据平台运维" : LONG),
      budget: "9,876,543,210.123456",
      execution: "9,876,543,210.123456",
      rate: "100.00",
      score: "98.97",
      rating: at % 2 === 0 ? "优" : "",
      findings: at % 2 === 0 ? "无差错" : "2 处差错，附说明",
      remarks: at % 3 === 0 ? [`当年财政拨款 · 执行率：${LONG}。`, "第 2 次更正（2025-03-01）：名称录入有误。"] : [],
      documents: ["PDF", "DOCX", "JSON", "更正说明"].map(link),
    })),
    unpublished: {
      title: "未公开的项目",
      columns: { ...columns, status: "情况", reason: "原因" },
      note: "这里是前几个。",
      pages: [link("未公开的项目（第 1 至 200 个）")],
      forms: [
        {
          number: "50",
          fiscalYear: "2024",
          unit: LONG,
          project: LONG,
          status: "不予公开",
          reason: `${LONG}（某岗，2025-03-31）`,
        },
      ],
    },
  };
}

function sampleChart(): SiteView["charts"][number] {
  const columns = ["优", "良", "没有等级"].map((label) => ({ label, count: "12" }));
  return {
    name: "grades",
    chart: { kind: "columns", caption: "评分等级（项目数）", alt: LONG, columns },
    columns: ["等级", "项目数"],
    rows: columns.map(({ label, count }) => ({ label, figures: [count] })),
  };
}

/** The page of findings about `forms` forms. */
export function sampleFindings(forms: number): FindingsView {
  const basis = Array.from({ length: 3 }, (_, at) => ({ anchor: `basis-${at + 1}`, text: `${LONG}【通行做法】` }));
  const counts = { error: "1", warning: "12", note: "", uncheckable: "3" };
  const kinds = [
    ["差错", "error", "新增"],
    ["疑点", "warning", "仍在"],
    ["提示", "note", ""],
    ["无法核对", "uncheckable", ""],
    ["差错", "gone", "已消除"],
  ] as const;
  return {
    title: "绩效自评表审核意见",
    subtitle: `共 1 个文件、${forms} 份自评表`,
    remarks: ["差错是可以确定的错误，应当改正。", `未能读取：${"a-file-with-a-long-name".repeat(8)}.txt`],
    figures: [{ caption: "差错", text: "2 处" }],
    captions: {
      number: "序号",
      unit: "单位",
      project: "项目名称",
      fiscalYear: "年度",
      place: "位置",
      printed: "表中",
      message: "问题",
      due: "应为",
      fix: "办法",
      basis: "依据",
      error: "差错",
      warning: "疑点",
      note: "提示",
      uncheckable: "无法核对",
      rule: "规则",
      summary: "各表情况",
      rules: "各规则情况",
      sources: "依据",
      nothing: "没有发现问题。",
    },
    summary: Array.from({ length: forms }, (_, at) => ({
      number: String(at + 1),
      unit: LONG,
      project: LONG,
      fiscalYear: "2024",
      anchor: at % 2 === 0 ? `form-${at}` : "",
      counts,
    })),
    forms: Array.from({ length: forms }, (_, at) => ({
      anchor: `form-${at}`,
      heading: LONG,
      about: `某区大数据中心　2024 年度　${"long-file-name".repeat(10)}.txt 第 1 份`,
      rows: kinds.map(([weight, kind, state]) => ({
        weight,
        kind,
        state,
        place: "当年财政拨款 · 执行率",
        origin: `${"long-file-name".repeat(10)}.txt:101 第4列`,
        printed: kind === "gone" ? "" : "9,876,543,210.123456",
        message: LONG,
        due: kind === "note" ? "" : "88.69",
        fix: "核对资金来源。",
        basis,
      })),
    })),
    rules: [{ id: "indicators/deviation-note-missing-in-every-single-row", title: LONG, counts }],
    sources: basis,
  };
}
