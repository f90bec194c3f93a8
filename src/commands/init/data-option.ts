/** Names a data folder on a command line; nothing for the usual one. Quoted as cmd, PowerShell and sh all take it. */
export function dataOption(folder: string): string {
  if (folder === "data") return "";
  // A backslash before the closing quote would be taken for part of it.
  const bare = folder.replace(/(?<=[^:/\\])[/\\]+$/u, "");
  return ` --data ${/^[\p{L}\p{N}:/\\._-]+$/u.test(bare) ? bare : `"${bare}"`}`;
}
