import { issue } from "../../issues/issue.js";
import { sentencesOf } from "../text/tight.js";
import { HAN, isCommonPlace } from "../../terms/places.js";
import type { Slip } from "./slip.js";

/** 各区县: places, and none by name. */
const SEVERAL = /[区县][区县]$/u;

/** Verbs, particles and times before our own 区: 换届后区人大代表, 通过区妇幼保健院, 由区教委联合区卫生健康委, 报请区政府. */
const OWN =
  /(?:[由与及在对从向经将把被为至给让请按据以并使后前时]|通过|经过|通知|根据|依据|按照|依托|围绕|聚焦|结合|联合|会同|协同|协调|配合|支持|推动|推进|促进|督促|指导|组织|要求|邀请|提请|报请|报送|报告|提交|上报|抄送|移交|委托|授权|接受|召开|出台|印发|制定|修订|完善|健全|建立|建成|建设|新建|改建|扩建|成立|设立|组建|纳入|列入|落实|贯彻|实施|开展|覆盖|惠及|服务|涉及|针对|包括|加强|强化|提升|提高|用好|利用|整合|升级|打造|形成|构建|由于|以及|作为|成为|属于|位于|来自|走进|进入|派驻|入驻|联系|走访|调研|考核|表彰|争取|获得|荣获)区$/u;

/**
 * Another place may well be spoken of: visited, learnt from, worked with, compared with. Its name is a slip where
 * the sentence is its own.
 */
const BESIDE =
  /(?:与|和|同|跟|赴|到|去|在|向|往|比|较|于|及|、|对标|学习|借鉴|参照|参考|毗邻|相邻|邻近|对比|超过|联合|携手|对接|走进|邀请|来自|籍|学|联动|(?:结对|帮扶|对口|支援|协作)的?)$/u;
const LEARNT =
  /^(?:[\p{Script=Han}]{0,8}?(?:经验|做法|介绍|分享|模式|交流|考察|来访|来我|协作|合作|共建|结对|联合|互访|对口|、|和|与|等|籍))/u;

/** Words that speak of others as others, wherever they stand. */
const SPOKEN_OF = /借鉴|取经|对标|赶超|学习/u;

/** The name of another district or county, or what its people call it, left in when a text was taken over. */
export const otherRegions: Slip = (paragraph, { plan, dataset, vocabulary }) => {
  const { region } = plan;
  const { neighbour, otherRank, ours } = vocabulary.places;
  return sentencesOf(paragraph).flatMap(({ text: sentence, at }) => {
    const places = leftOvers(sentence, neighbour, region);
    return [...(areCompared(places, sentence) ? [] : places), ...otherRanksIn(sentence, otherRank)].flatMap(
      (found) => {
        const [name] = found;
        const before = sentence.slice(0, found.index);
        const after = sentence.slice(found.index + name.length);
        if (
          SPOKEN_OF.test(sentence) ||
          // 全市14个区县…，其中渝中区最高: of others among whom it is one.
          plan.terms.beside.some((wider) => sentence.includes(wider)) ||
          BESIDE.test(before) ||
          LEARNT.test(after) ||
          ours.test(sentence) ||
          sentence.includes(region)
        )
          return [];
        const late = dataset.manifest.review === "送审稿" || dataset.manifest.review === "定稿";
        const args = { name, region };
        return [
          {
            at: at[found.index] ?? 0,
            issue: (where, frame) => ({
              ...issue("narrative/other-region", where, args, frame),
              ...(late ? { severity: "error" as const } : {}),
            }),
          },
        ];
      },
    );
  });
};

/** 九龙坡区突破5个，北碚区达到4.9个: several others, each with its figure, and none left in. */
function areCompared(places: readonly RegExpExecArray[], sentence: string): boolean {
  const named = new Set(places.map(([name]) => name));
  const haveFigures = places.every(({ 0: name, index }) =>
    /^[^，；]*\d/u.test(sentence.slice(index + name.length)),
  );
  return named.size > 1 && haveFigures;
}

function leftOvers(sentence: string, neighbour: RegExp | null, region: string): RegExpExecArray[] {
  const found = neighbour === null ? [] : [...sentence.matchAll(neighbour)];
  return found.filter(([name, known]) => {
    if (region.startsWith(name) || name.endsWith(region)) return false;
    return known !== undefined || !(isCommonPlace(name) || SEVERAL.test(name) || OWN.test(name));
  });
}

/** 全县; not behind the name of a county, whose own it is. */
function otherRanksIn(sentence: string, otherRank: RegExp | null): RegExpExecArray[] {
  const found = otherRank === null ? [] : [...sentence.matchAll(otherRank)];
  return found.filter(({ 1: rank = "", index }) => {
    const named = new RegExp(`${HAN}{2}${rank}`, "gu");
    return ![...sentence.slice(0, index).matchAll(named)].some(([name]) => !isCommonPlace(name));
  });
}
