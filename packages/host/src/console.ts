/** What the developer of the page has to know, said on the console. Never the value of an option. */
import type { OptionProblem } from '@finodigital/uba-protocol';

const saidOnce = new Set<string>();

/** Says it once a page. */
export function warnOnce(text: string): void {
  if (saidOnce.has(text)) return;
  saidOnce.add(text);
  warn(text);
}

export function warn(text: string): void {
  // eslint-disable-next-line no-console -- the developer is who has to know
  console.warn(`UBA: ${text}`);
}

export function complain(text: string): void {
  // eslint-disable-next-line no-console -- the developer is who has to know
  console.error(`UBA: ${text}`);
}

/**
 * Says what is wrong with options, once for each option.
 *
 * @param said the options that have been named; it grows
 */
export function warnOfOptions(problems: readonly OptionProblem[], said: Set<string>): void {
  for (const { option, problem } of problems) {
    if (said.has(option)) continue;
    said.add(option);
    warn(`${option} ${problem}.`);
  }
}
