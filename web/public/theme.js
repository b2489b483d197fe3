// Before the first paint, so that nothing flashes: the reader's own choice, else that of the system.
try {
  const chosen = localStorage.getItem("chancery.theme");
  if (chosen === "light" || chosen === "dark") document.documentElement.dataset.theme = chosen;
} catch {
  // Storage may be closed to us; then the system decides.
}
