/** Puts a look on the page as CSS custom properties, and keeps `system` in step with the device. */
import type { Look } from './look.js';
import { schemeOf } from './look.js';
import { derivePalette, isDark } from './palette.js';

/** A function that shows another look; the page follows the device where the look says so. */
export function lookApplier(root: HTMLElement): (look: Look) => void {
  const device = matchMedia('(prefers-color-scheme: dark)');
  let current: Look = {};
  const apply = () => {
    const palette = derivePalette(schemeOf(current, device.matches), current.theme);
    for (const [name, color] of Object.entries(palette)) {
      root.style.setProperty(`--${name}`, String(color));
    }
    // Scroll bars and native controls go by the background that is really there.
    const dark = isDark(palette.bg);
    root.style.colorScheme = dark ? 'dark' : 'light';
    root.style.setProperty('--shadow-strength', dark ? '0' : '0.06');
  };
  device.addEventListener('change', apply);
  return (look) => {
    current = look;
    apply();
  };
}
