import path from "node:path";
import { finding, type Finding } from "../yaml/finding.js";

/** A list as it was read, of which no single value is wrong. */
export interface ListSpec {
  defaults: { plans?: string | undefined };
  districts: readonly { code: string; name: string; data: string; plans?: string | undefined }[];
}

/** What a list says that no reader of single values can see. */
export const CHECKS: readonly ((list: ListSpec) => Finding[])[] = [duplicateCodes, sharedData, withoutPlans];

function duplicateCodes({ districts }: ListSpec): Finding[] {
  const holders = new Map<string, string>();
  return districts.flatMap(({ code, name }, index) => {
    const other = holders.get(code);
    if (other !== undefined)
      return [finding("batch/duplicate-code", ["districts", index, "code"], { code, name, other })];
    holders.set(code, name);
    return [];
  });
}

/** A folder is read with all its subfolders: one district's figures must not stand in another's. */
function sharedData({ districts }: ListSpec): Finding[] {
  // The first of those that name a folder holds it.
  const holders = new Map(districts.toReversed().map((each) => [each.data, each]));
  return districts.flatMap((each, index) => {
    const above = [each.data, ...foldersAbove(each.data)].map((folder) => holders.get(folder));
    const other = above.find((holder) => holder !== undefined && holder !== each);
    if (other === undefined) return [];
    const args = { name: each.name, other: other.name };
    return [finding("batch/shared-data", ["districts", index, "data"], args)];
  });
}

/** a/b/c → a/b, a, . */
function foldersAbove(folder: string): string[] {
  const above = path.posix.dirname(folder);
  return above === folder ? [] : [above, ...foldersAbove(above)];
}

function withoutPlans({ defaults, districts }: ListSpec): Finding[] {
  return districts.flatMap(({ name, plans }, index) =>
    (plans ?? defaults.plans) === undefined
      ? [finding("batch/no-plans", ["districts", index, "name"], { name })]
      : [],
  );
}
