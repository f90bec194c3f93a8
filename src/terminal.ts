/** Where output goes. Product goes to `out`, everything else to `err`; tests hand in a silent one. */
export interface Terminal {
  out(text: string): void;
  err(text: string): void;
  /** Columns of the terminal, for tables; 100 where unknown. */
  readonly width: number;
  /** Progress is shown only where stderr is a person's terminal. */
  readonly interactive: boolean;
  /** Whether colour may be used on stdout (TTY and no NO_COLOR). */
  readonly colour: boolean;
}
