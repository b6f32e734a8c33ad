import { Readable } from 'node:stream';
import { z } from 'zod';
import { type FileRoute, HttpRefusal, nothingHere } from '../../api/file-routes';
import { globalId } from '../../api/global-id';
import { payerNamed } from '../payer-named';
import { startImport } from './start-import';

const params = z.object({ payer: z.string().max(200) });
const query = z.object({
  name: z.string().max(1000).default('upload.csv'),
  authority: z.enum(['UPLOADED', 'RECORDED']).default('UPLOADED'),
});

/** The last part of a path, without what no name has. */
function fileNameOf(name: string): string {
  const last = name.split(/[/\\]/).at(-1) ?? '';
  return (
    last
      .replace(/[\p{C}]/gu, '')
      .trim()
      .slice(0, 200) || 'upload.csv'
  );
}

const bytesSaid = (length: string | undefined) => (length === undefined ? null : Number(length));

/** POST /import/usage/1000001?name=may.csv: the body is the file. */
export const uploadUsage: FileRoute = {
  method: 'POST',
  url: '/import/usage/:payer',
  async handle({ site, caller: { actor }, request, reply }) {
    const asked = query.safeParse(request.query);
    if (!asked.success) throw new HttpRefusal(400, 'BAD_REQUEST', 'authority is UPLOADED or RECORDED.');
    const { name, authority } = asked.data;
    const payer = await payerNamed(site, actor, 'usage.import.run', params.parse(request.params).payer);
    // One for whom one may not act is like one that does not exist.
    if (!payer) throw nothingHere();
    const key = await startImport(site, actor, {
      payer,
      fileName: fileNameOf(name),
      recorded: authority === 'RECORDED',
      body: request.body instanceof Readable ? request.body : Readable.from([]),
      bytes: bytesSaid(request.headers['content-length']),
    });
    reply.code(201);
    return { import: { id: globalId('usageImport', key.payerId, key.importId) } };
  },
};
