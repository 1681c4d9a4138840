'use client';

/** `<fino-uba>` as a component of React 16.8 to 19; in a browser, importing this registers the element. */
import { sayOnce } from '@finodigital/uba-host/internal';
import { optionNames, type UbaOptions } from '@finodigital/uba-protocol';
import { own } from '@finodigital/uba-protocol/internal';
import '@finodigital/uba-widget';
import type { FinoUba as FinoUbaElement } from '@finodigital/uba-widget';
// The default export, since Node finds no other in the CommonJS of older versions.
import React, {
  type AriaAttributes,
  type ForwardRefExoticComponent,
  type HTMLAttributes,
  type ReactNode,
  type RefAttributes,
} from 'react';
import { eventTypes, handlerName, type UbaHandlers } from './handlers.js';

export type { FinoUbaElement, UbaHandlers, UbaOptions };
export type { FinoUbaEventMap, UbaError, UbaStatus } from '@finodigital/uba-widget';

/**
 * What is passed on to the element, besides `aria-*` and `data-*`. On custom elements, React before 19
 * knows no `className`; and since then it writes “undefined” where an `id` is gone, but not an `ID`.
 */
const attributeNames = { className: 'class', hidden: 'hidden', id: 'ID', style: 'style' } as const;

/** What is not passed on. */
const propNames: readonly string[] = /* @__PURE__ */ [
  'children',
  ...optionNames,
  .../* @__PURE__ */ eventTypes.map(handlerName),
];

/** What `<FinoUba>` takes: the options, a handler for each event, and what makes it part of a page. */
export interface FinoUbaProps
  extends
    UbaOptions,
    UbaHandlers,
    AriaAttributes,
    Pick<HTMLAttributes<FinoUbaElement>, keyof typeof attributeNames> {
  /** What replaces the widget's own views: elements with a `slot`. They are rendered in browsers only. */
  children?: ReactNode;
  [data: `data-${string}`]: unknown;
}

/**
 * The widget. What reaches the server's HTML is its room, 640 px high, and never an option: the session
 * gets to the element by properties, once it is in a page.
 *
 * A change of a handler costs nothing; a change of an option does what it does on the element. A handler
 * hears its own element for as long as that is in the page, also while a boundary hides it. `ref` is given
 * the element, for `reload()`, `postMessage()`, `ready` and `status`.
 *
 * @example
 * <FinoUba
 *   sessionId={sessionId}
 *   userIdentifier={userIdentifier}
 *   onBankConnect={({ detail }) => save(detail.payload.accountIds)}
 * />
 */
export const FinoUba: ForwardRefExoticComponent<FinoUbaProps & RefAttributes<FinoUbaElement>> =
  /* @__PURE__ */ React.forwardRef<FinoUbaElement, FinoUbaProps>(function FinoUba(props, ref) {
    const element = React.useRef<FinoUbaElement>(null);
    /** What the element has. */
    const given = React.useRef<FinoUbaProps>({});
    const [isMounted, setMounted] = React.useState(false);
    const [hear] = React.useState(() => (event: Event) => {
      const node = event.currentTarget as Node;
      // Not what bubbles up from a widget inside it, and no last word to a page that has taken it out.
      if (event.target !== node || !node.isConnected) return;
      own(given.current, handlerName(event.type))?.(event as never);
    });

    React.useImperativeHandle(ref, () => element.current as FinoUbaElement, []);

    // In effects, since React sets no properties where it hydrates; and before the page's own, which may
    // add listeners, while the frame begins to load after them.
    React.useEffect(() => {
      // The same listener a second time, as under StrictMode, is none.
      for (const type of eventTypes) element.current?.addEventListener(type, hear);
      setMounted(true);
    }, []);

    React.useEffect(() => {
      const node = element.current;
      const before = given.current;
      given.current = props;
      for (const name of optionNames) {
        const value = own(props, name);
        if (node && value !== own(before, name)) node[name] = value as never;
      }
    });

    return React.createElement(
      'fino-uba',
      { ...attributesOf(props), ref: element },
      isMounted
        ? props.children
        : // The room that the element will take, without CSS; once it is defined, it shows no such child.
          React.createElement('svg', {
            width: '100%',
            height: 640,
            display: 'block',
            'aria-hidden': true,
          }),
    );
  });

/** What React writes as attributes, the same in each of its versions. */
function attributesOf(props: FinoUbaProps): Record<string, unknown> {
  const attributes: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props) as [string, unknown][]) {
    const attribute = own<Readonly<Record<string, string | undefined>>, string>(
      attributeNames,
      name,
    );
    // Before 19 it writes `false` as text, and since then `true` as nothing.
    if (attribute) attributes[attribute] = value === false ? undefined : value;
    else if (/^(aria|data)-/.test(name)) {
      attributes[name] = typeof value === 'boolean' ? `${value}` : value;
    } else if (!propNames.includes(name)) {
      sayOnce(`${name} is no prop of <FinoUba>, and is left out.`);
    }
  }
  return attributes;
}
