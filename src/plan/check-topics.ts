import type { Draft, Entry } from "./draft.js";
import { finding, type Finding } from "../yaml/finding.js";
import type { Topic } from "./plan.js";

/** More rows than these are no paragraph any more. */
const MOST_ROWS = 6;

/** A mention of a row in a topic. */
interface Mention extends Entry<string> {
  topic: string;
}

function mentionsOf(topics: readonly Entry<Topic>[]): Mention[] {
  return topics.flatMap(({ path, value }) =>
    value.rows.map((row, index) => ({ path: [...path, "rows", index], value: row, topic: value.name })),
  );
}

/** Where there are topics, every row stands in one. Topics that could not be read may hold the row. */
export function rowsHaveTopics({ topics, rows, declared }: Draft): Finding[] {
  if (topics.length === 0 || topics.length < declared.topics.length) return [];
  const mentioned = new Set(topics.flatMap(({ value }) => value.rows));
  return rows.flatMap(({ path, value }) =>
    mentioned.has(value.id) ? [] : [finding("plan/row-without-topic", [...path, "id"], { id: value.id })],
  );
}

/** No row stands in two topics, or it would be told twice. */
export function rowsHaveOneTopic({ topics }: Draft): Finding[] {
  const holders = new Map<string, string>();
  return mentionsOf(topics).flatMap(({ path, value, topic }) => {
    const holder = holders.get(value);
    holders.set(value, holder ?? topic);
    return holder === undefined
      ? []
      : [finding("plan/row-in-two-topics", path, { id: value, topic: holder })];
  });
}

/** The rows of a topic are of one domain: its paragraph stands in that domain's chapter. */
export function topicsAreOfOneDomain({ topics, rows }: Draft): Finding[] {
  const domainOf = new Map(rows.map(({ value }) => [value.id, value.domain]));
  return topics.flatMap(({ path, value }) => {
    const first = value.rows.find((id) => domainOf.has(id));
    return value.rows.flatMap((id, index) => {
      const strays = domainOf.has(id) && domainOf.get(id) !== domainOf.get(first ?? id);
      return strays
        ? [finding("plan/topic-of-two-domains", [...path, "rows", index], { id, topic: value.name })]
        : [];
    });
  });
}

/** A topic is a paragraph that can be read aloud, and has a name of its own. */
export function topicsAreParagraphs({ topics }: Draft): Finding[] {
  const long = topics
    .filter(({ value }) => value.rows.length > MOST_ROWS)
    .map(({ path, value }) =>
      finding("plan/long-topic", [...path, "rows"], {
        topic: value.name,
        rows: value.rows.length,
        most: MOST_ROWS,
      }),
    );
  const twice = topics
    .filter(({ value }, at) => topics.findIndex((each) => each.value.name === value.name) < at)
    .map(({ path, value }) => finding("plan/topic-clash", [...path, "name"], { topic: value.name }));
  return [...long, ...twice];
}

/** The steps of the verdict go down to 0, so that one fits every rate. */
export function verdictsDescend({ method }: Draft): Finding[] {
  const steps = method?.verdict ?? [];
  const descend = steps.every(({ from }, at) => at === 0 || from.lt(steps[at - 1]!.from));
  const sound = steps.length === 0 || (descend && steps.at(-1)!.from.isZero());
  return sound ? [] : [finding("plan/verdict-order", ["method", "verdict"], {})];
}
