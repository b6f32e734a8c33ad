import { may } from '@countersign/shared/accounts/grants';
import { z } from 'zod';
import { type FileRoute, nothingHere } from '../../api/file-routes';
import { keyOf } from '../../api/global-id';
import { holderOf, NotSignedIn } from '../../platform/refusal';
import { importByKey } from './queries';

const params = z.object({ id: z.string() });

/** may.csv as may.bad-rows.csv. */
function nameOf(fileName: string): string {
  const [, base = fileName, end = '.csv'] = /^(.*?)(\.[^.]*)?$/s.exec(fileName) ?? [];
  return `${base}.bad-rows${end}`;
}

/** What browsers save the file under; the plain form is for those that know no other. */
function attachment(name: string): string {
  const plain = name.replace(/[^\w .-]/g, '_');
  const encoded = encodeURIComponent(name).replace(
    /['()*]/g,
    (mark) => `%${mark.charCodeAt(0).toString(16)}`,
  );
  return `attachment; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** GET /export/import-bad-rows/ID: the rows that could not be imported, in the columns of their file. */
export const downloadBadRows: FileRoute = {
  method: 'GET',
  url: '/export/import-bad-rows/:id',
  async handle({ site, caller: { actor }, request, reply }) {
    if (actor.accountId === null) throw new NotSignedIn();
    const [payerId, importId] = keyOf('usageImport', params.parse(request.params).id) ?? [];
    if (payerId === undefined || !may(holderOf(actor), 'usage.import.run', { payerId })) throw nothingHere();
    const [[row]] = await site.database.read(actor, [importByKey({ payerId, importId })]);
    if (!row?.badRowsKey) throw nothingHere();
    const file = await site.files.read(row.badRowsKey);
    reply.header('content-disposition', attachment(nameOf(row.fileName)));
    reply.type(
      row.dialect.separator === '\t' ? 'text/tab-separated-values; charset=utf-8' : 'text/csv; charset=utf-8',
    );
    return reply.send(file);
  },
};
