// What pages do of themselves where scripts are on; everything works without.

function isDark() {
  const theme = document.documentElement.dataset.theme;
  return theme ? theme === "dark" : matchMedia("(prefers-color-scheme: dark)").matches;
}

function switchTheme() {
  const theme = isDark() ? "light" : "dark";
  document.documentElement.dataset.theme = theme;
  localStorage.setItem("theme", theme);
  document.dispatchEvent(new CustomEvent("themechange"));
}

// Fields left empty stay out of the address.
function dropEmptyFields(event) {
  for (const [name, value] of [...event.formData]) {
    if (value === "") event.formData.delete(name);
  }
}

// A menu closes when one clicks beside it or presses Escape.
function closeMenus(except) {
  for (const menu of document.querySelectorAll("details.menu[open]")) {
    if (!menu.contains(except)) menu.open = false;
  }
}

function closeMenuInFocus(event) {
  const menu = event.key === "Escape" && event.target.closest?.("details.menu[open]");
  if (!menu) return;
  menu.open = false;
  menu.querySelector("summary").focus();
}

// Words of one event light up together, in the text and in the list beside it.
function lightEvent(event) {
  const over = event.target.closest?.("[data-of]");
  const lit = new Set(over ? over.dataset.of.split(" ") : []);
  for (const words of document.querySelectorAll("[data-of]")) {
    words.classList.toggle("lit", words.dataset.of.split(" ").some((id) => lit.has(id)));
  }
}

function showLayer(event) {
  const box = event.target.closest?.("[data-layer]");
  if (box) document.querySelector(".text")?.classList.toggle(`without-${box.dataset.layer}`, !box.checked);
}

function setUp(root) {
  for (const form of root.querySelectorAll("form[method=get]")) form.addEventListener("formdata", dropEmptyFields);
  for (const box of root.querySelectorAll("[data-layer]")) showLayer({ target: box });
}

const theme = document.querySelector("#theme");
theme.hidden = false;
theme.addEventListener("click", switchTheme);
document.addEventListener("click", (event) => closeMenus(event.target));
document.addEventListener("keydown", closeMenuInFocus);
document.addEventListener("mouseover", lightEvent);
document.addEventListener("focusin", lightEvent);
document.addEventListener("change", showLayer);
document.addEventListener("htmx:after:swap", () => setUp(document));
setUp(document);
