import { expect, it } from "vitest";
import { factsOf } from "../../../src/claims/facts.js";
import { tokenise } from "../../../src/claims/grammar/tokenise.js";
import { sentencesOf } from "../../../src/claims/text/tight.js";
import { children, women } from "../../plan/shipped.js";
import { DATA } from "../manuscript.js";

const vocabulary = {
  women: factsOf(women, DATA, 2025).vocabulary,
  children: factsOf(children, DATA, 2025).vocabulary,
};

/** The rows that a sentence names, in their order. */
function rowsIn(plan: keyof typeof vocabulary, text: string): string[] {
  return sentencesOf(text).flatMap((sentence) =>
    tokenise(sentence.text, vocabulary[plan]).flatMap(({ things }) =>
      things.flatMap((thing) => (thing.kind === "indicators" ? thing.options.map(({ id }) => id) : [])),
    ),
  );
}

it.each([
  ["children", "小学生、初中生、高中阶段学生近视率分别为35.6%、62.15%和77.02%", ["C10b", "C10c", "C10d"]],
  ["children", "初中生近视率比小学生高26.55个百分点", ["C10c", "C10b"]],
  ["children", "小学生近视率为35.6%，初中生为62.15%", ["C10b", "C10c"]],
  ["children", "城市社区家长学校覆盖率97.3%，农村为77.2%", ["C28", "C29"]],
  ["children", "每千名儿童拥有床位2.71张、儿科医生0.93名", ["C12", "C13a"]],
  ["children", "5岁以下儿童贫血率、生长迟缓率分别降至3.81%和0.86%", ["C05", "C06"]],
  ["women", "村（社区）党组织成员、书记中女性比例分别为30.42%、19.39%", ["W31a", "W31b"]],
  ["women", "女性失业、工伤保险参保人数分别增加0.96万人和1.18万人", ["W35", "W36"]],
  ["women", "区级工作部门领导班子女干部配备率为86.49%，女性正职比例为16.22%", ["W26", "W27", "W25"]],
  ["women", "女性占全部就业人员的比重为45.8%", ["W15"]],
  ["women", "公有制企事业单位专业技术人员中，女性占52.4%", ["W17"]],
  ["women", "女性参加基本养老保险的比例逐年上升", ["W34"]],
  ["women", "女性在检察官、法官、律师队伍中的比例分别达到43.64%、42.86%、37.05%", ["W43", "W44", "W45"]],
  ["women", "女性养老保障水平稳步提高，参保率达96.75%", ["W34"]],
  ["women", "宫颈癌适龄妇女筛查覆盖率为52.94%", ["W05a"]],
  ["women", "艾梅乙检测率、治疗率分别为99.51%和96.3%", ["W07", "W08"]],
  ["children", "城乡家庭教育指导服务站点覆盖率差距明显，城市97.3%、农村77.2%", ["C28", "C29", "C28", "C29"]],
  ["children", "小学男生近视率33.71%，女生近视率37.7%", ["C10b", "C10b"]],
  ["children", "高中阶段学生近视率是小学生的2.2倍", ["C10d", "C10b"]],
  ["children", "镇街未成年人保护工作站在2023年实现全覆盖", ["C34"]],
] as const)("%s: %s", (plan, text, rows) => {
  expect(rowsIn(plan, text)).toEqual(rows);
});

it.each([
  ["children", "小学生近视率为35.6%，初中生家长满意度为90%", ["C10b"]],
  ["children", "小学生近视率为35.6%，初中生35人参加测试", ["C10b"]],
  ["children", "小学生近视率为35.6%，初中生占42%", ["C10b"]],
  ["children", "中小学生、高中阶段学生近视率", ["C10d"]],
  ["children", "城市社区家长学校覆盖率97.3%，农村留守儿童占12%", ["C28"]],
  ["women", "女性失业保险参保人数增加，工伤认定387件", ["W35"]],
] as const)("%s: words like a name's own are none: %s", (plan, text, rows) => {
  expect(rowsIn(plan, text)).toEqual(rows);
});
