/** A page of one version of React: rendered by its server, hydrated in the browser, typed by its types. */
import { execFile } from 'node:child_process';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { build } from 'vite';
import type { UbaOptions } from '@finodigital/uba-protocol';
import { install, pack } from '../fixtures/pack.mjs';
import type { Page } from '../fixtures/site.js';
import { packages, pagesIn } from './example-project.js';

const run = promisify(execFile);

/** One version, and what differs in it. */
export interface ReactVersion {
  readonly react: string;
  readonly types: string;
  /** Hydrates `page` in `place`. */
  readonly hydrate: string;
}

export const reactVersions: readonly ReactVersion[] = [
  ...[
    { react: '16.14.0', types: '16.14.70' },
    { react: '17.0.2', types: '17.0.93' },
  ].map((version) => ({
    ...version,
    hydrate: `import { hydrate } from 'react-dom';\nhydrate(page, place);`,
  })),
  ...[
    { react: '18.3.1', types: '18.3.32' },
    { react: '19.3.1', types: '19.3.3' },
  ].map((version) => ({
    ...version,
    hydrate: `import { hydrateRoot } from 'react-dom/client';\nhydrateRoot(place, page);`,
  })),
];

export class ReactProject {
  private constructor(private readonly folder: string) {}

  static async install({ react, types }: ReactVersion): Promise<ReactProject> {
    const folder = await mkdtemp(join(tmpdir(), `uba-react-${react}-`));
    await writeFile(join(folder, 'package.json'), '{ "type": "module", "private": true }');
    await install(folder, [
      ...(await pack(packages, folder)),
      `react@${react}`,
      `react-dom@${react}`,
      `@types/react@${types}`,
    ]);
    return new ReactProject(folder);
  }

  /** The compiler's complaints about test/types/react.tsx. */
  async complaints(): Promise<string> {
    await cp('test/types/react.tsx', join(this.folder, 'types.tsx'));
    const strict = ['--strict', '--exactOptionalPropertyTypes', '--noUncheckedIndexedAccess'];
    const modules = ['--module', 'esnext', '--moduleResolution', 'bundler', '--jsx', 'react-jsx'];
    const tsc = join(process.cwd(), 'node_modules/.bin/tsc');
    const all = [...strict, ...modules, '--target', 'es2022', '--types', 'react', '--noEmit'];
    const { stdout } = await run(tsc, [...all, '--ignoreConfig', 'types.tsx'], {
      cwd: this.folder,
    }).catch((error: unknown) => error as { readonly stdout: string });
    return stdout;
  }

  /** The HTML that React's server makes of the widget in Node, by `import`. */
  async html(options: UbaOptions): Promise<string> {
    await writeFile(join(this.folder, 'page.mjs'), pageModule(options));
    // Node finds `react-dom/server` of the older versions by `require` alone.
    const code = `import { createRequire } from 'node:module';
import page from './page.mjs';
const { renderToString } = createRequire(process.cwd() + '/')('react-dom/server');
console.log(renderToString(page));`;
    const node = ['--input-type=module', '-e', code];
    return (await run(process.execPath, node, { cwd: this.folder })).stdout.trim();
  }

  /** A site with a page that `html` has made, hydrated by a development build, which warns. */
  async pages(html: string, { hydrate }: ReactVersion): Promise<Record<string, Page>> {
    const index = `<!doctype html><html lang="en"><title>Shop</title><div id="place">${html}</div>
<script type="module" src="./main.mjs"></script></html>`;
    await writeFile(join(this.folder, 'index.html'), index);
    await writeFile(
      join(this.folder, 'main.mjs'),
      `import page from './page.mjs';
const place = document.getElementById('place');
${hydrate}`,
    );
    await build({
      root: this.folder,
      configFile: false,
      logLevel: 'error',
      define: { 'process.env.NODE_ENV': '"development"' },
      build: { minify: false },
    });
    return pagesIn(join(this.folder, 'dist'));
  }

  remove(): Promise<void> {
    return rm(this.folder, { recursive: true, force: true });
  }
}

const pageModule = (options: UbaOptions) => `import React from 'react';
import { FinoUba } from '@finodigital/uba-react';

const widget = React.createElement(FinoUba, {
  ...${JSON.stringify(options)},
  id: 'bank',
  className: 'wide',
  hidden: false,
  'aria-busy': false,
  onBankConnect: ({ detail }) => console.log('Connected:', detail.payload.accountIds),
  children: React.createElement('p', { slot: 'loading' }, 'A moment …'),
});

export default React.createElement(React.StrictMode, null, widget);
`;
