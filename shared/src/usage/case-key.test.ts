import { expect, it } from 'vitest';
import { caseKey } from './case-key';

it.each([
  ['4:24-cv-00123-HFS', '4:24-cv-00123-hfs'],
  [' 4:24-CV-00123  HFS ', '4:24-cv-00123hfs'],
  ['24\u00a041234', '2441234'],
])('%s', (given, key) => expect(caseKey(given)).toBe(key));
