import { connectUbaFrame } from '@finodigital/uba-host';
import { origins, type UbaOptions } from '@finodigital/uba-protocol';
import type { Snippet } from './snippets.js';
import { wordsOf } from '../texts/language.js';
import { iframeCodeTexts } from '../texts/code.js';
import { attribute, indent, literal } from './source-text.js';

const t = wordsOf(iframeCodeTexts);

/** The code for a page that owns its iframe, for options with a session and without a problem. */
export function iframeSnippets(options: UbaOptions): readonly Snippet[] {
  const origin = options.origin ?? origins.production;
  return [
    { id: 'markup', title: t.markup, file: 'page.html', code: markup(options) },
    { id: 'host', title: t.host, file: 'src/main.js', code: hosted(options) },
    { id: 'listener', title: t.listener, file: 'page.html', code: listener(origin) },
    { id: 'callback', title: t.callback, file: 'src/callback.js', code: callback },
  ];
}

/** An iframe with all that the host package gives it; it is in no page, so it loads nothing. */
export function frameFor(options: UbaOptions): HTMLIFrameElement {
  const iframe = document.createElement('iframe');
  // Where the options name no language, the one of its place counts: the page's.
  const place = document.createElement('div');
  place.lang = document.documentElement.lang;
  place.append(iframe);
  connectUbaFrame(iframe, options).disconnect();
  return iframe;
}

function markup(options: UbaOptions): string {
  const attributes = Array.from(frameFor(options).attributes, ({ name, value }) =>
    attribute(name, value),
  );
  return `<iframe\n${indent(attributes.join('\n'))}\n></iframe>\n`;
}

const hosted = (options: UbaOptions) => `import { connectUbaFrame } from '@finodigital/uba-host';

// An iframe without an address is given all that UBA needs.
const iframe = document.querySelector('iframe');
const uba = connectUbaFrame(iframe, ${literal(options)});

uba.on('bank-connect', ({ payload }) => {
  console.log('Connected:', payload.accountIds);
});
`;

const listener = (origin: string) => `<script>
  const iframe = document.querySelector('iframe');

  window.addEventListener('message', (event) => {
    // Only this frame, and only while UBA is in it.
    if (event.source !== iframe.contentWindow) return;
    if (event.origin !== ${literal(origin)}) return;

    const { type, message, payload } = event.data;
    const content = payload ?? message;
    switch (type) {
      case 'bank-connect':
        console.log('Connected:', content.accountIds);
        break;
      case 'ERROR':
        console.error('UBA error:', content.code);
        break;
      case 'EXIT':
        console.log('The user left');
        break;
    }
  });
</script>
`;

const callback = `import { parseRedirectCallback } from '@finodigital/uba-host';

// Where your redirectURL leads: UBA appends both ids. Anybody can write such an address, so compare
// it with the session that your back end made for this user: null where it names another.
const { userIdentifier, sessionId } = await (await fetch('/pending-session')).json();
const callback = parseRedirectCallback(location.href, { userIdentifier, sessionId });
`;
