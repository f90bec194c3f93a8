import { claim, type Composing, type Parts } from "./emit.js";

/** 普惠养老服务项目已完成 */
export function projectTold({ v, not, st }: Parts, composing: Composing): boolean {
  if (v === undefined || st === undefined) return false;
  const { years } = composing.state;
  for (const thing of v.things)
    if (thing.kind === "project")
      claim(
        composing,
        { kind: "project", project: thing.project, name: st.text, negated: not !== undefined, years },
        st,
      );
  return true;
}

/** 镇（街道）养老服务中心23所 */
export function quantityTold({ y, a }: Parts, composing: Composing): boolean {
  const [figure] = a?.figures ?? [];
  const [thing] = y?.things ?? [];
  if (figure === undefined || a?.figures.length !== 1 || thing?.kind !== "quantity") return false;
  const { years } = composing.state;
  claim(composing, { kind: "quantity", project: thing.project, index: thing.index, figure, years }, figure);
  return true;
}
