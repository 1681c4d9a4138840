/** How to reach WebKit's driver, and what to ask of it. */
export const driverPort = 4455;

export const miniBrowser = '/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser';

export const webkit = {
  hostname: '127.0.0.1',
  port: driverPort,
  logLevel: /** @type {const} */ ('error'),
  capabilities: {
    browserName: 'MiniBrowser',
    'webkitgtk:browserOptions': { binary: miniBrowser, args: ['--automation'] },
    'wdio:enforceWebDriverClassic': true,
  },
};
