/** The folders of a year's work as its commands name them: nothing of the data folder where it is the usual one. */
export interface Folders {
  data: string;
  /** Null for the plans that come with the program. */
  plans: string | null;
}

/** Names the folders on a command line, so that the command can be copied as it stands. */
export function folderOptions({ data, plans }: Folders): string {
  return (plans === null ? "" : option("plans", plans)) + (data === "data" ? "" : option("data", data));
}

/** Quoted as cmd, PowerShell and sh all take it. */
function option(name: string, folder: string): string {
  // A backslash before the closing quote would be taken for part of it.
  const bare = folder.replace(/(?<=[^:/\\])[/\\]+$/u, "");
  return ` --${name} ${/^[\p{L}\p{N}:/\\._-]+$/u.test(bare) ? bare : `"${bare}"`}`;
}
