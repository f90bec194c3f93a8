import { define } from "./definition.js";

/** More are read by nobody. */
const MOST_NAMES = 5;

/** Findings about a file, before its cells mean anything. */
export const WORKBOOK_ISSUES = {
  "workbook/produced": define<{ what: string }>(
    "warning",
    ({ what }) => `这是本程序写出的${what}，不是数据来源，其中的数一个也没有读取`,
    () => "请把它移出数据文件夹，并用 --out 把报告写到别处",
  ),
  "workbook/csv-commas": define<Record<never, never>>(
    "error",
    () => "这一行用全角逗号“，”隔开，整行未读取",
    () => "请改成半角逗号“,”；或在 Excel 中改好后另存为 .xlsx",
  ),
  "workbook/csv-fields": define<{ fields: number; head: number; example: string | null }>(
    "error",
    ({ fields, head, example }) =>
      `这一行有${fields}列，比表头或其他行的${head}列多${example === null ? "" : `（“${example}”可能是一个数）`}，整行未读取`,
    () => "数字中的千位逗号请去掉，含逗号的文字请用英文双引号括起；或在 Excel 中改好后另存为 .xlsx",
  ),
  "workbook/csv-more": define<{ count: number }>(
    "error",
    ({ count }) => `还有${count}行有同样的问题，均未读取`,
    () => "请在 Excel 中逐列核对，另存为 .xlsx",
  ),
  "workbook/csv-quotes": define<Record<never, never>>(
    "error",
    () => "这一行的双引号不成对，整行未读取",
    () => "请补上或删去多余的双引号；或在 Excel 中改好后另存为 .xlsx",
  ),
  "workbook/damaged": define<{ detail: string }>(
    "error",
    ({ detail }) => `工作簿已损坏：${detail}`,
    () => "请重新拷贝原文件；仍不行时在 Excel 或 WPS 中打开修复，另存为 .xlsx",
  ),
  "workbook/date-1904": define<Record<never, never>>(
    "note",
    () => "工作簿采用1904日期系统，日期已换算为1900日期系统",
  ),
  "workbook/empty-file": define<Record<never, never>>(
    "error",
    () => "文件是空的（0字节）",
    () => "请重新拷贝或请填报单位重新报送",
  ),
  "workbook/encrypted": define<Record<never, never>>(
    "error",
    () => "工作簿设有打开密码，无法读取",
    () => "请用密码打开，在“文件—信息—保护工作簿”中清除密码后保存",
  ),
  "workbook/file-too-large": define<{ size: number; limit: number }>(
    "error",
    ({ size, limit }) => `文件有${size}MB，超过${limit}MB的上限`,
    () => "请删去图片、附件和无关工作表后另存",
  ),
  "workbook/inflates-too-far": define<Record<never, never>>(
    "error",
    () => "文件解压后大得反常，已停止读取",
    () => "若文件确系填报表，请把数据复制到新工作簿，另存为 .xlsx",
  ),
  "workbook/other-files": define<{ folder: string; names: readonly string[] }>(
    "warning",
    ({ folder, names }) => {
      const told = names.slice(0, MOST_NAMES).join("”“");
      return `“${folder}”中有${names.length}个文件不是工作簿，没有收：“${told}”${names.length > MOST_NAMES ? "等" : ""}`;
    },
    () => "里面有填报数的（Word、PDF、照片、压缩包），请填报单位用填报表（.xlsx）报送",
  ),
  "workbook/link": define<object>(
    "warning",
    () => "这是链接，没有读取",
    () => "请把文件或文件夹本身拷贝到数据文件夹；不用的请删除链接",
  ),
  "workbook/long-text": define<{ cell: string; count: number }>(
    "warning",
    ({ cell, count }) =>
      `单元格${cell}${count === 1 ? "" : `等${count}处`}的文字超过Excel的上限（32767字），未读取`,
    () => "请把这段文字移出表格",
  ),
  "workbook/missing-file": define<Record<never, never>>(
    "error",
    () => "找不到文件",
    () => "请检查文件是否已被移动、改名或删除",
  ),
  "workbook/no-sheets": define<Record<never, never>>(
    "error",
    () => "工作簿中没有工作表",
    () => "请确认放入的是填报表",
  ),
  "workbook/not-a-file": define<Record<never, never>>(
    "error",
    () => "这不是普通文件（可能是文件夹）",
    () => "请指向 .xlsx、.xls、.et 或 .csv 文件",
  ),
  "workbook/not-a-workbook": define<{ what: string }>(
    "error",
    ({ what }) => `内容是${what}，不是工作簿`,
    () => "只改扩展名不能转换格式；请在 Excel 或 WPS 中打开原表，另存为 .xlsx",
  ),
  "workbook/old-format": define<{ format: string }>(
    "error",
    ({ format }) => `${format}不能读取`,
    () => "请在 Excel 或 WPS 中打开，另存为 .xlsx 后再放入",
  ),
  "workbook/reader-failed": define<{ bug: string }>(
    "error",
    () => "程序在这里出错，没有读取（其他工作表和文件照常读取）",
    ({ bug }) => `请在 Excel 或 WPS 中打开，另存为 .xlsx 后再放入；报告问题时请附上：${bug}`,
  ),
  "workbook/stray-cells": define<{ cell: string; count: number }>(
    "warning",
    ({ cell, count }) =>
      count === 1 ? `单元格${cell}远在表格之外，未读取` : `单元格${cell}等${count}处远在表格之外，未读取`,
    () => "若是误填，请删除其所在的行或列后保存；若是数据，请移到表格内",
  ),
  "workbook/too-laborious": define<Record<never, never>>(
    "error",
    () => "数、公式、表头、说明或读不出来的格太多，无法逐一核对，整个文件未读取",
    () => "请删去重复的行、表头、说明和不是数的内容，公式改为数值，或分成几个文件后重新放入",
  ),
  "workbook/too-many": define<{ what: string; limit: number }>(
    "error",
    ({ what, limit }) => `${what}太多，超过${limit}的上限`,
    () => "请删去无关内容，只留填报表后另存",
  ),
  "workbook/unknown-encoding": define<Record<never, never>>(
    "error",
    () => "CSV文件的文字编码无法识别",
    () => "请在 Excel 中打开确认无乱码，另存为 .xlsx，或另存为“CSV UTF-8（逗号分隔）”",
  ),
  "workbook/unreadable": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件无法读取：${reason}`,
    () => "请关闭正在使用它的程序，并确认有读取权限",
  ),
  "workbook/unreadable-folder": define<{ reason: string }>(
    "error",
    ({ reason }) => `文件夹打不开，里面的工作簿没有读取：${reason}`,
    () => "请检查该文件夹的访问权限；不用的文件夹请移出数据文件夹",
  ),
  "workbook/wrong-extension": define<{ extension: string }>(
    "error",
    ({ extension }) => `扩展名是${extension}，内容却是新版工作簿或压缩包`,
    () => "请在 Excel 或 WPS 中打开确认，另存为 .xlsx",
  ),
} as const;
