import type { Plugin } from 'vite';

/** In development, serves the explorer at the address it has in production. */
export function explorerAddress(): Plugin {
  return {
    name: 'countersign:explorer-address',
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        if (request.url?.split('?')[0] === '/explorer')
          request.url = request.url.replace('/explorer', '/explorer.html');
        next();
      });
    },
  };
}
