import { defineConfig } from 'vitest/config';

/** type-graphql takes graphql's CommonJS copy; a test must take the same one, or instanceof fails. */
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

export default defineConfig({
  resolve,
  test: {
    globalSetup: ['tests/support/cluster.ts'],
    maxWorkers: 2,
    projects: [
      {
        resolve,
        test: {
          name: 'rules',
          include: [
            'shared/src/**/*.test.ts',
            'server/src/**/*.test.ts',
            'client/**/*.spec.{ts,tsx}',
            'client/**/*.test.{ts,tsx}',
          ],
        },
      },
      {
        resolve,
        test: {
          name: 'server',
          include: ['tests/{api,access,database,faults,start}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
