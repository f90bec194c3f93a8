/**
 * Whether a path that a file names, which anybody may have written, stays in the folder it is joined to, on Windows, too.
 * Where it does not, the file is none that the program wrote.
 */
export function staysInside(name: string): boolean {
  return name !== "" && !/^(?:[a-z]:|[\\/])/iu.test(name) && !name.split(/[\\/]/u).includes("..");
}
