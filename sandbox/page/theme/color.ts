/** Colours as hex strings: mixed in OKLab, lightened in OKLCH, with their contrast by WCAG. Pure. */
// The conversions alone: culori's modes would bring parsers of every notation, five times the size.
import {
  convertOklabToRgb,
  convertRgbToLrgb,
  convertRgbToOklab,
  parseHex,
  serializeHex,
  type Oklab,
  type Rgb,
} from 'culori/fn';

/** `#rrggbb`, lower case. */
export type Hex = `#${string}`;

export const black: Hex = '#000000';
export const white: Hex = '#ffffff';

const toRgb = (color: string) => parseHex(color) as Rgb;
const toOklab = (color: Hex) => convertRgbToOklab(toRgb(color));
const toHex = (color: Oklab) => serializeHex(convertOklabToRgb(color)) as Hex;

/** A colour of 3 or 6 hex digits, with or without `#`, as `#rrggbb`. */
export const normalise = (color: string): Hex => serializeHex(toRgb(color)) as Hex;

/** The contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [one, other] = [luminance(a), luminance(b)];
  return (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
}

function luminance(color: Hex): number {
  const { r, g, b } = convertRgbToLrgb(toRgb(color));
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** The lowest contrast of a colour with several others. */
export function lowestContrast(color: Hex, others: readonly Hex[]): number {
  return Math.min(...others.map((other) => contrast(color, other)));
}

/** Black or white, whichever stands out more. */
export function extremeOn(backgrounds: readonly Hex[]): Hex {
  return lowestContrast(black, backgrounds) > lowestContrast(white, backgrounds) ? black : white;
}

/** `share` of `b` in `a`, from 0 to 1, mixed in OKLab so that no hue is crossed on the way. */
export function mix(a: Hex, b: Hex, share: number): Hex {
  const [from, to] = [toOklab(a), toOklab(b)];
  const part = (name: 'l' | 'a' | 'b') => from[name] + (to[name] - from[name]) * share;
  return toHex({ mode: 'oklab', l: part('l'), a: part('a'), b: part('b') });
}

/**
 * The colour, or the nearest in OKLCH lightness that keeps its hue and reaches the contrast with
 * all backgrounds; black or white where none does.
 */
export function legible(color: Hex, backgrounds: readonly Hex[], ratio: number): Hex {
  if (lowestContrast(color, backgrounds) >= ratio) return color;
  const base = toOklab(color);
  for (let step = 0.01; step < 1; step += 0.01) {
    for (const l of [base.l - step, base.l + step]) {
      if (l < 0 || l > 1) continue;
      const candidate = inGamut({ ...base, l });
      if (lowestContrast(candidate, backgrounds) >= ratio) return candidate;
    }
  }
  return extremeOn(backgrounds);
}

/** How far apart two colours look: the distance in OKLab, where 0.02 is just noticeable. */
export function distance(a: Hex, b: Hex): number {
  const [one, other] = [toOklab(a), toOklab(b)];
  return Math.hypot(one.l - other.l, one.a - other.a, one.b - other.b);
}

/** The colour at another OKLCH lightness (0 to 1) and at most the given chroma. */
export function shade(color: Hex, lightness: number, mostChroma: number): Hex {
  const base = { ...toOklab(color), l: lightness };
  const chroma = Math.hypot(base.a, base.b);
  return inGamut(chroma > mostChroma ? withChroma(base, mostChroma / chroma) : base);
}

/** The most colourful sRGB colour of that lightness and hue, up to the given one. */
function inGamut(color: Oklab): Hex {
  let factor = 1;
  while (factor > 0.02 && isOutside(withChroma(color, factor))) factor -= 0.05;
  return toHex(withChroma(color, factor));
}

const withChroma = (color: Oklab, factor: number): Oklab => ({
  ...color,
  a: color.a * factor,
  b: color.b * factor,
});

/** Whether sRGB cannot show it, but for the error of rounding. */
function isOutside(color: Oklab): boolean {
  const { r, g, b } = convertRgbToLrgb(convertOklabToRgb(color));
  return [r, g, b].some((part) => part < -0.001 || part > 1.001);
}
