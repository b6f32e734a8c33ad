import { v7 as uuidv7 } from 'uuid';

export interface ImportKey {
  readonly payerId: string;
  readonly importId: string;
}

/** The part of the store of files that belongs to imports. */
export const importFiles = 'usage-imports';

export const newFileKey = () => `${importFiles}/${uuidv7()}`;
