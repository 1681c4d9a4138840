/** For listing these tests, which takes neither a browser nor a server. They run by the root's file. */
import { defineConfig } from '@playwright/test';

export default defineConfig({ testDir: '.' });
