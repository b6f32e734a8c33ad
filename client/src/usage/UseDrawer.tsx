import { useQuery } from '@apollo/client/react';
import { dollars } from '@countersign/shared/usage/dollars';
import { useKindLabels } from '@countersign/shared/usage/use';
import { Button, Drawer, Group, VisuallyHidden } from '@mantine/core';
import { IconArrowLeft, IconArrowRight } from '@tabler/icons-react';
import type { KeyboardEvent } from 'react';
import type { UsageQuery } from '../app/usageQuery';
import { graphql } from '../generated';
import { EmptyState } from '../ui/EmptyState';
import { PageSkeleton } from '../ui/PageSkeleton';
import { UseFacts } from './UseFacts';
import { linkId } from './UseLink';
import type { UseRow } from './usesQuery';

const useQueryById = graphql(`
  query UseById($id: ID!) {
    node(id: $id) {
      id
      ... on Use {
        ...UseRow
      }
    }
  }
`);

interface UseDrawerProps {
  open: string;
  /** The page of the list that lies below; undefined until it is there. */
  page: readonly UseRow[] | undefined;
  show: (use: string | null) => void;
  listOf: (uses: UsageQuery) => string;
  /** Gives the use another client code, where one may. */
  onCode?: (use: string) => void;
}

/** A use that is not on the page below is asked for by itself. */
function useUse(open: string, page: readonly UseRow[] | undefined) {
  const here = page?.find(({ id }) => id === open);
  const { data, loading } = useQuery(useQueryById, {
    variables: { id: open },
    skip: here !== undefined || page === undefined,
  });
  const node = data?.node;
  const use = here ?? (node?.__typename === 'Use' ? node : undefined);
  return { use, loading: loading || page === undefined };
}

/** The focus goes on from the row that was looked at last. */
function focusRow(use: string) {
  requestAnimationFrame(() => document.getElementById(linkId(use))?.focus({ preventScroll: true }));
}

/** One use over its list, with the ones before and behind it a key away. */
export function UseDrawer({ open, page, show, listOf, onCode }: UseDrawerProps) {
  const { use, loading } = useUse(open, page);
  const at = page?.findIndex(({ id }) => id === open) ?? -1;
  const previous = at > 0 ? page?.[at - 1]?.id : undefined;
  const next = at >= 0 ? page?.[at + 1]?.id : undefined;
  const title = use ? `${useKindLabels[use.kind]}, ${dollars(use.charge.cents)}` : 'Use';
  const close = () => {
    show(null);
    focusRow(open);
  };
  const onKeyDown = ({ key, altKey, ctrlKey, metaKey }: KeyboardEvent) => {
    if (altKey || ctrlKey || metaKey) return;
    const other = { ArrowLeft: previous, ArrowRight: next }[key];
    if (other) show(other);
  };
  return (
    <Drawer
      opened
      onClose={close}
      position="right"
      size="32rem"
      title={title}
      returnFocus={false}
      onKeyDown={onKeyDown}
    >
      {at >= 0 && page && (
        <Group justify="space-between" mb="sm" data-no-print>
          <span role="status">
            {at + 1} of {page.length} on this page
            <VisuallyHidden>: {title}</VisuallyHidden>
          </span>
          <Group gap="xs">
            <Button
              variant="default"
              size="xs"
              leftSection={<IconArrowLeft size="0.875rem" aria-hidden />}
              aria-keyshortcuts="ArrowLeft"
              disabled={previous === undefined}
              onClick={() => previous && show(previous)}
            >
              Previous
            </Button>
            <Button
              variant="default"
              size="xs"
              rightSection={<IconArrowRight size="0.875rem" aria-hidden />}
              aria-keyshortcuts="ArrowRight"
              disabled={next === undefined}
              onClick={() => next && show(next)}
            >
              Next
            </Button>
          </Group>
        </Group>
      )}
      {use && <UseFacts use={use} listOf={listOf} onCode={onCode} />}
      {!use && loading && <PageSkeleton />}
      {!use && !loading && (
        <EmptyState title="This use is not here">It does not exist, or it is not yours to see.</EmptyState>
      )}
    </Drawer>
  );
}
