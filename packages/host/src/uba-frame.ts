import { origins, type UbaOptions } from '@finodigital/uba-protocol';
import { own } from '@finodigital/uba-protocol/internal';
import { languageAt, textLanguage } from './frame-language.js';
import { urlOf, frameOrigin } from './uba-url.js';
import { sayOnce } from './console.js';

const sandbox = [
  'allow-scripts',
  'allow-same-origin',
  'allow-forms',
  'allow-popups',
  'allow-popups-to-escape-sandbox',
  'allow-top-navigation-by-user-activation',
  'allow-storage-access-by-user-activation',
  'allow-downloads',
].join(' ');

const permissions = [
  'clipboard-write',
  'publickey-credentials-get',
  'otp-credentials',
  'storage-access',
];

const titles = { de: 'Bank verbinden', en: 'Connect your bank' };

/** The accessible name of a frame. */
export function frameTitle({ frameTitle, lang }: UbaOptions, place: Element): string {
  return frameTitle ?? own(titles, textLanguage(languageAt(place, lang)));
}

/**
 * Gives an iframe the attributes that UBA needs, then its address.
 * Source of `sandbox` and `allow`: finoOS documentation, "Iframe Integration".
 *
 * @param checked a snapshot that has been checked and has a session
 * @param place where in the page the frame belongs, which tells its language where `lang` does not
 * @returns the options that the frame is loaded with, `lang` included
 */
export function loadFrame(
  iframe: HTMLIFrameElement,
  checked: UbaOptions,
  place: Element,
): UbaOptions {
  // Without a prototype, as the snapshot is: none shall be asked for what is not there.
  const options: UbaOptions = Object.assign(Object.create(null) as UbaOptions, checked, {
    lang: languageAt(place, checked.lang),
  });
  const url = urlOf(options);
  const origin = frameOrigin(options);
  if (origin === window.origin) {
    sayOnce('UBA has the origin of the page: its sandbox isolates nothing.');
  }
  if (options.sandboxMode && origin === origins.production) {
    sayOnce(`UBA has its documented sandbox on ${origins.test}.`);
  }
  iframe.setAttribute('sandbox', sandbox);
  iframe.allow = permissions.map((name) => `${name} ${origin}`).join('; ');
  iframe.referrerPolicy = 'strict-origin';
  iframe.title = frameTitle(options, place);
  iframe.src = url;
  return options;
}
