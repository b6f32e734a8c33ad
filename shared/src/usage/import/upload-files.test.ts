import { describe, expect, it } from 'vitest';
import courtsFile from '../../../../drizzle/reference/courts.json';
import { readUpload, rowRulesOf } from './fixtures/read-upload';
import { sampleFiles, sampleUses } from './fixtures/upload-files';

const rules = rowRulesOf(courtsFile.courts);

const instants = sampleUses.map(({ wall, offset }) => Date.parse(`${wall}${offset}`));

describe.each(sampleFiles)('$name', ({ bytes, byHand, numbered, ...written }) => {
  const read = readUpload(bytes, rules, byHand);

  it('is written as it is found to be', () => {
    expect({
      encoding: read.encoding,
      separator: read.separator,
      dateOrder: read.dateOrder,
      decimalMark: read.decimalMark,
      name: written.name,
    }).toEqual(written);
  });

  it('has every use, and nothing else', () => {
    expect(read.bad).toEqual([]);
    expect(read.uses.map(({ instant }) => instant)).toEqual(instants);
    expect(read.uses.map(({ chargeCents }) => chargeCents)).toEqual(sampleUses.map(({ cents }) => cents));
    expect(read.uses.map(({ kind }) => kind)).toEqual(sampleUses.map(({ kind }) => kind));
    expect(read.uses[0]?.description).toBe('Motion by García,\n"Roe" v. Doe; 5" exhibit');
    expect(read.uses[3]).toMatchObject({ correction: true });
  });

  it('tells the numbers of the uses where it has them', () => {
    const told = read.uses.map(({ transactionId }) => transactionId);
    expect(told).toEqual(sampleUses.map(({ transaction }) => (numbered ? transaction : null)));
  });
});

describe('the same uses from all files', () => {
  const [first, ...others] = sampleFiles.map(
    ({ bytes, byHand }) => readUpload(bytes, rules, byHand).identities,
  );

  it('are the same uses', () => {
    for (const identities of others) {
      expect(identities.map(({ byContent }) => byContent)).toEqual(first?.map(({ byContent }) => byContent));
    }
  });

  it('are as many as there are, though two were bought in one second and a credit has the number of its use', () => {
    const contents = new Set(first?.map(({ byContent }) => byContent));
    const transactions = new Set(first?.map(({ byTransaction }) => byTransaction));
    expect([contents.size, transactions.size]).toEqual([sampleUses.length, sampleUses.length]);
  });
});
