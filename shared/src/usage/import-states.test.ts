import { describe, expect, it, test } from 'vitest';
import {
  type ImportAction,
  type ImportEvent,
  type ImportState,
  importActions,
  importEvents,
  importStateAfter,
  importStates,
  isImportActionAllowed,
} from './import-states';

/** Each state with all that can happen in it; what is not here is refused. */
const table: Record<ImportState, Partial<Record<ImportEvent, ImportState>>> = {
  UPLOADED: { MAP: 'UPLOADED', CHECK: 'CHECKING', RUN: 'IMPORTING' },
  CHECKING: { CHECKED: 'CHECKED', CANCELLED: 'UPLOADED', FAILED: 'FAILED' },
  CHECKED: { MAP: 'UPLOADED', CHECK: 'CHECKING', RUN: 'IMPORTING' },
  IMPORTING: { IMPORTED: 'DONE', CANCELLED: 'CANCELLED', FAILED: 'FAILED' },
  DONE: {},
  CANCELLED: { MAP: 'UPLOADED', CHECK: 'CHECKING', RUN: 'IMPORTING' },
  FAILED: { MAP: 'UPLOADED', CHECK: 'CHECKING', RUN: 'IMPORTING' },
};

const actions: Record<ImportState, ImportAction[]> = {
  UPLOADED: ['MAP', 'CHECK', 'RUN', 'DISCARD'],
  CHECKING: ['CANCEL'],
  CHECKED: ['MAP', 'CHECK', 'RUN', 'DISCARD'],
  IMPORTING: ['CANCEL'],
  DONE: [],
  CANCELLED: ['MAP', 'CHECK', 'RUN', 'DISCARD'],
  FAILED: ['MAP', 'CHECK', 'RUN', 'DISCARD'],
};

describe.each(importStates)('an import that is %s', (state) => {
  test.each(importEvents)('%s', (event) => {
    expect(importStateAfter(state, event)).toBe(table[state][event] ?? null);
  });

  it('lets one do what the table says', () => {
    expect(importActions.filter((action) => isImportActionAllowed(state, action))).toEqual(actions[state]);
  });
});
