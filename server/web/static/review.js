// Keys for the review desk; without this script every page works by links and buttons.
const links = [...document.querySelectorAll("[data-report]")];
const search = document.querySelector("input[type=search]");

function step(by) {
  const at = links.indexOf(document.activeElement);
  links[at < 0 ? 0 : Math.min(Math.max(at + by, 0), links.length - 1)]?.focus();
}

document.addEventListener("keydown", (event) => {
  const typing = event.target.closest("input, textarea, select");
  if (event.ctrlKey || event.metaKey || event.altKey || (typing && event.key !== "Escape")) return;
  if (event.key === "Escape" && typing) return typing.blur();
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  const actions = {
    j: () => step(1),
    k: () => step(-1),
    "/": () => search?.focus(),
    Escape: () => document.querySelector("[data-back]")?.click(),
  };
  const action = button ? () => button.click() : actions[event.key];
  if (!action) return;
  event.preventDefault();
  action();
});
