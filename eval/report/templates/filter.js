const form = document.getElementById("filter");
const questions = [...document.querySelectorAll(".question")];

function apply() {
  const { outcome, kind, words } = Object.fromEntries(new FormData(form));
  let shown = 0;
  for (const each of questions) {
    const ending = !outcome || each.dataset.outcome === outcome
      || (outcome === "failed" && each.dataset.good === "false");
    const there = each.textContent.toLowerCase().includes(words.toLowerCase());
    each.hidden = !(ending && (!kind || each.dataset.kind === kind) && there);
    shown += each.hidden ? 0 : 1;
  }
  form.querySelector("output").textContent = `${shown} / ${questions.length}`;
}

function reveal() {
  const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (target && target.matches(".question")) {
    target.hidden = false;
    target.open = true;
    target.scrollIntoView();
  }
}

form.addEventListener("input", apply);
form.addEventListener("submit", (event) => event.preventDefault());
addEventListener("hashchange", reveal);
for (const button of document.querySelectorAll("[data-show]")) {
  button.addEventListener("click", () => {
    form.elements.outcome.value = button.dataset.show;
    apply();
    form.scrollIntoView();
  });
}
apply();
reveal();
