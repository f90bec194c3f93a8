import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { append, largest, smallest } from "../../src/terms/long-lists.js";

const MORE_THAN_ARGUMENTS = Array.from({ length: 300_000 }, (_, at) => at);

describe("lists as long as a file makes them", () => {
  it("have a largest and a smallest number, as Math has them of a few", () => {
    fc.assert(
      fc.property(fc.array(fc.double()), fc.double(), (numbers, bound) => {
        expect(largest(numbers, bound)).toBe(Math.max(bound, ...numbers));
        expect(smallest(numbers, bound)).toBe(Math.min(bound, ...numbers));
        expect(largest(numbers)).toBe(Math.max(...numbers));
        expect(smallest(numbers)).toBe(Math.min(...numbers));
      }),
    );
    expect(largest(MORE_THAN_ARGUMENTS)).toBe(299_999);
    expect(smallest(MORE_THAN_ARGUMENTS)).toBe(0);
  });

  it("are put behind one another", () => {
    const list = [-1];
    append(list, MORE_THAN_ARGUMENTS);
    expect(list).toHaveLength(300_001);
    expect(list.at(-1)).toBe(299_999);
  });
});
