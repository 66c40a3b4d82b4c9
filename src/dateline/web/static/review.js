// The review desk by keyboard: a letter decides, or opens what is wrong; words selected in the sentence become a value.
// It runs before the page is drawn, so that no key is lost on fast fingers.

function isTyping(target) {
  return target.matches?.("input:not([type=checkbox]), select, textarea");
}

function openPick(pick) {
  for (const other of document.querySelectorAll(".pick[open]")) other.open = other === pick;
  pick.open = true;
  const field = pick.querySelector("select, input:not([type=hidden])");
  if (field?.name === "value" && field.tagName === "INPUT" && field.type === "text") field.value = selectedWords();
  (field ?? pick.querySelector("summary")).focus();
}

function selectedWords() {
  const selection = getSelection();
  const sentence = document.querySelector("#sentence");
  return sentence?.contains(selection.anchorNode) ? selection.toString().trim() : "";
}

function takeWords() {
  const words = selectedWords();
  const field = document.querySelector(".pick[open] input[name=value][type=text], .pick[open] input[name=value]:not([type])");
  if (words && field) field.value = words;
}

function press(event) {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.key === "Escape") {
    for (const pick of document.querySelectorAll(".pick[open]")) pick.open = false;
    document.activeElement?.blur();
    return;
  }
  if (isTyping(event.target)) return;
  const pick = document.querySelector(`[data-pick="${CSS.escape(event.key)}"]`);
  const button = document.querySelector(`[data-key="${CSS.escape(event.key)}"]`);
  if (!pick && !button) return;
  event.preventDefault();
  if (pick) openPick(pick);
  else button.click();
}

document.addEventListener("keydown", press);
document.addEventListener("mouseup", takeWords);
