import 'graphiql/setup-workers/vite';
import '@fontsource-variable/public-sans';
import 'graphiql/style.css';
import './explorer.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { Explorer } from './Explorer';

const root = document.getElementById('root');
if (!root) throw new Error('explorer.html has no #root.');

createRoot(root).render(
  <StrictMode>
    <Explorer />
  </StrictMode>,
);
