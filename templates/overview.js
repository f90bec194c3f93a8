// All of the page is there without this. It hides and sorts the rows, opens their explanations, and keeps in the
// page's address what is looked at, so that a link or a bookmark shows the same again.
"use strict";

document.addEventListener("DOMContentLoaded", () => {
  const form = document.querySelector("form.looking");
  const table = document.querySelector("#rows");
  const shown = document.querySelector(".shown");
  // A user's own template may have none of these.
  if (form === null || table === null || shown === null) return;

  const bodies = [...table.tBodies];
  const rows = bodies.filter((each) => each.classList.contains("row"));
  const headings = bodies.filter((each) => each.classList.contains("heading"));
  const heads = [...table.tHead.querySelectorAll("[data-order]")];
  const filters = [...form.querySelectorAll("select[data-filter]")];
  const { text, order, back, unfold } = form.elements;

  /** What is found in spite of width, case and spaces. */
  const plain = (words) => words.normalize("NFKC").toLowerCase().replaceAll(/\s/g, "");
  const names = new Map(
    rows.map((row) => [
      row,
      plain([...row.querySelectorAll(".id, .name")].map((each) => each.textContent).join("\n")),
    ]),
  );

  const isChosen = (row) =>
    names.get(row).includes(plain(text.value)) &&
    filters.every(
      ({ name, value }) => value === "" || row.getAttribute(`data-is-${name}`).split("\n").includes(value),
    );

  const rankOf = (row) => row.getAttribute(`data-by-${order.value}`);

  /** Rows without a rank come last, whatever the direction. */
  function compare(one, other) {
    const [a, b] = [rankOf(one), rankOf(other)];
    if (a === "" || b === "") return Number(a === "") - Number(b === "");
    const difference = Number.isNaN(Number(a) - Number(b)) ? a.localeCompare(b, "zh") : Number(a) - Number(b);
    return back.checked ? -difference : difference;
  }

  const isOfPlans = () => order.value === order.options[0].value && !back.checked;

  function sort() {
    const sorted = isOfPlans() ? bodies : [...headings, ...[...rows].sort(compare)];
    table.append(...sorted);
    table.classList.toggle("mixed", !isOfPlans());
    for (const head of heads) {
      if (head.dataset.order !== order.value) head.removeAttribute("aria-sort");
      else head.setAttribute("aria-sort", back.checked ? "descending" : "ascending");
    }
  }

  function filter() {
    for (const row of rows) row.hidden = !isChosen(row);
    for (const heading of headings) {
      const own = rows.filter((row) => row.dataset.in === heading.dataset.domainKey);
      heading.hidden = !isOfPlans() || own.every((row) => row.hidden);
    }
  }

  /** For whoever hears the page, and for whoever prints it. */
  function tell() {
    const count = rows.filter((row) => !row.hidden).length;
    const asked = [text, ...filters]
      .filter(({ value }) => value !== "")
      .map((each) => `${each.labels[0].textContent}：${each.value}`);
    const where = asked.length === 0 ? "" : `（${asked.join("；")}）`;
    const said = count === rows.length ? `共${count}项` : `共${rows.length}项，显示${count}项`;
    const none = count === 0 ? "，没有符合条件的，请改条件，或按“全部显示”" : "";
    shown.querySelector("span").textContent = `${said}${where}${none}`;
    shown.querySelector(".hint").hidden = count === 0;
  }

  function show() {
    sort();
    narrow();
  }

  function narrow() {
    filter();
    tell();
  }

  /** Fields that say what they say at first are left out. */
  function keep(opened) {
    const state = new URLSearchParams();
    for (const { name, value } of [text, ...filters]) if (value !== "") state.set(name, value);
    if (order.selectedIndex !== 0) state.set("order", order.value);
    if (back.checked) state.set("back", "1");
    if (opened) state.set("row", opened);
    history.replaceState(null, "", `#${state}`);
  }

  /** #status=…&row=women-W04, or a row alone: #women-W04. Any other place of the page changes nothing. */
  function restore() {
    const hash = location.hash.slice(1);
    const row = rows.find(({ id }) => id === decoded(hash));
    if (row !== undefined) take(new URLSearchParams({ row: row.id }));
    else if (hash === "" || hash.includes("=")) take(new URLSearchParams(hash));
  }

  /** What is not offered is as if it were not there. */
  function take(state) {
    text.value = state.get("text") ?? "";
    for (const select of [...filters, order]) {
      select.value = state.get(select.name) ?? "";
      if (select.selectedIndex < 0) select.selectedIndex = 0;
    }
    back.checked = state.get("back") === "1";
    show();
    reveal(rows.find(({ id }) => id === state.get("row")));
  }

  function decoded(hash) {
    try {
      return decodeURIComponent(hash);
    } catch {
      return "";
    }
  }

  function reveal(row) {
    if (row === undefined) return;
    row.querySelector("details").open = true;
    row.scrollIntoView();
  }

  /** The head of a column sorts by it, and turns the order round when it does already. */
  function sortBy(name) {
    back.checked = order.value === name && !back.checked;
    order.value = name;
    show();
    keep();
  }

  for (const head of heads) {
    const button = document.createElement("button");
    button.type = "button";
    button.append(...head.childNodes);
    button.addEventListener("click", () => sortBy(head.dataset.order));
    head.append(button);
  }

  function fold() {
    const visible = rows.filter((row) => !row.hidden).map((row) => row.querySelector("details"));
    const open = visible.some((details) => !details.open);
    for (const details of visible) details.open = open;
    unfold.textContent = open ? "收起全部说明" : "展开全部说明";
  }

  /** Up and down lead from one row's explanation to the next. */
  function step(event) {
    const way = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (way === undefined || event.target.localName !== "summary") return;
    const all = [...table.querySelectorAll(".row:not([hidden]) summary")];
    const next = all[all.indexOf(event.target) + way];
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
  }

  form.addEventListener("input", ({ target }) => {
    if (target === order || target === back) show();
    else narrow();
    keep();
  });
  form.addEventListener("submit", (event) => event.preventDefault());
  // The fields are emptied after this has been told.
  form.addEventListener("reset", () =>
    setTimeout(() => {
      show();
      keep();
    }),
  );
  unfold.addEventListener("click", fold);
  table.addEventListener("keydown", step);
  table.addEventListener("click", ({ target }) => {
    const row = target.localName === "summary" ? target.closest(".row") : null;
    if (row !== null) keep(target.parentElement.open ? "" : row.id);
  });
  // Its own address would take the place of what is looked at.
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    table.focus();
  });
  addEventListener("hashchange", restore);
  form.hidden = false;
  show();
  restore();
});
