/** Colours as hex strings: OKLCH, mixing and WCAG contrast. Pure. */

/** `#rrggbb`, lower case. */
export type Hex = `#${string}`;

type Triple = readonly [number, number, number];

export const black: Hex = '#000000';
export const white: Hex = '#ffffff';

/** A colour of 3 or 6 hex digits, with or without `#`, as `#rrggbb`. */
export function normalise(color: string): Hex {
  const digits = color.replace('#', '').toLowerCase();
  return `#${digits.length === 3 ? digits.replace(/./g, '$&$&') : digits}`;
}

/** The contrast of two colours by WCAG 2, from 1 to 21. */
export function contrast(a: Hex, b: Hex): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
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
  const from = toOklab(a);
  const to = toOklab(b);
  return fromOklab(from.map((part, i) => part + ((to[i] ?? 0) - part) * share) as never);
}

/**
 * The colour, or the nearest in OKLCH lightness that keeps its hue and reaches the contrast with
 * all backgrounds; black or white where none does.
 */
export function legible(color: Hex, backgrounds: readonly Hex[], ratio: number): Hex {
  if (lowestContrast(color, backgrounds) >= ratio) return color;
  const [lightness, a, b] = toOklab(color);
  for (let step = 0.01; step < 1; step += 0.01) {
    for (const moved of [lightness - step, lightness + step]) {
      if (moved < 0 || moved > 1) continue;
      const candidate = inGamut(moved, a, b);
      if (lowestContrast(candidate, backgrounds) >= ratio) return candidate;
    }
  }
  return extremeOn(backgrounds);
}

/** How far apart two colours look: the distance in OKLab, where 0.02 is just noticeable. */
export function distance(a: Hex, b: Hex): number {
  const to = toOklab(b);
  return Math.hypot(...toOklab(a).map((part, i) => part - (to[i] ?? 0)));
}

/** The colour at another OKLCH lightness (0 to 1) and at most the given chroma. */
export function shade(color: Hex, lightness: number, mostChroma: number): Hex {
  const [, a, b] = toOklab(color);
  const chroma = Math.hypot(a, b);
  const factor = chroma > mostChroma ? mostChroma / chroma : 1;
  return inGamut(lightness, a * factor, b * factor);
}

/** The most colourful sRGB colour of that lightness and hue, up to the given one. */
function inGamut(lightness: number, a: number, b: number): Hex {
  let factor = 1;
  while (factor > 0.02 && toLinear([lightness, a * factor, b * factor]).some(outside)) {
    factor -= 0.05;
  }
  return fromOklab([lightness, a * factor, b * factor]);
}

const outside = (part: number) => part < -0.001 || part > 1.001;

function channels(color: Hex): Triple {
  const value = parseInt(color.slice(1), 16);
  return [(value >> 16) & 255, (value >> 8) & 255, value & 255].map((part) => {
    const share = part / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as never;
}

function luminance(color: Hex): number {
  const [r, g, b] = channels(color);
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

// Source of the matrices: Björn Ottosson, "A perceptual color space for image processing" (2020).

function toOklab(color: Hex): Triple {
  const [r, g, b] = channels(color);
  const l = Math.cbrt(0.4122214708 * r + 0.5363325363 * g + 0.0514459929 * b);
  const m = Math.cbrt(0.2119034982 * r + 0.6806995451 * g + 0.1073969566 * b);
  const s = Math.cbrt(0.0883024619 * r + 0.2817188376 * g + 0.6299787005 * b);
  return [
    0.2104542553 * l + 0.793617785 * m - 0.0040720468 * s,
    1.9779984951 * l - 2.428592205 * m + 0.4505937099 * s,
    0.0259040371 * l + 0.7827717662 * m - 0.808675766 * s,
  ];
}

function toLinear([lightness, a, b]: Triple): Triple {
  const l = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3;
  const m = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3;
  const s = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3;
  return [
    4.0767416621 * l - 3.3077115913 * m + 0.2309699292 * s,
    -1.2684380046 * l + 2.6097574011 * m - 0.3413193965 * s,
    -0.0041960863 * l - 0.7034186147 * m + 1.707614701 * s,
  ];
}

function fromOklab(lab: Triple): Hex {
  const digits = toLinear(lab).map((part) => {
    const share = Math.min(1, Math.max(0, part));
    const encoded = share <= 0.0031308 ? share * 12.92 : 1.055 * share ** (1 / 2.4) - 0.055;
    return Math.round(encoded * 255)
      .toString(16)
      .padStart(2, '0');
  });
  return `#${digits.join('')}`;
}
