/**
 * The paths that were dropped on the batch file. The command line of Windows' shell, as Explorer makes it, is read
 * before the arguments the shell makes of it: a path with & and without a space is not quoted there, and is cut.
 *
 *     C:\Windows\system32\cmd.exe /c ""D:\报告\把文件夹拖到这里.cmd" D:\甲&乙 "D:\监测 数据""
 */
export function droppedPaths(commandLine: string, argv: readonly string[]): readonly string[] {
  const order = /\s\/c\s+"(.*)"\s*$/iu.exec(commandLine)?.[1];
  if (order === undefined) return argv;
  const parts = [...order.matchAll(/"([^"]*)"|([^\s"]+)/gu)].map(
    ([, quoted, plain]) => quoted ?? plain ?? "",
  );
  // The first is the batch file.
  return parts.slice(1);
}

/** A path as a person gives it: Windows' console quotes what is dragged into it. */
export function typedPath(text: string): string {
  return text.trim().replace(/^["“](.*)["”]$/u, "$1");
}
