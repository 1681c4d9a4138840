/** What the developer of the page has to know, said on the console. Never the value of an option. */
import type { OptionProblem } from '@finodigital/uba-protocol';

/** What the console was told already, as far as it shall not hear it again. */
export type Said = Set<string>;

const saidInPage: Said = new Set();

/**
 * Says something once.
 *
 * @param said where "once" counts, in this page by default; it grows
 * @param key what counts as the same; the text by default
 */
export function sayOnce(
  text: string,
  said = saidInPage,
  key = text,
  level: 'warn' | 'error' = 'warn',
): void {
  if (said.has(key)) return;
  said.add(key);
  say(text, level);
}

/* eslint-disable no-console -- the developer is who has to know */
export function say(text: string, level: 'warn' | 'error' = 'warn'): void {
  const line = `UBA: ${text}`;
  if (level === 'error') console.error(line);
  else console.warn(line);
}
/* eslint-enable no-console */

/** Says what is wrong with options, once for each option. */
export function sayProblems(problems: readonly OptionProblem[], said: Said): void {
  for (const { option, problem } of problems) sayOnce(`${option} ${problem}.`, said, option);
}
