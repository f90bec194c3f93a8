import { RATES } from "../../../score/rates.js";
import { STATUS, STATUSES, type Status } from "../../../terms/status.js";

/* The tables and the rollup in standard SQL: what DuckDB and PostgreSQL both run. */

/** 15 digits after the point hold whatever a figure of 15 digits has; sums of a country stay far below 21 before it. */
const FIGURE = "DECIMAL(36, 15)";

/** The tables in the order they are filled in. */
export const SCHEMA = `-- 汇总数据的表。先建表，再把同名的 CSV 导入：
--   DuckDB      COPY figures FROM 'figures.csv' (HEADER);
--   PostgreSQL  \\copy figures FROM 'figures.csv' CSV HEADER
CREATE TABLE districts (
  code VARCHAR(12) NOT NULL PRIMARY KEY,  -- 行政区划代码
  name VARCHAR(100) NOT NULL
);

CREATE TABLE indicators (
  plan VARCHAR(40) NOT NULL,              -- 规划编号
  id VARCHAR(20) NOT NULL,                -- 指标编号；由几部分组成的指标，各部分另有编号
  name VARCHAR(200) NOT NULL,
  unit VARCHAR(20),                       -- 空：没有计量单位
  domain VARCHAR(100) NOT NULL,
  per INTEGER,                            -- 合计数是Σ分子×per÷Σ分母；空：不能合计
  is_row INTEGER NOT NULL,                -- 1：规划指标表的一行；0：一行的一部分
  PRIMARY KEY (plan, id)
);

CREATE TABLE figures (
  plan VARCHAR(40) NOT NULL,
  year INTEGER NOT NULL,
  code VARCHAR(12) NOT NULL,
  indicator VARCHAR(20) NOT NULL,
  value ${FIGURE},
  numerator ${FIGURE},
  denominator ${FIGURE},
  pooled_numerator ${FIGURE},             -- 三年合并的分子、分母
  pooled_denominator ${FIGURE},
  summed INTEGER NOT NULL,                -- 1：分子、分母俱全且与数值相符，计入合计
  status VARCHAR(20) NOT NULL,
  alert VARCHAR(10),
  PRIMARY KEY (plan, year, code, indicator)
);
`;

const quoted = (statuses: readonly Status[]): string => statuses.map((each) => `'${each}'`).join(", ");
const GOOD = quoted(RATES.onCourse.counts);
const JUDGED = quoted(STATUSES.filter((status) => STATUS[status].judged));

/** What is asked of the tables; each answers a line a plan, year and indicator or district. */
export const QUERIES = {
  /** Σ分子/Σ分母, and over how many districts. */
  sums: `SELECT f.plan, f.year, f.indicator,
  COUNT(*) AS districts,
  SUM(f.numerator) AS numerator,
  SUM(f.denominator) AS denominator,
  ROUND(SUM(f.numerator) * MAX(i.per) / SUM(f.denominator), 6) AS rate
FROM figures f JOIN indicators i ON i.plan = f.plan AND i.id = f.indicator
WHERE f.summed = 1
GROUP BY f.plan, f.year, f.indicator
ORDER BY f.plan, f.year, f.indicator`,
  /** Over three years. */
  pooled: `SELECT f.plan, f.year, f.indicator,
  COUNT(*) AS districts,
  SUM(f.pooled_numerator) AS numerator,
  SUM(f.pooled_denominator) AS denominator
FROM figures f
WHERE f.summed = 1 AND f.pooled_numerator IS NOT NULL
GROUP BY f.plan, f.year, f.indicator
ORDER BY f.plan, f.year, f.indicator`,
  /** Median and range: the middle figure, or half of the sum of the two in the middle. */
  spread: `SELECT plan, year, indicator,
  MAX(n) AS districts,
  (MIN(value) + MAX(value)) * 0.5 AS median,
  MAX(low) AS low,
  MAX(high) AS high
FROM (
  SELECT plan, year, indicator, value,
    ROW_NUMBER() OVER (PARTITION BY plan, year, indicator ORDER BY value) AS place,
    COUNT(*) OVER (PARTITION BY plan, year, indicator) AS n,
    MIN(value) OVER (PARTITION BY plan, year, indicator) AS low,
    MAX(value) OVER (PARTITION BY plan, year, indicator) AS high
  FROM figures
  WHERE value IS NOT NULL
) ranked
WHERE 2 * place BETWEEN n AND n + 2
GROUP BY plan, year, indicator
ORDER BY plan, year, indicator`,
  /** How many districts have each status. */
  statuses: `SELECT plan, year, indicator, status, COUNT(*) AS districts
FROM figures
GROUP BY plan, year, indicator, status
ORDER BY plan, year, indicator, status`,
  /** The share of each district, over its rows that were judged. */
  shares: `SELECT f.plan, f.year, f.code,
  SUM(CASE WHEN f.status IN (${GOOD}) THEN 1 ELSE 0 END) AS good,
  SUM(CASE WHEN f.status IN (${JUDGED}) THEN 1 ELSE 0 END) AS judged
FROM figures f JOIN indicators i ON i.plan = f.plan AND i.id = f.indicator
WHERE i.is_row = 1
GROUP BY f.plan, f.year, f.code
ORDER BY f.plan, f.year, f.code`,
} as const;

export type QueryName = keyof typeof QUERIES;

/** What heads each query in the file. */
const SAID: Readonly<Record<QueryName, string>> = {
  sums: "合计数：Σ分子×per÷Σ分母，只含计入合计的区县；districts 是这样的区县数",
  pooled: "三年合并的分子、分母",
  spread: "各区县数值的中位数、最低、最高和区县数",
  statuses: "各指标每种状态的区县数",
  shares: `各区县${RATES.onCourse.title(false)}的项数和可评价的项数`,
};

/** The queries as one file. */
export const QUERY_FILE = Object.entries(QUERIES)
  .map(([name, query]) => `-- ${SAID[name as QueryName]}\n${query};\n`)
  .join("\n");
