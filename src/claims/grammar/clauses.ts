import type { Names, Thing } from "./names.js";

/** The rate whose name a clause is, but for a few words; `without`: the clause says who has not. */
export function spelt(
  clause: string,
  { called }: Names,
): { thing: Thing | null; without: boolean; bare: string } {
  const told = clause.replace(
    /(?:尚|还|仍|均)?(?:未能?(?!成年|来|保)|没有)(?:建[立成]|设[立有]|配[备有])?|(?:建[立成]|设[立有])了?(?=家长|家庭)/u,
    "",
  );
  const without = /未(?!成年|来|保)|没有/u.test(clause) && told !== clause;
  const bare = told
    .replace(/患龋$/u, "龋患")
    .replace(/了|得到|接受|已经?|均|都|有|患(?=近视|龋)|存在|享受|能够|过|实现|做到|[是为](?=女)/gu, "");
  const moved = bare.replace(/参加(.*)$/u, "$1参保");
  // 党员为女性: the share of women among them.
  const women = bare.replace(/^(.*)女性?$/u, "$1女性");
  const had = bare.replace(/(?:建[立成]|设[立有]|配[备有])/u, "");
  for (const text of [bare, moved, had, women])
    for (const end of text.endsWith("率") ? [""] : ["率", "比例", "覆盖率", "普及率"]) {
      const thing = called(`${text}${end}`);
      if (thing?.kind === "indicators") return { thing, without, bare };
    }
  return { thing: null, without, bare };
}
