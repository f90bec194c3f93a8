import type { Manifest } from "../data/dataset.js";
import { issue, type Issue } from "../issues/issue.js";
import type { Plan } from "../plan/plan.js";

/**
 * Folders that are another district's, taken over with the lines of the list that were copied: a plan that is printed
 * and a manifest say whose they are. 重庆市永川区 is 永川区.
 */
export function otherRegions(
  name: string,
  { region }: Pick<Manifest, "region">,
  printed: readonly Pick<Plan, "file" | "region">[],
): Issue[] {
  const said = [
    ...(region === "" ? [] : [{ noun: "数据说明", file: "manifest.yaml", region }]),
    ...printed.map((plan) => ({ noun: "规划", file: plan.file, region: plan.region })),
  ];
  return said
    .filter((each) => !name.endsWith(each.region) && !each.region.endsWith(name))
    .map(({ noun, file, region: other }) => issue("batch/other-region", { file }, { noun, name, other }));
}
