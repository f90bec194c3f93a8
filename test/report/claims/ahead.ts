import { isDifference, isDown, isMet, number, pattern, type Claim } from "./claim.js";

/** What is said of the way ahead. */
export const AHEAD: readonly Claim[] = [
  {
    name: "what would change the status",
    pattern: pattern("再(?<verb>提高|增加|上升|下降|降低|减少)~amount（[^\\d]*到#to）"),
    isSo: (said, { value }) => {
      const to = number(said("to"));
      return isDown(said("verb"))
        ? isDifference(said("amount"), value, to)
        : isDifference(said("amount"), to, value);
    },
  },
  {
    name: "what would lose the status",
    pattern: pattern("^(?<verb>提高|增加|上升|下降|降低|减少)到#to（[^\\d]*~amount）"),
    isSo: (said, { value }) => {
      const to = number(said("to"));
      return isDown(said("verb"))
        ? isDifference(said("amount"), value, to)
        : isDifference(said("amount"), to, value);
    },
  },
  {
    name: "a pace that is needed",
    pattern: pattern("需(?:年均)?(?<verb>提高|增加|上升|下降|降低|减少)~amount"),
    isSo: (said, truth) =>
      isMet(truth) === false && truth.traits.better !== "neither"
        ? isDown(said("verb")) === (truth.traits.better === "down")
        : isMet(truth) === false,
  },
];
