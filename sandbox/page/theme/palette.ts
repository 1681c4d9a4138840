/**
 * From the ten documented colours to every colour on the screen. Pure.
 *
 * An integrator may pass any ten colours, all white among them, so nothing here trusts a pair of
 * colours to be legible: text reaches 4.5:1 and what belongs to a control 3:1 on all it stands on.
 */
import { themeDefaults, type UbaColor, type UbaTheme } from '@finodigital/uba-protocol';
import {
  black,
  contrast,
  distance,
  extremeOn,
  legible,
  lowestContrast,
  mix,
  normalise,
  shade,
  white,
  type Hex,
} from './color.js';

/** A scheme that is decided: `system` is resolved before colours are derived. */
export type Scheme = 'light' | 'dark';

/** The colours of a scheme before anyone overrides them. Light: documented. Dark: ours. */
const defaults: Readonly<Record<Scheme, Readonly<Record<UbaColor, string>>>> = {
  light: themeDefaults,
  dark: {
    primaryColor: '#F7C708',
    secondaryColor: '#8CC8F5',
    backgroundColor: '#15181C',
    accentColor: '#8CC8F5',
    textColor: '#F1F3F5',
    linkColor: '#F7C708',
    infoColor: '#8CC8F5',
    successColor: '#74D69C',
    warningColor: '#FFD976',
    dangerColor: '#FF94AD',
  },
};

export const textContrast = 4.5;
export const controlContrast = 3;
/** The edge of a button whose words stand out; the documented yellow on its background has 1.5. */
const visibleContrast = 1.4;

/** Lines between rows are decoration, but there. */
const lineContrast = 1.2;

/** What each kind of colour owes; to who asks for more contrast, what WCAG's level AAA does. */
const usual = { text: textContrast, control: controlContrast, line: lineContrast };
const more = { text: 7, control: textContrast, line: controlContrast };

/** All colours of the screens, by the name of their CSS custom property without `--`. */
export interface Palette {
  readonly bg: Hex;
  /** Cards, lists and fields. */
  readonly surface: Hex;
  /** A row under the pointer or the arrow keys. */
  readonly tint: Hex;
  readonly text: Hex;
  readonly muted: Hex;
  /** Between rows: decoration. */
  readonly line: Hex;
  /** The border of a control. */
  readonly control: Hex;
  readonly primary: Hex;
  readonly 'primary-hover': Hex;
  /** The edge of a primary button; its own colour where that shows on the background. */
  readonly 'primary-edge': Hex;
  /** The edge of a ticked box, which has no words of its own. */
  readonly 'primary-strong': Hex;
  readonly 'on-primary': Hex;
  /** Progress and the ring that empties, on the page and on the line that they fill. */
  readonly graphic: Hex;
  readonly link: Hex;
  readonly ring: Hex;
  readonly info: Hex;
  readonly 'info-bg': Hex;
  readonly ok: Hex;
  readonly 'ok-bg': Hex;
  readonly warn: Hex;
  readonly 'warn-bg': Hex;
  readonly bad: Hex;
  readonly 'bad-bg': Hex;
}

/**
 * The colours of a scheme with an integrator's overrides, which count in both schemes.
 *
 * @param wantsMore the user asks for more contrast
 */
export function derivePalette(scheme: Scheme, theme: UbaTheme = {}, wantsMore = false): Palette {
  const owed = wantsMore ? more : usual;
  const color = (name: UbaColor) => normalise(theme[name] ?? defaults[scheme][name]);
  const bg = color('backgroundColor');
  const primary = color('primaryColor');

  const ink = extremeOn([bg]);
  /** The shade, unless what reads on the background would not read on it. */
  const readable = (shaded: Hex, fallback: Hex) =>
    contrast(ink, shaded) >= owed.text ? shaded : fallback;
  const surface = readable(mix(bg, white, ink === white ? 0.05 : 0.85), bg);
  const tint = readable(mix(surface, color('accentColor'), 0.1), surface);
  const plain = [bg, surface, tint];
  const text = legible(color('textColor'), plain, owed.text);
  const onPrimary = wantsMore ? extremeOn([primary]) : textOn(primary);
  const strong = legible(primary, plain, owed.control);
  const line = legible(mix(bg, text, 0.12), [bg, surface], owed.line);
  const status = (name: UbaColor) => {
    // As much of the colour as makes the area stand out a little, whatever the colour.
    const share = Math.min(0.4, (ink === white ? 0.1 : 0.05) / (distance(bg, color(name)) || 1));
    const background = readable(mix(bg, color(name), share), bg);
    return [legible(color(name), [...plain, background], owed.text), background] as const;
  };
  const [info, infoBg] = status('infoColor');
  const [ok, okBg] = status('successColor');
  const [warn, warnBg] = status('warningColor');
  const [bad, badBg] = status('dangerColor');

  return {
    bg,
    surface,
    tint,
    text,
    muted: legible(mix(text, bg, 0.32), plain, owed.text),
    line,
    control: legible(mix(text, bg, 0.45), plain, owed.control),
    primary,
    'primary-hover': hovered(primary, onPrimary),
    'primary-edge':
      contrast(primary, bg) >= (wantsMore ? owed.line : visibleContrast)
        ? primary
        : legible(mix(text, bg, 0.45), plain, owed.control),
    'primary-strong': strong,
    'on-primary': onPrimary,
    graphic: legible(primary, [bg, line], owed.control),
    link: legible(color('linkColor'), plain, owed.text),
    ring: ringColor(color('secondaryColor'), primary, text, plain),
    info,
    'info-bg': infoBg,
    ok,
    'ok-bg': okBg,
    warn,
    'warn-bg': warnBg,
    bad,
    'bad-bg': badBg,
  };
}

/** Whether light text reads better on it. */
export function isDark(color: Hex): boolean {
  return extremeOn([color]) === white;
}

/**
 * The better of a light and a dark text, the dark one with a little of the fill's own hue. Where both
 * can be read, light text looks clearer than its figure says.
 */
function textOn(fill: Hex): Hex {
  if (contrast(white, fill) >= textContrast) return white;
  const dark = shade(fill, 0.22, 0.04);
  return contrast(dark, fill) >= textContrast ? dark : extremeOn([fill]);
}

function hovered(fill: Hex, text: Hex): Hex {
  const away = text === white ? black : white;
  const options = [mix(fill, text, 0.05), mix(fill, away, 0.12)];
  return options.find((option) => contrast(text, option) >= textContrast) ?? fill;
}

/** The focus ring: never the primary colour, which already means "go on". */
function ringColor(secondary: Hex, primary: Hex, text: Hex, on: readonly Hex[]): Hex {
  const ring = legible(secondary, on, textContrast);
  const tooClose = distance(ring, primary) < 0.1 && lowestContrast(text, on) >= controlContrast;
  return tooClose ? text : ring;
}
