/** Sets the appearance of the page as CSS custom properties, and updates `system` with the device. */
import { schemeOf, type Appearance } from './appearance.js';
import { derivePalette, isDark } from './palette.js';

/** A function that sets the appearance; where that is `system`, the page follows the device. */
export function appearanceApplier(root: HTMLElement): (appearance: Appearance) => void {
  const device = matchMedia('(prefers-color-scheme: dark)');
  const contrast = matchMedia('(prefers-contrast: more)');
  let current: Appearance = {};
  const apply = () => {
    const palette = derivePalette(
      schemeOf(current, device.matches),
      current.theme,
      contrast.matches,
    );
    for (const [name, color] of Object.entries(palette)) {
      root.style.setProperty(`--${name}`, String(color));
    }
    // Scroll bars and native controls go by the background that is really there.
    const dark = isDark(palette.bg);
    root.style.colorScheme = dark ? 'dark' : 'light';
    root.style.setProperty('--shadow-strength', dark ? '0' : '0.06');
  };
  device.addEventListener('change', apply);
  contrast.addEventListener('change', apply);
  return (appearance) => {
    current = appearance;
    apply();
  };
}
