import { describe, expect, it } from 'vitest';
import { countsBy, schedules, time } from './fixtures/told';
import { firstFirm, firstPersonOf, lastFirm, madeUpFirm, mostPeople, orderOf } from './made-up-firm';
import { spanOf, storyOfFirm } from './stories';
import { usesOf } from './story/uses-of';

const people = 500;
const firm = madeUpFirm('seed', firstFirm, people);

describe('a firm that is made up', () => {
  it('is the same each time, and another with another number', () => {
    expect(madeUpFirm('seed', firstFirm, people)).toEqual(firm);
    expect(madeUpFirm('seed', firstFirm + 1, people).name).not.toBe(firm.name);
  });

  it('has as many people as were asked for, each of his own number, username and address', () => {
    expect(firm.people).toHaveLength(people);
    for (const key of ['number', 'username', 'email'] as const)
      expect(new Set(firm.people.map((person) => person[key])).size).toBe(people);
    expect(firm.people.every(({ username }) => /^[a-z]+(?:\.[a-z]+)?\.\d{7}$/.test(username))).toBe(true);
    expect(firm.people.flatMap(({ roles }) => roles)).toEqual([
      { role: 'FIRM_ADMINISTRATOR', firm: firstFirm },
    ]);
  });

  it('has numbers that no other has, in the space of seven digits', () => {
    expect(firstPersonOf(firstFirm + 1) - firstPersonOf(firstFirm)).toBe(mostPeople);
    expect(firstPersonOf(firstFirm)).toBeGreaterThan(lastFirm);
    expect(firstPersonOf(lastFirm) + mostPeople).toBeLessThan(10_000_000);
  });

  it('has people who come and who leave, none before he came', () => {
    const spans = firm.people.flatMap((person) =>
      (person.employments ?? []).map((one) => spanOf(person, one, time)),
    );
    expect(spans.every(({ from, to }) => to === null || from < to)).toBe(true);
    expect(spans.filter(({ to }) => to !== null).length).toBeGreaterThan(10);
    expect(firm.people.filter(({ employments }) => employments?.[0]?.from).length).toBeGreaterThan(10);
  });

  it('is told of with all its people and many matters', () => {
    const { story } = storyOfFirm('seed', orderOf(firm, 12_000), time);
    const uses = [...usesOf(story, schedules)];
    expect(uses).toHaveLength(12_000);
    expect(countsBy(uses, ({ loginId }) => loginId).size).toBeGreaterThan(people * 0.9);
    expect(countsBy(uses, ({ clientCode }) => clientCode).size).toBeGreaterThan(people);
  }, 30_000);

  it('may be of one person, who administers it', () => {
    const alone = madeUpFirm('seed', firstFirm, 1);
    const { story } = storyOfFirm('seed', orderOf(alone, 25), time);
    expect([...usesOf(story, schedules)]).toHaveLength(25);
  });
});
