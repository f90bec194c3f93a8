/** The declared functions of a file. */
export function functionsOf(file: string): { file: string; name: string; lines: number }[];
