import { readFileSync } from "node:fs";
import path from "node:path";
import process from "node:process";

// Runs queries over exported tables in DuckDB: node test/proof/duckdb.js <folder> <queries.json>. Prints the rows by query.
const [folder, file] = process.argv.slice(2);
const { DuckDBInstance } = await import("@duckdb/node-api");
const connection = await (await DuckDBInstance.create(":memory:")).connect();
await connection.run(readFileSync(path.join(folder, "schema.sql"), "utf8"));
for (const table of ["districts", "indicators", "figures"]) {
  await connection.run(`COPY ${table} FROM '${path.join(folder, `${table}.csv`)}' (HEADER)`);
}
const answers = {};
for (const [name, query] of Object.entries(JSON.parse(readFileSync(file, "utf8")))) {
  const reader = await connection.runAndReadAll(query);
  answers[name] = reader.getRowsJson().map((row) => row.map(String));
}
process.stdout.write(JSON.stringify(answers));
