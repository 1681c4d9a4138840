/**
 * A page that has put things into `Object.prototype`, as a careless merge of JSON does. The names are
 * all that the widget's own code looks up on any object, read from that code.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { expect, type Page } from '@playwright/test';
import ts from 'typescript';
import { test, type Stage } from '../../fixtures/stage.js';
import { threat } from '../../fixtures/threat.js';

/** What the language, the browser and Lit look up by themselves, so that no code of a page can help it. */
const lookedUpByOthers: Readonly<Record<string, string>> = {
  get: 'Object.defineProperty reads it of every descriptor',
  set: 'Object.defineProperty reads it of every descriptor',
  value: 'Object.defineProperty reads it of every descriptor',
  once: 'addEventListener reads it of its options',
  signal: 'addEventListener reads it of its options',
  mode: 'attachShadow reads it of its options',
};

/** Every name that what ships asks an object for: `a.name`, `{ name } = a`, `own(a, 'name')`. */
function namesLookedUp(): string[] {
  const names = new Set<string>();
  const look = (node: ts.Node): void => {
    if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.name))
      names.add(node.name.text);
    if (ts.isBindingElement(node) && ts.isObjectBindingPattern(node.parent)) {
      const name = node.propertyName ?? node.name;
      if (ts.isIdentifier(name)) names.add(name.text);
    }
    if (ts.isCallExpression(node) && node.expression.getText() === 'own') {
      const [, key] = node.arguments;
      if (key && ts.isStringLiteral(key)) names.add(key.text);
    }
    ts.forEachChild(node, look);
  };
  for (const folder of ['protocol', 'host', 'widget'].map((name) => `packages/${name}/src`)) {
    for (const file of readdirSync(folder).filter((name) => /(?<!\.test)\.ts$/.test(name))) {
      const code = readFileSync(`${folder}/${file}`, 'utf8');
      look(ts.createSourceFile(file, code, ts.ScriptTarget.Latest, true));
    }
  }
  // What every object has anyway says nothing of pollution.
  return [...names].filter((name) => !Object.hasOwn(Object.prototype, name)).sort();
}

/** How many names a page is polluted with at once: one after the other only in long proofs. */
const atOnce = process.env.LOOKS === 'all' ? 1 : 20;

const values = { text: 'x', true: true, object: {} } as const;

/** The groups of names whose pollution changes what a widget does, with what it did instead. */
function effects(
  page: Page,
  when: 'before' | 'after',
  groups: readonly (readonly string[])[],
  origin: string,
): Promise<readonly string[]> {
  return page.evaluate(
    async ({ when, groups, values, origin }) => {
      const script = `${location.origin}/uba-widget.js`;
      type Library = typeof window.shop.widget;

      /** A realm of its own, with the widget's script; polluted before that is loaded, perhaps. */
      const realm = async (pollute: (prototype: object) => void) => {
        const frame = document.createElement('iframe');
        document.body.append(frame);
        const view = frame.contentWindow as Window & typeof globalThis;
        pollute(view.Object.prototype);
        const load = view.Function('script', 'return import(script)') as (
          url: string,
        ) => Promise<Library>;
        return { frame, view, library: await load(script) };
      };

      /** What a widget does in its life, as text. */
      const life = async (view: Window & typeof globalThis, library: Library) => {
        const heard: unknown[] = [];
        const widget = library.createUbaWidget({
          origin,
          sessionId: 's',
          userIdentifier: 'u',
          lang: 'de',
          hideHeader: true,
          theme: { backgroundColor: '#000', textColor: '#fff' },
          readyTimeout: 0,
        });
        widget.on('*', (message) => heard.push(message));
        widget.on('bank-connect', ({ payload }) => heard.push(payload.accountIds));
        widget.on('uba-status', ({ payload }) => heard.push(payload.status));
        widget.on('uba-rejected', ({ payload }) => heard.push(payload.reason));
        widget.on('uba-error', ({ payload }) => heard.push(payload.code));
        view.document.body.append(widget.element);
        await widget.element.updateComplete;
        const iframe = widget.element.shadowRoot?.querySelector('iframe');
        heard.push(iframe?.src, iframe?.title);
        const say = (data: unknown) => {
          const message = new view.Event('message') as MessageEvent;
          const source = iframe?.contentWindow;
          for (const [key, value] of Object.entries({ data, origin, source })) {
            // A descriptor of this realm, whose prototype nobody has touched.
            Object.defineProperty(message, key, { value });
          }
          view.dispatchEvent(message);
        };
        say({ type: 'resize', payload: { height: 5 } });
        say({ type: 'ready', payload: {} });
        say({ type: 'bank-connect', payload: { accountIds: ['a'], bankLoginId: 'b' } });
        say({ type: 'bank-connect', payload: {} });
        say({ type: 'redirect', payload: {} });
        say({ type: 'EXIT' });
        say({ type: 'unknown' });
        widget.update({ theme: { primaryColor: '#abc' }, lang: 'en' });
        await widget.element.updateComplete;
        heard.push(library.parseRedirectCallback('https://a.b/?sessionId=1'));
        widget.setSession('t', 'v');
        await widget.element.updateComplete;
        heard.push(widget.element.shadowRoot?.querySelector('iframe')?.src);
        widget.destroy();
        return JSON.stringify(heard);
      };

      const nothing = () => undefined;
      const clean = await realm(nothing);
      const expected = await life(clean.view, clean.library);
      clean.frame.remove();
      const found: string[] = [];
      for (const names of groups) {
        for (const [kind, value] of Object.entries(values)) {
          const pollute = (prototype: object) => {
            for (const name of names) {
              Object.defineProperty(prototype, name, { value, configurable: true, writable: true });
            }
          };
          let done: string;
          try {
            const { frame, view, library } = await realm(when === 'before' ? pollute : nothing);
            if (when === 'after') pollute(view.Object.prototype);
            done = await life(view, library);
            frame.remove();
          } catch (error) {
            // An error that says what is wrong is a good answer, too.
            if ((error as Error).name === 'UbaError') continue;
            done = String(error);
          }
          if (done !== expected) found.push(`${names.join()} (${kind}): ${done.slice(0, 200)}`);
        }
      }
      return found;
    },
    { when, groups, values, origin },
  );
}

/** What the widget's own names change, but for those that others look up as well. */
async function surprises(stage: Stage, when: 'before' | 'after', all: readonly string[]) {
  const names = all.filter((name) => !Object.hasOwn(lookedUpByOthers, name));
  const groups: string[][] = [];
  while (names.length > 0) groups.push(names.splice(0, atOnce));
  await stage.visit();
  return effects(stage.page, when, groups, stage.uba.origin);
}

for (const when of ['before', 'after'] as const) {
  test(
    `what the code looks up is not found in Object.prototype: polluted ${when} the script`,
    threat(`\`Object.prototype\` polluted ${when} the script, every name that the code looks up`, {
      severity: 'high',
      answer: 'no effect',
    }),
    async ({ stage }) => {
      test.setTimeout(atOnce === 1 ? 600_000 : 120_000);
      const names = namesLookedUp();
      expect(names.length).toBeGreaterThan(150);
      expect(await surprises(stage, when, names)).toEqual([]);
    },
  );
}

for (const [names, what] of [
  [['message', 'payload', 'type', 'user'], 'a message that nobody posted'],
  [['rejection', 'kind', 'reason', 'height'], 'a verdict that nobody gave'],
  [['encode', 'decode', 'check', 'rule', 'strict'], 'the check of an option'],
  [['ready', 'features', 'source', 'view', 'iframe', 'origin'], 'what is known of a frame'],
  [['styles', 'properties', 'attribute', 'state', 'noAccessor', 'converter'], 'Lit’s declarations'],
  [['sessionId', 'userIdentifier', 'connectURL', 'sandboxMode', 'redirectURL'], 'a session'],
  [['backgroundColor', 'textColor', 'theme', 'colorScheme', 'lang'], 'a look'],
] as const) {
  test(
    `nothing in Object.prototype passes for ${what}`,
    threat(`\`Object.prototype\` polluted with ${what}`, { severity: 'high', answer: 'no effect' }),
    async ({ stage }) => {
      expect(await surprises(stage, 'before', names)).toEqual([]);
      expect(await surprises(stage, 'after', names)).toEqual([]);
    },
  );
}
