/** What a list is cut to. */
export interface Page {
  readonly page?: number | undefined;
  readonly size?: number | undefined;
}

/** How long a page is where only its number is asked for. */
const usualSize = 100;

/** A page of a list, counted from 0; all of it where none is asked for. */
export function pageOf<T>(all: readonly T[], { page, size }: Page): readonly T[] {
  if (page === undefined && size === undefined) return all;
  const length = size ?? usualSize;
  return all.slice((page ?? 0) * length, ((page ?? 0) + 1) * length);
}
