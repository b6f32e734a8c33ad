import type { Transporter } from 'nodemailer';
import { sealAudit } from './audit/seal';
import { postEarlierAccruals } from './billing/post-earlier-accruals';
import { deliverMail } from './notices/deliver-mail';
import type { JobHandlers } from './platform/jobs';
import { cleanSessions } from './signin/session';
import { foldTotals } from './usage/fold-totals';
import { checkImport } from './usage/import/check';
import { cleanImportFiles } from './usage/import/clean-files';
import { reviveImports } from './usage/import/revive';
import { runImport } from './usage/import/run';

/** What each job does; a new job is listed here. */
export function jobHandlers(transport: Transporter): JobHandlers {
  return {
    'notices:send-mail': (site, { mailId }) => deliverMail(site, transport, mailId),
    'audit:seal': async (site) => {
      await sealAudit(site);
    },
    'billing:post-accruals': async (site) => {
      await postEarlierAccruals(site);
    },
    'signin:clean': cleanSessions,
    'usage:fold-totals': (site, { payerId }) => foldTotals(site, payerId),
    'usage:check-import': checkImport,
    'usage:import': runImport,
    'usage:revive-imports': reviveImports,
    'usage:clean-files': cleanImportFiles,
  };
}
