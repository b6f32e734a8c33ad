import { readConfiguration } from '@countersign/server/platform/configuration';
import { StartFault } from '@countersign/server/platform/fault';
import { type OpenSite, openSite } from '@countersign/server/platform/open-site';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { plainSql } from '../support/sql';
import { cloneDatabase, type TestDatabase } from '../support/test-database';

let empty: TestDatabase;
beforeEach(async () => {
  empty = await cloneDatabase('template0');
});
afterEach(() => empty.drop());

/** Opens the site on the database with a zone, or with none set. */
const opened = (zone?: string): Promise<OpenSite> =>
  openSite(
    readConfiguration({
      LOG_LEVEL: 'silent',
      DATABASE_URL: empty.applicationUrl,
      DATABASE_OWNER_URL: empty.ownerUrl,
      ...(zone ? { SERVICE_CENTER_ZONE: zone } : {}),
    }),
    { join: false },
  );
const zoneOf = async (opening: Promise<OpenSite>) => {
  const site = await opening;
  await site.close();
  return site.serviceCenter.zone;
};

describe('the service center’s zone', () => {
  test('is America/Chicago where none is set', async () => {
    expect(await zoneOf(opened())).toBe('America/Chicago');
  });

  test('is fixed at the first start, and taken from there where none is set', async () => {
    expect(await zoneOf(opened('America/New_York'))).toBe('America/New_York');
    expect(await zoneOf(opened())).toBe('America/New_York');
    expect(await zoneOf(opened('America/New_York'))).toBe('America/New_York');
  });

  test('that is another than the fixed one is refused with a sentence, and nothing stays open', async () => {
    await zoneOf(opened('America/New_York'));
    const refusal = await opened('America/Denver').catch((cause: unknown) => cause);
    expect(refusal).toBeInstanceOf(StartFault);
    expect((refusal as StartFault).message).toBe(
      'The days of this database are counted in America/New_York since its first start, and SERVICE_CENTER_ZONE=America/Denver would shift them: set it to America/New_York or leave it out.',
    );
    const superuser = plainSql(empty.superuserUrl);
    const open = () =>
      superuser`select 1 from pg_stat_activity where datname = ${empty.name} and pid <> pg_backend_pid()`;
    await expect.poll(open).toEqual([]);
    await superuser.end();
  });

  test('is one and the same for processes that start at the same time', async () => {
    await zoneOf(opened()); // Migrated, as by a command before the first start.
    const superuser = plainSql(empty.superuserUrl);
    await superuser`truncate service_center`;
    const outcomes = await Promise.allSettled(
      ['America/Denver', 'America/Phoenix', undefined].map((zone) => zoneOf(opened(zone))),
    );
    const [row] = await superuser`select zone from service_center`;
    await superuser.end();
    const zones = outcomes.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []));
    expect(new Set(zones)).toEqual(new Set([row?.zone]));
  });

  test.each(['Chicago/America', '+05:00', 'CST6', '9'])('%s is no zone: the setting is refused', (zone) => {
    expect(() => readConfiguration({ SERVICE_CENTER_ZONE: zone })).toThrow(
      `The setting SERVICE_CENTER_ZONE=${zone} cannot be used: must be an IANA zone such as America/Chicago.`,
    );
  });
});
