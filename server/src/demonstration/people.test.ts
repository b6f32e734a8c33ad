import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { projectRoot } from '../platform/project-root';
import { time } from './fixtures/told';
import { demonstrationPassword, demonstrationPeople } from './people';
import { everyone, storiesOf } from './stories';

describe('the people of the demonstration', () => {
  it('are listed in the README with the words that the start has for them', () => {
    const readme = readFileSync(join(projectRoot, 'README.md'), 'utf8');
    const rows = [...readme.matchAll(/^\| `([a-z]+\.[a-z]+)` +\| (.*?) +\|$/gm)].map(([, ...cells]) => cells);
    expect(rows).toEqual(demonstrationPeople.map(({ username, shows }) => [username, shows]));
    expect(readme).toContain(`\`${demonstrationPassword}\``);
  });

  it('are of every kind that the site knows', () => {
    const roles = demonstrationPeople.flatMap((person) => person.roles);
    expect(roles).toEqual(
      expect.arrayContaining([
        { role: 'OPERATOR' },
        { role: 'FIRM_ADMINISTRATOR', firm: 1000001 },
        { role: 'FIRM_ADMINISTRATOR', firm: 1000002 },
        { role: 'CLERK', court: 'mowd' },
        { role: 'CLERK', court: 'mowb' },
      ]),
    );
    expect(new Set(everyone.map(({ userType }) => userType))).toEqual(
      new Set(['INDIVIDUAL', 'FEDERAL_GOVERNMENT', 'CJA']),
    );
    expect(everyone.filter(({ upgraded }) => !upgraded).map(({ username }) => username)).toEqual([
      'legacy.demo',
    ]);
    const practices = new Set(everyone.flatMap(({ work }) => work?.practice ?? []));
    expect([...practices]).toEqual(
      expect.arrayContaining(['FILING_AGENT', 'TRUSTEE', 'GOVERNMENT', 'CRIMINAL']),
    );
  });

  it('pay for themselves where no firm does, or for the time between two firms', () => {
    const paying = storiesOf(time, 1000).flatMap(({ account }) => account ?? []);
    const theirOwn = everyone.filter(
      ({ work, employments }) => work && (!employments || employments.length > 1),
    );
    expect(new Set(paying)).toEqual(new Set(theirOwn.map(({ number }) => number)));
  });
});
