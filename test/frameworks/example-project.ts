/** An example of demo/frameworks in a folder of its own, with the packed packages. */
import { execFile, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { basename, extname, join } from 'node:path';
import { install, pack } from '../fixtures/pack.mjs';
import { openSite, type Page } from '../fixtures/site.js';

/** What a build said, and whether it went through. */
export interface Build {
  readonly succeeds: boolean;
  readonly output: string;
}

/** What an example installs, in the order of their need. */
export const packages = ['protocol', 'host', 'widget', 'react'].map((name) => `packages/${name}`);

export class ExampleProject {
  private server: ChildProcess | undefined;

  private constructor(private readonly folder: string) {}

  /** Copies and installs the example; `remove` takes it away again. */
  static async install(name: string): Promise<ExampleProject> {
    const folder = await mkdtemp(join(tmpdir(), `uba-example-${name}-`));
    await cp(join('demo/frameworks', name), folder, {
      recursive: true,
      filter: (path) => !['node_modules', 'dist', '.angular', '.next'].includes(basename(path)),
    });
    await install(folder, await pack(packages, folder));
    return new ExampleProject(folder);
  }

  write(file: string, code: string): Promise<void> {
    return writeFile(join(this.folder, file), code);
  }

  /** Type-checks and builds by the example's own script. */
  build(mode: 'production' | 'development' = 'production'): Promise<Build> {
    return this.run('build', mode);
  }

  /** Runs one of the example's own scripts. */
  run(script: string, mode = 'production'): Promise<Build> {
    const env = {
      ...process.env,
      NODE_ENV: mode,
      NO_COLOR: '1',
      FORCE_COLOR: undefined,
      NEXT_TELEMETRY_DISABLED: '1',
    };
    return new Promise((resolve) => {
      execFile('npm', ['run', script], { cwd: this.folder, env }, (error, stdout, stderr) => {
        resolve({ succeeds: error === null, output: stdout + stderr });
      });
    });
  }

  /** What the build wrote, to be served. */
  pages(dist: string): Record<string, Page> {
    return pagesIn(join(this.folder, dist));
  }

  /**
   * Serves the project by its framework's own server, in place of the one before.
   *
   * @returns its origin
   */
  async serve(tool: 'next' | 'vite', command: 'start' | 'dev'): Promise<string> {
    await this.stop();
    const site = await openSite();
    const { origin } = site;
    // Its port is free then, and nobody else takes it meanwhile.
    await site.close();
    const { port } = new URL(origin);
    const args = {
      next: ['--hostname', 'localhost'],
      vite: ['--host', 'localhost', '--strictPort'],
    };
    const script = join(this.folder, 'node_modules/.bin', tool);
    // Of a group of its own, with what it starts.
    this.server = spawn(process.execPath, [script, command, ...args[tool], '--port', port], {
      cwd: this.folder,
      detached: true,
      env: { ...process.env, NODE_ENV: undefined, NEXT_TELEMETRY_DISABLED: '1' },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const { server } = this;
    let said = '';
    await new Promise<void>((resolve, reject) => {
      server.stdout?.on('data', (chunk: Buffer) => {
        said += chunk.toString();
        if (/ready in/i.test(said)) resolve();
      });
      server.once('exit', () => reject(new Error(`${tool} ended: ${said}`)));
    });
    return origin;
  }

  private async stop(): Promise<void> {
    const { server } = this;
    this.server = undefined;
    if (!server?.pid || server.exitCode !== null) return;
    const ended = once(server, 'exit');
    process.kill(-server.pid);
    await ended;
  }

  async remove(): Promise<void> {
    await this.stop();
    await rm(this.folder, { recursive: true, force: true });
  }
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.svg': 'image/svg+xml',
};

/** The files of a folder by their paths, each index.html by its folder's too. */
export function pagesIn(folder: string): Record<string, Page> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
  return Object.fromEntries(
    files.flatMap((file) => {
      const path = file.slice(folder.length);
      const page: Page = (_request, response) => {
        const type = types[extname(file)] ?? 'application/octet-stream';
        response.writeHead(200, { 'Content-Type': type }).end(readFileSync(file));
      };
      const index = path.endsWith('/index.html')
        ? [[path.slice(0, -'index.html'.length), page]]
        : [];
      return [[path, page], ...index] as [string, Page][];
    }),
  );
}
