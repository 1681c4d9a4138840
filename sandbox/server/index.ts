/** Starts the sandbox from a program: a global set-up of tests, say. */
export { startSandbox, type RunningSandbox, type SandboxOptions } from './server.js';
