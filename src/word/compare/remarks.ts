import type { Comment } from "../read/document.js";
import type { Passage } from "./passages.js";

/** A comment with the passage it is on, null where the document does not say, and the words it marks. */
export interface PlacedComment extends Comment {
  passage: Passage | null;
  quoted: string;
}

export function placedComments(comments: readonly Comment[], passages: readonly Passage[]): PlacedComment[] {
  return comments.map((comment) => {
    const on = passages.filter(({ pieces }) => pieces.some((piece) => piece.comments.includes(comment.id)));
    const quoted = on.map(({ pieces }) =>
      pieces.map((piece) => (piece.comments.includes(comment.id) ? piece.text : "")).join(""),
    );
    return { ...comment, passage: on[0] ?? null, quoted: quoted.join("\n").trim() };
  });
}
