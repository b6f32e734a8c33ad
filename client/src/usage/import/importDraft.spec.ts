import { describe, expect, it } from 'vitest';
import { draftOf, isSame, mapInputOf, withColumn, withKind } from './importDraft';

const before = draftOf({
  columns: [
    { column: 'DATE', header: 'Wann' },
    { column: 'CHARGE', header: 'Betrag' },
  ],
  dateOrder: 'DMY',
  decimalMark: null,
  kindWords: [{ text: 'Blatt', kind: 'DOCUMENT' }],
});

describe('a draft of how a file is read', () => {
  it('reads a column from one header alone', () => {
    const draft = withColumn(before, 'Summe', 'CHARGE');
    expect([...draft.columns]).toEqual([
      ['Wann', 'DATE'],
      ['Summe', 'CHARGE'],
    ]);
  });

  it('leaves the other columns alone when one is not read any more', () => {
    expect([...withColumn(before, 'Wann', null).columns]).toEqual([['Betrag', 'CHARGE']]);
  });

  it('is the same when it was changed and changed back', () => {
    const changed = withKind(withColumn(before, 'Wann', 'INSTANT'), 'Ton', 'AUDIO');
    expect(isSame(changed, before)).toBe(false);
    expect(isSame(withKind(withColumn(changed, 'Wann', 'DATE'), 'Ton', null), before)).toBe(true);
    expect(isSame({ ...before, decimalMark: 'COMMA' }, before)).toBe(false);
  });

  it('is sent with all columns and words, and with orders only where they were changed', () => {
    expect(mapInputOf('id', 3, before, before)).toEqual({
      import: 'id',
      expectedVersion: 3,
      columns: [
        { header: 'Wann', column: 'DATE' },
        { header: 'Betrag', column: 'CHARGE' },
      ],
      kindWords: [{ text: 'Blatt', kind: 'DOCUMENT' }],
    });
    expect(mapInputOf('id', 3, { ...before, dateOrder: 'MDY' }, before)).toMatchObject({ dateOrder: 'MDY' });
  });
});
