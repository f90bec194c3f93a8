/** A browser that can be started, and how it was come by. */
export interface FoundBrowser {
  path: string;
  /** Chinese, for doctor and for messages: "--browser 指定"、"已安装的 Microsoft Edge". */
  how: string;
  /** Folder of shared libraries the browser brings along; "" where the system has them. */
  libraries: string;
}
