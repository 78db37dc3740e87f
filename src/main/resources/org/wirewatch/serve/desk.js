// Keeps the list of alerts as new as the desk knows it; without this script the page reloads itself.
const list = document.getElementById("alerts");
const state = document.getElementById("state");
const known = new Map();
let tag = "";

const rows = () => [...list.querySelectorAll("li[id]")];
const remember = () => rows().forEach((row) => known.set(row.id, row.textContent));

function show(html) {
  const focused = document.activeElement?.id;
  list.innerHTML = html; // the desk's own, escaped there
  rows()
    .filter((row) => known.get(row.id) !== row.textContent)
    .forEach((row) => row.classList.add("fresh"));
  remember();
  if (focused) document.getElementById(focused)?.focus();
}

async function look() {
  try {
    const answer = await fetch("/alerts" + location.search, {
      headers: tag ? { "If-None-Match": tag } : {},
      cache: "no-store",
      signal: AbortSignal.timeout(10000),
    });
    if (answer.status === 200) {
      tag = answer.headers.get("ETag") ?? "";
      show(await answer.text());
    }
    const well = answer.status === 200 || answer.status === 304;
    tell(well ? "live" : "the desk answers " + answer.status + "; this list may be old", well);
  } catch {
    tell("the desk does not answer; this list may be old", false);
  }
  setTimeout(look, document.hidden ? 5000 : 1000);
}

function tell(text, well) {
  if (state.textContent !== text) state.textContent = text;
  state.classList.toggle("lost", !well);
}

remember();
look();
