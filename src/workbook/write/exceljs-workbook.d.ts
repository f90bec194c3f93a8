/** The one module of exceljs that is used; its types are those of the package's front door. */
declare module "exceljs/lib/doc/workbook.js" {
  import type { Workbook } from "exceljs";
  const workbook: typeof Workbook;
  export default workbook;
}
