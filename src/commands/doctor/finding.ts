export type State = "good" | "fair" | "bad";

/** One line of the doctor's findings. */
export interface Finding {
  state: State;
  name: string;
  text: string;
}
