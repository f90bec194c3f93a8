import { cp, readdir, rename } from "node:fs/promises";
import { basename, join } from "node:path";
import { beforeAll, expect, it } from "vitest";
import type { Dataset } from "../../src/data/dataset.js";
import { readData } from "../../src/data/folder/read.js";
import { hasErrors, type Issue } from "../../src/issues/issue.js";
import { loadPlans } from "../../src/plan/folder.js";
import { officeFolder } from "./office.js";

const DATA = "fixtures/data";
const folder = officeFolder();
let workbooks: string[] = [];

interface Read {
  dataset: Dataset;
  issues: Issue[];
}
let ours: Read;
let theirs: Read;

beforeAll(async () => {
  const files = await readdir(DATA, { recursive: true, encoding: "utf8" });
  workbooks = files.filter((file) => file.endsWith(".xlsx"));
  await cp(DATA, folder.file("data"), { recursive: true });
  await folder.convert(
    workbooks.map((file) => join(DATA, file)),
    "xlsx",
    folder.file("resaved"),
  );
  for (const file of workbooks)
    await rename(folder.file("resaved", basename(file)), folder.file("data", file));
  const { plans } = await loadPlans("plans");
  ours = await readData(DATA, plans);
  theirs = await readData(folder.file("data"), plans);
});

it("reads the same figures after LibreOffice saved every sample workbook anew", () => {
  const names = ({ dataset }: Read) => dataset.inputs.map(({ file }) => file);
  expect(names(theirs)).toEqual(names(ours));
  // Size and checksum of a file are its own; everything read from it must be the same.
  expect({ ...theirs.dataset, inputs: [] }).toEqual({ ...ours.dataset, inputs: [] });
});

it("finds nothing else to say about them", () => {
  expect(hasErrors(theirs.issues)).toBe(false);
  expect(theirs.issues).toEqual(ours.issues);
});
