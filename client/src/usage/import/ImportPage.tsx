import { useParams } from 'react-router';
import { ErrorState } from '../../ui/ErrorState';
import { NotFoundState } from '../../ui/NotFoundState';
import { PageHeader } from '../../ui/PageHeader';
import { PageSkeleton } from '../../ui/PageSkeleton';
import { TimeStamp } from '../../ui/TimeStamp';
import { usePageQuery } from '../../ui/usePageQuery';
import { ZoneContext } from '../zone';
import { ImportDesk } from './ImportDesk';
import { ImportFindings } from './ImportFindings';
import classes from './ImportPage.module.css';
import { ImportResult } from './ImportResult';
import { ImportState } from './ImportState';
import { ImportWorking } from './ImportWorking';
import { useImportPlace } from './importPlace';
import { importQuery } from './importQueries';
import { standing } from './standing';
import { sizeText } from './words';

/** One import from the upload to its uses: how the file is read, what it holds, and what came of it. */
export default function ImportPage() {
  const place = useImportPlace();
  const { import: id = '' } = useParams();
  const { data, error, retry } = usePageQuery(importQuery, { id });
  if (error) return <ErrorState error={error} onRetry={retry} />;
  if (!data) return <PageSkeleton />;
  const shown = data.node?.__typename === 'UsageImport' ? data.node : null;
  if (!shown || (shown.firm?.number ?? null) !== place.firm) return <NotFoundState />;
  const { state, findings } = shown;
  const working = state === 'CHECKING' || state === 'IMPORTING';
  return (
    <ZoneContext value={data.serviceCenter.zone}>
      <PageHeader
        title={shown.fileName}
        up={{ to: place.list, label: 'Imports' }}
        lead={
          <>
            <ImportState state={state} /> {sizeText(shown.bytes)}, uploaded{' '}
            <TimeStamp value={shown.createdAt} /> by {shown.createdBy?.name.full ?? 'a command'}
          </>
        }
      />
      <p role="status" className={classes.standing}>
        {standing(shown)}
      </p>
      {working && <ImportWorking shown={shown} onEnd={retry} />}
      {state === 'DONE' && <ImportResult shown={shown} place={place} />}
      {!working && state !== 'DONE' && <ImportDesk shown={shown} list={place.list} />}
      {findings && !working && <ImportFindings findings={findings} />}
    </ZoneContext>
  );
}
