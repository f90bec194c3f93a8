import { join } from "node:path";
import { UTF8_ONLY } from "../../files/decode.js";
import { sha256 } from "../../files/digest.js";
import { jsonOf } from "../../files/json.js";
import { listFolder } from "../../files/list.js";
import { readText } from "../../files/read.js";
import { issue, type Issue } from "../../issues/issue.js";
import { MOST_RECORD_BYTES, PUBLISHED_FOLDER } from "./folder.js";
import type { Published } from "./record.js";

export interface PublishedReading {
  /** The later edition of two behind the earlier. */
  published: readonly Published[];
  issues: readonly Issue[];
}

/** Reads what `report publish` has frozen in a data folder. What cannot be read is told, and compared with nothing. */
export async function readPublished(folder: string): Promise<PublishedReading> {
  const { entries, refusal } = await listFolder(join(folder, PUBLISHED_FOLDER));
  if (refusal !== null) {
    const file = `${PUBLISHED_FOLDER}/`;
    const told = refusal.why === "missing" ? [] : [issue("published/unreadable", { file }, refusal)];
    return { published: [], issues: told };
  }
  const names = entries.filter(({ name }) => /^[^.~].*\.json$/u.test(name)).map(({ name }) => name);
  const read = await Promise.all(names.map((name) => readOne(folder, `${PUBLISHED_FOLDER}/${name}`)));
  const published = read.flatMap((each) => each.published);
  return {
    published: published.sort((a, b) => a.year - b.year || a.edition - b.edition),
    issues: read.flatMap((each) => each.issues),
  };
}

async function readOne(folder: string, file: string): Promise<{ published: Published[]; issues: Issue[] }> {
  const refused = (reason: string) => ({
    published: [],
    issues: [issue("published/unreadable", { file }, { reason })],
  });
  const { text, content, refusal } = await readText(join(folder, file), MOST_RECORD_BYTES, UTF8_ONLY);
  if (refusal !== null) return refused(refusal.reason);
  const { publishedShape } = await import("./record.js");
  const parsed = publishedShape.safeParse(jsonOf(text));
  if (!parsed.success) return refused("内容不是 report publish 写出的");
  return { published: [{ ...parsed.data, file, sha256: sha256(content) }], issues: [] };
}
