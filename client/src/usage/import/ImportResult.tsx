import { dollars } from '@countersign/shared/usage/dollars';
import { Button, Group } from '@mantine/core';
import { Link } from 'react-router';
import { Section } from '../../ui/Section';
import { Figure, Figures } from '../Figure';
import type { ImportPlace } from './importPlace';
import type { Import } from './importQueries';
import { count } from './words';

/** What an import brought, with the way to its uses and to the rows that were left out. */
export function ImportResult({ shown, place }: { shown: Import; place: ImportPlace }) {
  const { batch, findings, badRowsUrl } = shown;
  const uses = batch ? place.uses(batch.id) : undefined;
  return (
    <Section title="What it brought">
      <Figures>
        <Figure name="New uses" value={count(batch?.uses ?? 0)} to={uses} />
        <Figure name="Known before" value={count(findings?.knownRows ?? 0)}>
          From another list, or from one of the service
        </Figure>
        <Figure name="Bad rows" value={count(findings?.badRows ?? 0)}>
          Left out
        </Figure>
        <Figure name="Charge" value={dollars(findings?.charge.cents ?? 0)}>
          Of all good rows
        </Figure>
      </Figures>
      <Group mt="md" data-no-print>
        {uses && (
          <Button component={Link} to={uses}>
            Show the uses
          </Button>
        )}
        {badRowsUrl && (
          <Button component="a" href={badRowsUrl} download variant="default">
            Download the bad rows
          </Button>
        )}
        <Button component={Link} to={place.create} variant="default">
          Import another list
        </Button>
      </Group>
    </Section>
  );
}
