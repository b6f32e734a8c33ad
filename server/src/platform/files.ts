import type { Readable } from 'node:stream';
import { Disk } from 'flydrive';
import { FSDriver } from 'flydrive/drivers/fs';

export interface KeptFile {
  readonly key: string;
  readonly changedAt: Date;
}

/**
 * What is too large for the database: uploads and what is made of them. A key is opaque, its first part says what the
 * file is; who may read it is decided by the row that names the key.
 */
export interface Files {
  /** Keeps a stream to its end; what broke off is taken away again. */
  put(key: string, contents: Readable): Promise<void>;
  read(key: string): Promise<Readable>;
  delete(key: string): Promise<void>;
  /** The files whose key begins with a part, whole or still on their way. */
  list(part: string): AsyncIterable<KeptFile>;
}

/** Keeps files in a folder, which all processes of the site must share; it is made when the first one comes. */
export function openFiles(folder: string): Files {
  const disk = new Disk(new FSDriver({ location: folder, visibility: 'private' }));
  return {
    async put(key, contents) {
      try {
        await disk.putStream(key, contents);
      } catch (cause) {
        await disk.delete(key);
        throw cause;
      }
    },
    read: (key) => disk.getStream(key),
    delete: (key) => disk.delete(key),
    async *list(part) {
      const { objects } = await disk.listAll(`${part}/`, { recursive: true });
      for (const file of objects) {
        if (!file.isFile) continue;
        const { lastModified } = await file.getMetaData();
        yield { key: file.key, changedAt: lastModified };
      }
    },
  };
}
