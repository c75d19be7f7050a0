// Runs before the first paint so that a chosen theme never flashes the other one.
try {
  const chosen = JSON.parse(localStorage.getItem('throughline.preferences') ?? '{}').theme;
  if (chosen === 'light' || chosen === 'dark') document.documentElement.dataset.theme = chosen;
} catch {
  // Storage is closed to us or holds something else: the system's theme applies.
}
