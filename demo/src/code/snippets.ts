/**
 * The code that sets up the widget with given options, for each way to use it. Every snippet is
 * complete: pasted where its file name says, in a project of the framework's own starter, it runs.
 * The examples in demo/frameworks hold these very snippets, and a test builds them.
 */
import { optionNames, optionTable, type UbaOptions } from '@finodigital/uba-protocol';
import { attribute, indent, literal } from './source-text.js';

export interface Snippet {
  readonly id: string;
  /** The name on the tab. */
  readonly title: string;
  /** Where it goes. */
  readonly file: string;
  readonly code: string;
  /** What it imports from beside it. */
  readonly beside?: Pick<Snippet, 'file' | 'code'>;
}

/** @param bundle where the page finds the widget's browser bundle */
export function widgetSnippets(options: UbaOptions, bundle: string): readonly Snippet[] {
  const settings = literal(settingsOf(options));
  const element = htmlElement(options);
  return [
    { id: 'html', title: 'HTML', file: 'index.html', code: html(element) },
    { id: 'js', title: 'Programmatic', file: 'src/main.ts', code: programmatic(settings) },
    { id: 'react', title: 'React', file: 'src/App.tsx', code: react(settings) },
    {
      id: 'next',
      title: 'Next.js',
      file: 'app/page.tsx',
      code: nextPage(settings),
      beside: { file: 'app/connect-bank.tsx', code: nextComponent },
    },
    { id: 'vue', title: 'Vue', file: 'src/App.vue', code: vue(settings) },
    { id: 'svelte', title: 'Svelte', file: 'src/App.svelte', code: svelte(options, settings) },
    { id: 'angular', title: 'Angular', file: 'src/app/app.ts', code: angular(options, settings) },
    { id: 'script', title: 'Script tag', file: 'page.html', code: script(element, bundle) },
  ];
}

/** The options that are set, in the table's order; a flag that is false says nothing. */
function settingsOf(options: UbaOptions): UbaOptions {
  const set = optionNames.filter((name) => options[name] !== undefined && options[name] !== false);
  return Object.fromEntries(set.map((name) => [name, options[name]]));
}

function htmlElement(options: UbaOptions): string {
  const attributes = Object.entries(settingsOf(options)).map(([name, value]) =>
    attribute(optionTable[name as keyof UbaOptions].attribute, value),
  );
  return `<fino-uba\n${indent(attributes.join('\n'))}\n></fino-uba>`;
}

const html = (element: string) => `${element}

<script type="module">
  import '@finodigital/uba-widget';

  document.querySelector('fino-uba').addEventListener('bank-connect', ({ detail }) => {
    console.log('Connected:', detail.payload.accountIds);
  });
</script>
`;

const programmatic = (
  settings: string,
) => `import { createUbaWidget } from '@finodigital/uba-widget';

const widget = createUbaWidget(${settings});

widget.on('bank-connect', ({ payload }) => {
  console.log('Connected:', payload.accountIds);
});

document.body.append(widget.element);
`;

const react = (
  settings: string,
) => `// The same code in React 16.14 to 19; older ones need React imported as well.
import { FinoUba, type FinoUbaEventMap, type UbaOptions } from '@finodigital/uba-react';

const options: UbaOptions = ${settings};

function onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
  console.log('Connected:', detail.payload.accountIds);
}

export default function App() {
  return <FinoUba {...options} onBankConnect={onConnect} />;
}
`;

const nextPage = (settings: string) => `import { Suspense } from 'react';
import type { UbaOptions } from '@finodigital/uba-react';
import { connection } from 'next/server';
import ConnectBank from './connect-bank';

// Runs on the server, for each visit: ask your back end for a session here.
async function createSession(): Promise<UbaOptions> {
  await connection();
  return ${indent(settings).trimStart()};
}

async function NewSession() {
  return <ConnectBank {...await createSession()} />;
}

export default function Page() {
  return (
    <main>
      {/* Whoever waits for the session sees the widget's room. */}
      <Suspense fallback={<div style={{ height: 640 }} />}>
        <NewSession />
      </Suspense>
    </main>
  );
}
`;

const nextComponent = `'use client';

import { FinoUba, type FinoUbaEventMap, type UbaOptions } from '@finodigital/uba-react';

// No server can pass a function to a browser: so the handlers stand in a client component.
function onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
  console.log('Connected:', detail.payload.accountIds);
}

export default function ConnectBank(options: UbaOptions) {
  return <FinoUba {...options} onBankConnect={onConnect} />;
}
`;

const vue = (settings: string) => `<script setup lang="ts">
import type { FinoUbaEventMap, UbaOptions } from '@finodigital/uba-widget';
import '@finodigital/uba-widget/vue';

const options: UbaOptions = ${settings};

function onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
  console.log('Connected:', detail.payload.accountIds);
}
</script>

<template>
  <!-- In vite.config: compilerOptions.isCustomElement = (tag) => tag === 'fino-uba' -->
  <fino-uba v-bind="options" @bank-connect="onConnect" />
</template>
`;

function svelte(options: UbaOptions, settings: string): string {
  const bindings = Object.keys(settingsOf(options)).map((name) => `${name}={options.${name}}`);
  return `<script lang="ts">
  import type { FinoUbaEventMap, UbaOptions } from '@finodigital/uba-widget';
  import '@finodigital/uba-widget/svelte';

  const options: UbaOptions = ${indent(settings).trimStart()};

  function onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
    console.log('Connected:', detail.payload.accountIds);
  }
</script>

<!-- One by one: {...options} would write their names in lower case. -->
<fino-uba
${indent(bindings.join('\n'))}
  onbank-connect={onConnect}
></fino-uba>
`;
}

function angular(options: UbaOptions, settings: string): string {
  const bindings = Object.keys(settingsOf(options)).map((name) => `[${name}]="options.${name}"`);
  return `import { Component, CUSTOM_ELEMENTS_SCHEMA } from '@angular/core';
import type { FinoUbaEventMap, UbaOptions } from '@finodigital/uba-widget';
import '@finodigital/uba-widget';

@Component({
  selector: 'app-root',
  schemas: [CUSTOM_ELEMENTS_SCHEMA],
  template: \`
    <fino-uba
${indent(bindings.join('\n'), 6)}
      (bank-connect)="onConnect($event)"
    ></fino-uba>
  \`,
})
export class App {
  readonly options: UbaOptions = ${indent(settings).trimStart()};

  onConnect({ detail }: FinoUbaEventMap['bank-connect']) {
    console.log('Connected:', detail.payload.accountIds);
  }
}
`;
}

const script = (element: string, bundle: string) => `<!doctype html>
<script type="module" src="${bundle}"></script>

${element}

<script>
  document.querySelector('fino-uba').addEventListener('bank-connect', ({ detail }) => {
    console.log('Connected:', detail.payload.accountIds);
  });
</script>
`;
