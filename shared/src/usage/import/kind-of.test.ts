import { describe, expect, it } from 'vitest';
import { type UseFormat, type UseKind, useFormats, useKindLabels, useKinds } from '../use';
import { formatOf, kindFinder, kindOf } from './kind-of';

describe('kindOf', () => {
  it.each<[string, UseKind]>([
    ['Document', 'DOCUMENT'],
    ['PDF Document', 'DOCUMENT'],
    ['Image4-0', 'DOCUMENT'],
    ['IMAGE12-3', 'DOCUMENT'],
    ['Docket Report', 'DOCKET_REPORT'],
    ['DOCKET SHEET', 'DOCKET_REPORT'],
    ['Docket Report 4:24-cv-00123', 'DOCKET_REPORT'],
    ['History/Documents', 'DOCKET_REPORT'],
    ['Case Summary', 'CASE_REPORT'],
    ['Claims Register 24-40123', 'CASE_REPORT'],
    ['Creditor List', 'CASE_REPORT'],
    ['Attorney List', 'CASE_REPORT'],
    ['Search', 'SEARCH'],
    ['All Court Types Party Search', 'SEARCH'],
    ['Bankruptcy Case Search', 'SEARCH'],
    ['Transcript', 'TRANSCRIPT'],
    ['Audio File', 'AUDIO'],
    ['Opinion', 'OPINION'],
    ['Written Opinions Report', 'NON_CASE_REPORT'],
    ['Docket Activity Report', 'NON_CASE_REPORT'],
    ['Cases Filed', 'NON_CASE_REPORT'],
    ['Search by PSC', 'SERVICE_CENTER_SEARCH'],
    ['PSC copies', 'SERVICE_CENTER_COPY'],
    ['Returned check', 'RETURNED_PAYMENT'],
  ])('%j is %s', (text, kind) => expect(kindOf(text)).toBe(kind));

  it('knows each kind by its own name and its label', () => {
    for (const kind of useKinds) {
      expect([kindOf(kind), kindOf(useKindLabels[kind])]).toEqual([kind, kind]);
    }
  });

  it.each([
    'Search warrant returned executed',
    'Transcript of proceedings held on May 1',
    'Opinion and order 12',
    'Motion to dismiss',
    'Reply 4',
    '4',
    '',
    'document '.repeat(200),
    'constructor',
  ])('%j is not known, and not guessed', (text) => expect(kindOf(text)).toBeNull());
});

describe('kindFinder', () => {
  const find = kindFinder({ 'Dkt Rpt': 'DOCKET_REPORT', Search: 'NON_CASE_REPORT' });
  it('takes a firm’s own words first', () => {
    expect(find('DKT. RPT.')).toBe('DOCKET_REPORT');
    expect(find('search')).toBe('NON_CASE_REPORT');
    expect(find('Document')).toBe('DOCUMENT');
    expect(find('Dkt')).toBeNull();
  });
});

describe('formatOf', () => {
  it.each<[string, UseFormat | null]>([
    ['PDF', 'PDF'],
    ['application/pdf', 'PDF'],
    ['html', 'HTML'],
    ['text/html', 'HTML'],
    ['MP3', 'AUDIO'],
    ['Paper copy', 'PAPER'],
    ['docx', null],
    ['', null],
  ])('%j: %s', (text, format) => expect(formatOf(text)).toBe(format));

  it('knows each format by its own name', () => {
    for (const format of useFormats) expect(formatOf(format)).toBe(format);
  });
});
