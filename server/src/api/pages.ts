import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import type { Configuration } from '../platform/configuration';
import {
  setAssetHeaders,
  setDataHeaders,
  setExplorerHeaders,
  setNamedFileHeaders,
  setPageHeaders,
} from './headers';

const noncePlaceholder = /__CSP_NONCE__/g;

/** Serves the built client: its files, the explorer, and the one page behind every other address. */
export async function addPages(
  http: FastifyInstance,
  configuration: Configuration,
  folder: string,
): Promise<void> {
  const page = await readFile(join(folder, 'index.html'), 'utf8');
  const explorer = (await readFile(join(folder, 'explorer.html'), 'utf8')).replace(noncePlaceholder, '');

  const assets = join(folder, 'assets', '/');

  await http.register(fastifyStatic, {
    root: assets,
    prefix: '/assets/',
    index: false,
    cacheControl: false,
    setHeaders: (response, path) => {
      const set = path.startsWith(assets) ? setAssetHeaders : setNamedFileHeaders;
      set((name, value) => response.header(name, value));
    },
  });
  for (const file of ['favicon.svg', 'color-scheme.js']) {
    http.get(`/${file}`, (_request, reply) => reply.sendFile(file, folder));
  }
  http.get('/explorer', (_request, reply) => {
    setExplorerHeaders(reply, configuration);
    return reply.type('text/html; charset=utf-8').send(explorer);
  });
  http.setNotFoundHandler((request, reply) => {
    const wantsPage = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    if (!wantsPage) {
      setDataHeaders(reply, configuration);
      return reply.code(404).send({ message: 'There is nothing here.' });
    }
    const nonce = randomBytes(16).toString('base64');
    setPageHeaders(reply, configuration, nonce);
    return reply.code(200).type('text/html; charset=utf-8').send(page.replace(noncePlaceholder, nonce));
  });
}
