import { expect, test } from "vitest";
import { staysInside } from "../../src/files/inside.js";

test.each(["a.pdf", "年度填报/区卫生健康委.xlsx", "a..b/c", "a/./b"])("%s stays inside", (name) => {
  expect(staysInside(name)).toBe(true);
});

test.each(["", "../a", "a/../../b", "a\\..\\..\\b", "/etc/hostname", "\\\\server\\a", "C:\\a", "c:a"])(
  "%s leads out",
  (name) => {
    expect(staysInside(name)).toBe(false);
  },
);
