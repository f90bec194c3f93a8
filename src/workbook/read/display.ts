import { cellDecimal, round } from "../../terms/decimal.js";
import type { NumberFormat } from "./number-format.js";
import type { Content } from "../sheet.js";

/** What a person sees in the cell, roughly: enough to find it again and to quote it in a message. */
export function display(content: Content, format: NumberFormat): string {
  switch (content.type) {
    case "number":
      return format.kind === "percent"
        ? percent(content.value, format)
        : cellDecimal(content.value).toString();
    case "text":
      return content.text;
    case "boolean":
      return content.value ? "TRUE" : "FALSE";
    case "date":
      return dateOrTime(content.serial, format);
    case "error":
      return content.code;
    case "uncalculated":
      return "";
  }
}

function percent(value: number, { decimals }: NumberFormat): string {
  const digits = round(cellDecimal(value).times(100), decimals.max).toFixed(decimals.max);
  const optional = decimals.max - decimals.min;
  return (optional === 0 ? digits : digits.replace(new RegExp(`\\.?0{1,${String(optional)}}$`), "")) + "%";
}

const SECONDS_A_DAY = 86_400;
/** Serial 25569 is 1970-01-01. */
const UNIX_EPOCH = 25_569;

function dateOrTime(serial: number, format: NumberFormat): string {
  if (format.kind === "time" || serial < 1) return clock(Math.round(serial * SECONDS_A_DAY));
  const day = Math.floor(serial);
  // Excel counts a 29 February 1900 that never was: earlier serials lie one day further on.
  const date = new Date((day + (day < 60 ? 1 : 0) - UNIX_EPOCH) * SECONDS_A_DAY * 1000);
  if (Number.isNaN(date.getTime())) return String(serial);
  const calendar = [date.getUTCFullYear(), date.getUTCMonth() + 1, date.getUTCDate()].join("-");
  const seconds = Math.round((serial - day) * SECONDS_A_DAY);
  return seconds === 0 ? calendar : `${calendar} ${clock(seconds)}`;
}

/** h:mm, with seconds where there are any; hours pass 24 for elapsed times. */
function clock(seconds: number): string {
  const two = (value: number) => String(value).padStart(2, "0");
  const shown = `${String(Math.floor(seconds / 3600))}:${two(Math.floor(seconds / 60) % 60)}`;
  return seconds % 60 === 0 ? shown : `${shown}:${two(seconds % 60)}`;
}
