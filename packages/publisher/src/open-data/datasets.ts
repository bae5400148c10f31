/** Which files of a publication are the same data in several formats, and what is said of them. */
import {
  ALL_FORMS_PATH,
  DATA_FOLDER,
  FIELDS_PATH,
  FINDINGS_PATH,
  SCHEMA_PATH,
  UNPUBLISHED_PATH,
  WORKBOOK_PATH,
} from "../batch/data-files.ts";
import { INDICATOR_TABLE } from "./indicator-table.ts";
import { PROJECT_TABLE } from "./project-table.ts";

export interface Dataset {
  /** Its name in the catalogue: `#forms`. */
  readonly id: string;
  readonly title: string;
  /** Ends with a full stop. */
  readonly about: string;
  readonly keywords: readonly string[];
  /** Whether a file of this path is one of its formats. */
  has(path: string): boolean;
}

const KEYWORDS = ["财政项目支出", "绩效自评", "预算绩效管理"];

export const DATASETS: readonly Dataset[] = [
  {
    id: "forms",
    title: "财政项目支出绩效自评表",
    about:
      "公开的全部自评表：项目资金、年度总体目标、各项绩效指标的分值与得分、总分与等级，与印出的表逐字相同。JSON 是完整的，金额、比率、分值、得分为十进制数文本，空白为 null；Excel 按项目、指标列成表。",
    keywords: [...KEYWORDS, "项目资金", "执行率"],
    has: (path) => path === ALL_FORMS_PATH || path === WORKBOOK_PATH,
  },
  {
    id: "projects",
    title: "项目表",
    about: "每个项目一行：单位、资金、执行率、总分、等级和检查结果的处数。",
    keywords: KEYWORDS,
    has: (path) => path === PROJECT_TABLE.path,
  },
  {
    id: "indicators",
    title: "指标表",
    about: "每项绩效指标一行：年度指标值、实际完成值、分值、得分、偏差原因及改进措施。",
    keywords: [...KEYWORDS, "绩效指标"],
    has: (path) => path === INDICATOR_TABLE.path,
  },
  {
    id: "findings",
    title: "检查结果",
    about: "对公开的自评表逐条规则检查的结果，带位置、依据和办法；签批放行的另注明理由。",
    keywords: [...KEYWORDS, "数据质量"],
    has: (path) => path === FINDINGS_PATH,
  },
  {
    id: "unpublished",
    title: "未公开项目表",
    about: "报送了而没有公开的项目，及其原因。全部公开时没有行。",
    keywords: KEYWORDS,
    has: (path) => path === UNPUBLISHED_PATH,
  },
  {
    id: "volume",
    title: "自评表汇编",
    about: "全部自评表合订，带目录和项目一览表。",
    keywords: KEYWORDS,
    has: (path) => path.startsWith("volume/"),
  },
  {
    id: "report",
    title: "绩效自评汇总报告与汇总表",
    about: "由全部自评表精确合计的报告，和同样数字的 Excel 汇总表。",
    keywords: [...KEYWORDS, "汇总"],
    has: (path) => path.startsWith("report/"),
  },
];

/** To which description the files of a format keep; an address relative to the catalogue, for files beside it. */
export function standardOf(path: string): string | undefined {
  if (path === ALL_FORMS_PATH) return SCHEMA_PATH.slice(DATA_FOLDER.length + 1);
  return path.endsWith(".csv") || path === WORKBOOK_PATH ? FIELDS_PATH.slice(DATA_FOLDER.length + 1) : undefined;
}
