import { define } from "./definition.js";

/** Findings about a file, before its cells mean anything. */
export const WORKBOOK_ISSUES = {
  "workbook/broken-csv": define<{ line: number }>(
    "error",
    ({ line }) => `CSV文件第${line}行附近的引号不成对，无法分列`,
    () => "请在 Excel 或 WPS 中打开检查，另存为 .xlsx 后再放入",
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
  "workbook/link": define<object>(
    "warning",
    () => "这是链接，没有读取",
    () => "请把文件或文件夹本身拷贝到数据文件夹；不用的请删除链接",
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
    () => "请指向 .xlsx 或 .csv 文件",
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
  "workbook/stray-cells": define<{ cell: string; count: number }>(
    "warning",
    ({ cell, count }) =>
      count === 1 ? `单元格${cell}远在表格之外，未读取` : `单元格${cell}等${count}处远在表格之外，未读取`,
    () => "若是误填，请删除其所在的行或列后保存；若是数据，请移到表格内",
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
