import { useParams } from 'react-router';
import { paths } from '../../app/paths';

/** Whose imports are looked at, and where their pages are. */
export interface ImportPlace {
  /** The firm’s number; null for what one pays for oneself. */
  readonly firm: string | null;
  readonly list: string;
  readonly create: string;
  readonly one: (id: string) => string;
  /** The uses that an import brought. */
  readonly uses: (batch: string) => string;
  /** Where a file of the payer’s is sent. */
  readonly upload: string;
}

const ofFirm = (number: string): ImportPlace => ({
  firm: number,
  list: paths.firmImports(number),
  create: paths.firmImportNew(number),
  one: (id) => paths.firmImport(number, id),
  uses: (batch) => paths.firmTransactions(number, { batch }),
  upload: `/import/usage/${encodeURIComponent(number)}`,
});

const own: ImportPlace = {
  firm: null,
  list: paths.accountImports(),
  create: paths.accountImportNew(),
  one: paths.accountImport,
  uses: (batch) => paths.accountTransactions({ batch }),
  upload: '/import/usage/me',
};

/** The place that the address names: a firm’s, or one’s own. */
export function useImportPlace(): ImportPlace {
  const { number } = useParams();
  return number === undefined ? own : ofFirm(number);
}
