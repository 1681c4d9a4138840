/** Line icons on a grid of 20, hidden from assistive technology: words stand beside them. */
import { svg, html } from 'lit';

const icon = (path: string, size = 20) =>
  html`<svg
    width=${size}
    height=${size}
    viewBox="0 0 20 20"
    fill="none"
    stroke="currentColor"
    stroke-width="1.75"
    stroke-linecap="round"
    stroke-linejoin="round"
    aria-hidden="true"
  >
    ${svg`<path d=${path} />`}
  </svg>`;

export const backIcon = icon('M16 10H4m5-5-5 5 5 5');
export const closeIcon = icon('m5 5 10 10M15 5 5 15');
export const searchIcon = icon('m17 17-4-4m2-4.5a6.5 6.5 0 1 1-13 0 6.5 6.5 0 0 1 13 0Z');
export const chevronIcon = icon('m8 5 5 5-5 5');
export const alertIcon = icon('M10 6v5m0 3v.01M18 10a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z');
export const clockIcon = icon('M10 5.5V10l3 2M18 10a8 8 0 1 1-16 0 8 8 0 0 1 16 0Z');
export const checkIcon = icon('m4 10.5 4 4 8-9');
export const plusIcon = icon('M10 4v12M4 10h12');
export const minusIcon = icon('M4 10h12');
export const copyIcon = icon(
  'M7 7V4.5A1.5 1.5 0 0 1 8.5 3h7A1.5 1.5 0 0 1 17 4.5v7a1.5 1.5 0 0 1-1.5 1.5H13M4.5 7h7A1.5 1.5 0 0 1 13 8.5v7a1.5 1.5 0 0 1-1.5 1.5h-7A1.5 1.5 0 0 1 3 15.5v-7A1.5 1.5 0 0 1 4.5 7Z',
);
export const bigCheckIcon = icon('m4 10.5 4 4 8-9', 36);
export const bigCloseIcon = icon('m5 5 10 10M15 5 5 15', 36);
export const bigAlertIcon = icon('M10 4.5v7m0 4v.01', 36);
export const bigClockIcon = icon('M10 4v6.5l4 2.4', 36);
export const bigLeaveIcon = icon('M4 10h12m-5-5 5 5-5 5', 36);
