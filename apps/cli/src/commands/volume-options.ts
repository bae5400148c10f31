/** `--order` and `--group`: how a volume is arranged; the same for every command that makes one. */
import { PLAIN_ARRANGEMENT, VOLUME_GROUPS, VOLUME_ORDERS, type VolumeArrangement } from "@zipingbiao/publisher";
import { Option } from "commander";

/** `--order`: name 按名称 · amount 按金额 · score 按得分. */
export function orderOption(): Option {
  return new Option(
    "--order <次序>",
    "汇编的次序：name 按年度、部门、单位、项目名称，amount 全年预算数从大到小，score 得分从高到低",
  ).choices(VOLUME_ORDERS);
}

/** `--group`: none 不分组 · department 按主管部门 · unit 按实施单位. */
export function groupOption(): Option {
  return new Option("--group <分组>", "汇编的分组：none 不分，department 按主管部门，unit 按实施单位").choices(
    VOLUME_GROUPS,
  );
}

/** The options as commander gives them. */
export interface ArrangementOptions {
  readonly order?: VolumeArrangement["order"] | undefined;
  readonly group?: VolumeArrangement["group"] | undefined;
}

/** What was asked for; `name` and `none` where nothing was. */
export function arrangementOf({ order, group }: ArrangementOptions): VolumeArrangement {
  return { order: order ?? PLAIN_ARRANGEMENT.order, group: group ?? PLAIN_ARRANGEMENT.group };
}
