import type { NextConfig } from 'next';

// The last two as create-next-app sets them.
const config: NextConfig = {
  reactStrictMode: true,
  cacheComponents: true,
  partialPrefetching: true,
};

export default config;
