// Keeps what was typed on this device alone, in case the line drops, and forgets it once a receipt is shown.
const kept = "lianxin.speak";
const fields = ["words", "place"];
const form = document.getElementById("speak");
try {
  if (document.getElementById("receipt")) localStorage.removeItem(kept);
  else if (form) {
    const before = JSON.parse(localStorage.getItem(kept) ?? "{}");
    for (const name of fields) {
      const field = form.elements[name];
      if (field && field.type !== "hidden" && field.value === "" && before[name]) field.value = before[name];
    }
    form.addEventListener("input", () => {
      const now = JSON.parse(localStorage.getItem(kept) ?? "{}");
      for (const name of fields) if (form.elements[name]) now[name] = form.elements[name].value;
      localStorage.setItem(kept, JSON.stringify(now));
    });
  }
} catch {
  // A browser that keeps nothing loses nothing that it had.
}
