import { append } from "../../terms/long-lists.js";

/** Text rewritten, which still knows where each of its characters began and ended. */
export interface Rewritten {
  text: string;
  from: readonly number[];
  to: readonly number[];
}

/** 七成, 六分之一, 过半 */
export const SHARE_IN_WORDS =
  "(?:[一二两三四五六七八九]成|[一二三四五六七八九十百千]{1,3}分之|过半|半数|一半)";

/** What one name has for another, in names and in running text alike. The order counts. */
const SAME: readonly (readonly [RegExp, string])[] = [
  [/(?<=\d)[至到](?=\d+岁)/gu, ""],
  [/零(?=至?六岁)/gu, "0"],
  [/(?:所占)?(?:比重|占比|比例|百分比)/gu, "比例"],
  [/妇女|女性/gu, "女"],
  [
    new RegExp(
      `(?<=占(?!比)\\p{Script=Han}{2,16})的(?=(?:约|近|超过?)?(?:\\d|[百千万]分之|十万分之|${SHARE_IN_WORDS}))`,
      "gu",
    ),
    "比例",
  ],
  [/女(?=(?:分别|各|约|近|[仅只已也还仍]|超过?)?占(?!比)|(?:约|近|仅|超过?)?占\d)/gu, "女比例"],
  // 村委会成员中女性达52.6%, 超过七成, 亦过半: a share, without the word for it.
  [new RegExp(`女(?=[已亦也均都仅只约近达为有超过到]{0,4}(?:\\d+%|${SHARE_IN_WORDS}))`, "gu"), "女比例"],
  [
    new RegExp(`(?:约|近|[仅只已也还仍])?占(?=(?:约|近|仅|超过?|到|了)?(?:\\d|${SHARE_IN_WORDS}))`, "gu"),
    "比例",
  ],
  [/乡镇街道|镇街道|镇乡街道|乡镇街|乡镇|镇街/gu, "镇街"],
  [/执业助理医师|执业助理医生|执业医师/gu, "执业助理医生"],
  [/(?<!执业助理)医师/gu, "医生"],
  [/未保(?=工作站|站|机构|工作)/gu, "未成年人保护"],
  [/饮用水/gu, "饮水"],
  [/水源地(?=水质)/gu, "水源"],
  [/期望寿命/gu, "预期寿命"],
  [/基本医保/gu, "基本医疗保险"],
  [/(?<!基本)医保/gu, "医疗保险"],
  [/三岁/gu, "3岁"],
  [/五岁/gu, "5岁"],
  [/七岁/gu, "7岁"],
  [/十二岁/gu, "12岁"],
  [/六个月/gu, "6个月"],
  [/的/gu, ""],
  [/(?:[两二三四五六](?:支|类)(?:队伍|人员|群体)|队伍)(?:中，?)?(?=女|比例)/gu, ""],
  [/(?:专业|专门|专职)从事|专职(?=儿保|儿童保健)|从事(?=儿童保健)/gu, ""],
  [/儿保(?=医)/gu, "儿童保健"],
  [/平均配备有?|配备有?(?=全科|儿童保健|提供|规范)/gu, ""],
  [/(?:当中|之中|中|里)，(?=女比例)/gu, ""],
  [/(?<=占|比例占)(?:全部|全体|全社会)/gu, ""],
  [/(?:中|里|当中|之中)(?=女|由女|有女|家长|比例)/gu, ""],
  [/由?女担?任(?=正职)/gu, "女"],
  [/正职女(?:干部|领导)|女正职(?:干部|领导)/gu, "女正职"],
  [/基层(?:医疗|卫生|医疗卫生)?机构|镇街卫生院[和及与]?社区卫生服务中心/gu, "基层医疗机构"],
  [/区级工作部门/gu, "区级部门"],
  [/(?<=镇街|部门|[区市]级|城市|农村)(?:一级|层面|层级)/gu, ""],
  [/总数|数量|总量|总[户件]数/gu, "数"],
  [/高级职称(?:人员|人才)?/gu, "高级专业技术人员"],
  [/小学学生/gu, "小学生"],
  [/初中学生/gu, "初中生"],
  [/高中学生/gu, "高中生"],
  [/每天平均|平均每天|日均/gu, "每天"],
  [/提供(?=规范|康复)|(?:接受|获得|享受)了?(?=康复)/gu, ""],
  [/覆盖面(?=[达为由从]|\d)/gu, "覆盖率"],
  [/参保覆盖率/gu, "参保率"],
];

/** Letters and digits alone, and what parts one name from the next. */
const LETTER = /[\p{L}\p{N}]/u;

/**
 * The letters and digits of tight text in one spelling for each thing, with the marks of `barrier`, which part
 * names. 就业人员中的女性占比 and 就业人员女性比例 come to the same.
 */
export function canonical(text: string, barrier: RegExp): Rewritten {
  let letters: Rewritten = bare(text, barrier);
  for (const [pattern, same] of SAME) letters = rewrite(letters, pattern, same);
  return letters;
}

function bare(text: string, barrier: RegExp): Rewritten {
  const kept = { text: "", from: [] as number[], to: [] as number[] };
  for (let index = 0; index < text.length; index += 1) {
    const letter = text[index] ?? "";
    if (!LETTER.test(letter) && !barrier.test(letter)) continue;
    const lower = letter.toLowerCase();
    kept.text += lower.length === 1 ? lower : letter;
    kept.from.push(index);
    kept.to.push(index + 1);
  }
  return kept;
}

function rewrite(written: Rewritten, pattern: RegExp, same: string): Rewritten {
  const { text, from, to } = written;
  // Most patterns are in few sentences.
  if (text.search(pattern) < 0) return written;
  const out = { text: "", from: [] as number[], to: [] as number[] };
  let at = 0;
  const copy = (until: number): void => {
    out.text += text.slice(at, until);
    append(out.from, from.slice(at, until));
    append(out.to, to.slice(at, until));
  };
  for (const found of text.matchAll(pattern)) {
    copy(found.index);
    at = found.index + found[0].length;
    out.text += same;
    for (let nth = 0; nth < same.length; nth += 1) {
      out.from.push(from[found.index] ?? 0);
      out.to.push(to[at - 1] ?? 0);
    }
  }
  copy(text.length);
  return out;
}

/** The first letter that stands at a place of the text, or behind it. */
export function placeOf({ from }: Rewritten, index: number): number {
  const place = from.findIndex((each) => each >= index);
  return place < 0 ? from.length : place;
}

/** Where in the text some of its letters stand. */
export function spanOf({ from, to }: Rewritten, start: number, end: number): { start: number; end: number } {
  return { start: from[start] ?? 0, end: to[end - 1] ?? 0 };
}
