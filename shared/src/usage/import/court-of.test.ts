import { describe, expect, it } from 'vitest';
import courtsFile from '../../../../drizzle/reference/courts.json';
import { courtFinder, type NamedCourt } from './court-of';

const courts: readonly NamedCourt[] = courtsFile.courts;
const find = courtFinder(courts);

describe('courtFinder', () => {
  it.each([
    ['mowd', 'mowd'],
    ['MOWD', 'mowd'],
    [' mowd ', 'mowd'],
    ['MOWDC', 'mowd'],
    ['MOWDCE', 'mowd'],
    ['MOWBK', 'mowb'],
    ['08CA', 'ca8'],
    ['8CA', 'ca8'],
    ['ca8', 'ca8'],
    ['Missouri Western District Court', 'mowd'],
    ['missouri western bankruptcy  court', 'mowb'],
    ['W.D. Mo.', 'mowd'],
    ['Bankr. W.D. Mo.', 'mowb'],
    ['8th Cir.', 'ca8'],
    ['U.S. Court of Appeals, Eighth Circuit', 'ca8'],
    ['Court of Appeals, Eighth Circuit', 'ca8'],
    ['United States Court of Appeals for the Fourth Circuit', 'ca4'],
    ['ecf.mowd.uscourts.gov', 'mowd'],
    ['https://ecf.mowb.uscourts.gov/cgi-bin/DktRpt.pl?12345', 'mowb'],
    ['https://ecf.azb.uscourts.gov', 'azb'],
    ['U.S. District Court, Western District of New York', 'nywd'],
    ['USFCC', 'cofc'],
  ])('%j is %s', (text, courtId) => expect(find(text)).toEqual({ ok: true, courtId }));

  it.each([
    'PCL',
    '00PCL',
    '00idx',
    'PACER Case Locator',
    'https://pcl.uscourts.gov/pcl/',
    'PSC',
    'PACER Service Center',
  ])('%j is no court', (text) => expect(find(text)).toEqual({ ok: true, courtId: null }));

  it.each([
    ['Western District of Missouri', ['mowb', 'mowd']],
    ['Tenth Circuit Court of Appeals', ['bap10', 'ca10']],
    ['District Court of Guam', ['gub', 'gud']],
  ])('%j may be several', (text, courtIds) =>
    expect(find(text)).toEqual({ ok: false, code: 'AMBIGUOUS_COURT', courtIds }),
  );

  it.each([
    // One court alone is listed so, yet there is another in the district.
    'District of Alaska',
    'U.S. District Court',
    'Live Database',
    'Missouri',
    'mow',
    'pacer.login.uscourts.gov',
    'ecf.mowd.uscourts.gov.example.com',
    'mowd.example.com',
    'xxxx',
    '',
    '   ',
    'x'.repeat(5000),
    'constructor',
    '__proto__',
  ])('%j is not known', (text) => expect(find(text)).toEqual({ ok: false, code: 'UNKNOWN_COURT' }));

  it('knows every court by its id, code, title, citation and address', () => {
    for (const { id, lookupId, title, citation } of courts) {
      for (const text of [id, lookupId, `${lookupId}E`, title, citation ?? id, `ecf.${id}.uscourts.gov`]) {
        expect([text, find(text)]).toEqual([text, { ok: true, courtId: id }]);
      }
    }
  });

  it('decides for no court where two have the same code, but an id is always its court’s', () => {
    const court = (id: string, lookupId: string) => ({ id, lookupId, title: id, name: id, citation: null });
    const own = courtFinder([court('abc', 'XYZ'), court('abd', 'XYZ'), court('xyze', 'QQ')]);
    expect(own('XYZ')).toEqual({ ok: false, code: 'AMBIGUOUS_COURT', courtIds: ['abc', 'abd'] });
    expect(own('XYZE')).toEqual({ ok: true, courtId: 'xyze' });
  });
});
