// Acting on an alert: remembers the reader's name, and shows the desk's token where one is asked for,
// which a form cannot do by itself.
const form = document.getElementById("act");
const refused = document.getElementById("refused");
const token = form?.elements.token;
const NAME = "wirewatch.who";
const TOKEN = "wirewatch.token";

async function send(fields) {
  const answer = await fetch(form.action, {
    method: "POST",
    body: fields,
    headers: { Authorization: "Bearer " + token.value },
  });
  if (answer.ok) {
    sessionStorage.setItem(TOKEN, token.value);
    location.reload();
  } else {
    sessionStorage.removeItem(TOKEN);
    refused.textContent = (await answer.json()).detail;
  }
}

if (form) {
  form.elements.who.value = localStorage.getItem(NAME) ?? "";
  if (token) token.value = sessionStorage.getItem(TOKEN) ?? "";
  form.addEventListener("submit", (event) => {
    localStorage.setItem(NAME, form.elements.who.value);
    if (!token) return;
    event.preventDefault();
    const fields = new URLSearchParams(new FormData(form, event.submitter));
    fields.delete("token");
    send(fields).catch(() => {
      refused.textContent = "the desk does not answer; nothing was done";
    });
  });
}
