/** Short texts stand in many cells and are asked for by each who reads one; a folder has some thousands of them, a city of villages ten. */
const MOST = 10_000;
export const LONGEST = 100;

/** The same function of a text, which computes its answer for a short text once. The answers are shared: they must not be changed. */
export function kept<Answer>(answer: (text: string) => Answer): (text: string) => Answer {
  const answers = new Map<string, Answer>();
  return (text) => {
    const known = answers.get(text);
    if (known !== undefined) return known;
    const found = answer(text);
    if (answers.size < MOST && text.length <= LONGEST) answers.set(text, found);
    return found;
  };
}

/** Keeps an answer; where thousands are kept already, people's prose has filled the place of what is asked often. */
export function keep<Answer>(answers: Map<string, Answer>, text: string, answer: Answer): void {
  if (answers.size >= MOST) answers.clear();
  answers.set(text, answer);
}
