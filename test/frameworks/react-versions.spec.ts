/** The component in each React that it is for: rendered by a server, hydrated, and typed. */
import { expect } from '@playwright/test';
import { connect, frames, lineOf, options, test } from './bank.js';
import { ReactProject, reactVersions } from './react-project.js';

for (const version of reactVersions) {
  test.describe(`React ${version.react}`, () => {
    let project: ReactProject;

    test.beforeAll(async () => {
      project = await ReactProject.install(version);
    });

    test.afterAll(() => project.remove());

    test('takes what must compile, and nothing that must not', async () => {
      expect(await project.complaints()).toBe('');
    });

    test('connects a bank after the first hydration, with one request', async ({
      page,
      site,
      sandbox,
      console,
      heard,
    }) => {
      const html = await project.html({ ...options, origin: sandbox.origin });
      expect(html).toMatch(
        /^<fino-uba ID="bank" class="wide" aria-busy="false"><svg [^>]*><\/svg><\/fino-uba>$/,
      );
      const { origin } = await site(await project.pages(html, version));
      await page.goto(origin);
      await connect(page);
      await expect.poll(() => heard.map(({ type }) => type)).toContain('bank-connect');
      expect(console.filter((line) => !line.includes('React DevTools'))).toEqual([lineOf(heard)]);
      expect(frames(sandbox)).toEqual([options]);
    });
  });
}
