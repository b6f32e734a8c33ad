import { Skeleton, VisuallyHidden } from '@mantine/core';

export function ListSkeleton() {
  return (
    <div role="status">
      <VisuallyHidden>Loading</VisuallyHidden>
      {['a', 'b', 'c', 'd', 'e', 'f'].map((line) => (
        <Skeleton key={line} h="3.25rem" mb="0.25rem" />
      ))}
    </div>
  );
}
