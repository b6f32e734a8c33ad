import { defineConfig } from 'vitest/config';

/** type-graphql takes graphql's CommonJS copy; a test must take the same one, or instanceof fails. */
const resolve = { alias: [{ find: /^graphql$/, replacement: 'graphql/index.js' }] };

/** What a test waits for comes in milliseconds; on a busy machine it may take seconds. */
const poll = { expect: { poll: { timeout: 15_000 } } };

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
          ...poll,
          include: ['tests/{api,access,database,faults,start}/**/*.test.ts'],
          testTimeout: 30_000,
          hookTimeout: 60_000,
        },
      },
      {
        resolve,
        test: {
          name: 'journeys',
          ...poll,
          include: ['tests/journeys/**/*.test.ts'],
          testTimeout: 90_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
