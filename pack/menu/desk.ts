/** What the menu is handed: a window to talk through, and the program to run. */
export interface Desk {
  say(text: string): void;
  /** What a person types; null when there is nobody any more. */
  ask(question: string): Promise<string | null>;
  /** Runs the program in this window; gives its exit code. */
  run(argv: readonly string[]): Promise<number>;
  isFolder(path: string): boolean;
  /** Shows a folder in a window of its own. */
  show(folder: string): void;
}
