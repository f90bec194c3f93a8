import { tableOf } from "../terms/table-of.js";
import { define, type IssueDefinition } from "./definition.js";

/** What the schema of a YAML file does not allow. `key` is "" for the file as a whole. */
export type SchemaFault =
  | { fault: "unknown-key"; key: string; nearest: string | null; known: readonly string[] }
  /** `meaning`: what the key is for, in words; "" where nothing says. */
  | { fault: "missing-key"; key: string; meaning: string }
  | { fault: "empty-value"; key: string }
  | { fault: "wrong-type"; key: string; value: string; expected: string }
  | { fault: "not-a-choice"; key: string; value: string; choices: readonly string[]; nearest: string | null }
  | { fault: "out-of-limits"; key: string; limit: string }
  | { fault: "bad-format"; key: string; value: string; rule: string };

export type Fault = SchemaFault["fault"];
export type FaultOf<F extends Fault> = Extract<SchemaFault, { fault: F }>;

interface Words<F extends Fault> {
  message: (fault: FaultOf<F>) => string;
  hint: (fault: FaultOf<F>) => string;
}

/** How to write what a key expects. */
const WRITE_AS = tableOf<string>({
  文字: "请写文字；数字，或含“: ”“#”的文字，请加半角双引号",
  数: "请写半角数字，不加引号和单位",
  整数: "请写半角数字，不加引号和小数",
  列表: "请用半角方括号括起来，如 [甲, 乙]，或一行一项，以“- ”开头",
  文字或列表: "请写文字，或一行一项，以“- ”开头",
  "true 或 false": "请写 true 或 false，不加引号",
  "“键: 值”的一组内容": "请写成“键: 值”，一行一个，冒号用半角，后面空一格",
});

/** The one wording of each fault, for every YAML file. */
const WORDS: { readonly [F in Fault]: Words<F> } = {
  "unknown-key": {
    message: ({ key }) => `不认识的键“${key}”`,
    hint: ({ nearest, known }) =>
      nearest === null ? `这里可以写的键：${known.join("、")}` : `是否要写“${nearest}”？`,
  },
  "missing-key": {
    message: ({ key, meaning }) => `缺少“${key}”${meaning === "" ? "" : `（${meaning}）`}`,
    hint: () => "请补上这一键",
  },
  "empty-value": {
    message: ({ key }) => (key === "" ? "文件没有内容" : `“${key}”没有内容`),
    hint: ({ key }) => (key === "" ? "请按说明填写" : "请填写，可不写的键请整行删除"),
  },
  "wrong-type": {
    message: ({ key, value, expected }) =>
      key === "" ? `文件应为${expected}，不能写“${value}”` : `“${key}”应为${expected}，不能写“${value}”`,
    hint: ({ expected }) => WRITE_AS[expected] ?? "",
  },
  "not-a-choice": {
    message: ({ key, value }) => `“${key}”不能写“${value}”`,
    hint: ({ choices, nearest }) =>
      nearest === null
        ? `可以写：${choices.join("、")}`
        : `是否要写“${nearest}”？可以写：${choices.join("、")}`,
  },
  "out-of-limits": {
    message: ({ key, limit }) => `“${key}”${limit}`,
    hint: () => "",
  },
  "bad-format": {
    message: ({ key, value }) => `“${key}”的写法“${value}”不对`,
    hint: ({ rule }) => rule,
  },
};

/** The entry of a code that tells one fault. */
export function defineFault<F extends Fault>(fault: F): IssueDefinition<FaultOf<F>> {
  const { message, hint } = WORDS[fault] as Words<F>;
  return define("error", message, hint);
}

/** The entry of a code that tells any of them. */
export function defineFaults(): IssueDefinition<SchemaFault> {
  const of = (fault: SchemaFault) => WORDS[fault.fault] as Words<Fault>;
  return define(
    "error",
    (fault) => of(fault).message(fault),
    (fault) => of(fault).hint(fault),
  );
}
