// Runs before the first paint, so that a stored theme never flashes in late. A classic script for that reason alone.
(() => {
  const NAMES = ['auto', 'light', 'dark'];
  const root = document.documentElement;
  let theme = 'auto';

  try {
    theme = localStorage.getItem('truenorth.theme') ?? 'auto';
  } catch {
    // Storage is not allowed: the theme follows the system.
  }
  if (!NAMES.includes(theme)) {
    theme = 'auto';
  }
  root.dataset.theme = theme;

  const show = () => {
    const button = document.getElementById('theme');
    const next = NAMES[(NAMES.indexOf(theme) + 1) % NAMES.length];
    button.setAttribute('aria-label', `Theme: ${theme}. Change to ${next}`);
    button.title = `Theme: ${theme}`;
    document.getElementById('theme-name').textContent = theme;
  };

  document.addEventListener('DOMContentLoaded', () => {
    show();
    document.getElementById('theme').addEventListener('click', () => {
      theme = NAMES[(NAMES.indexOf(theme) + 1) % NAMES.length];
      root.dataset.theme = theme;
      try {
        localStorage.setItem('truenorth.theme', theme);
      } catch {
        // It holds until the page is closed.
      }
      show();
    });
  });
})();
