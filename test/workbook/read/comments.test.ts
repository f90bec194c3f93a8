import exceljs from "exceljs";
import { expect, it } from "vitest";
import { readXlsx } from "../../../src/workbook/read/xlsx.js";

async function commentsIn(notes: Readonly<Record<string, string | exceljs.Comment>>) {
  const book = new exceljs.Workbook();
  const sheet = book.addWorksheet("数据");
  for (const [address, note] of Object.entries(notes))
    Object.assign(sheet.getCell(address), { value: 1, note });
  const bytes = Buffer.from(await book.xlsx.writeBuffer());
  return (await readXlsx(bytes, "a.xlsx")).sheets[0]?.comments;
}

it("reads what people noted on cells, whatever fonts it is set in", async () => {
  const rich = { texts: [{ text: "张三:\n", font: { bold: true } }, { text: "此为" }, { text: "全市数" }] };
  expect(await commentsIn({ C5: "沿用2024年数", D7: rich })).toEqual([
    { address: "C5", text: "沿用2024年数" },
    { address: "D7", text: "张三:\n此为全市数" },
  ]);
});

it("leaves out what a program says of a conversation, and what is blank", async () => {
  const conversation =
    "[线程批注]\n\n你的Excel版本可读取此线程批注; 但如果在更新版本的Excel中打开文件，则对批注所作的任何编辑都将被删除。\n\n注释:\n    请核实";
  expect(await commentsIn({ C5: conversation, C6: "  " })).toEqual([{ address: "C5", text: "请核实" }]);
});
