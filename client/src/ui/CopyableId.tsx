import { ActionIcon } from '@mantine/core';
import { IconCopy } from '@tabler/icons-react';
import classes from './CopyableId.module.css';
import { notifyDone, notifyFailed } from './notify';

interface CopyableIdProps {
  value: string;
  /** What the value is, as in "Copy account number". */
  label: string;
}

export function CopyableId({ value, label }: CopyableIdProps) {
  const copy = () =>
    navigator.clipboard.writeText(value).then(
      () => notifyDone(`Copied ${value}.`),
      () =>
        notifyFailed('Not copied', 'This browser does not allow it here: mark the text and copy it by hand.'),
    );
  return (
    <span className={classes.root}>
      <code className={classes.value}>{value}</code>
      {/* Without TLS a browser has no clipboard for pages. */}
      {'clipboard' in navigator && (
        <ActionIcon
          variant="subtle"
          size="sm"
          color="gray"
          aria-label={`Copy ${label}`}
          onClick={copy}
          data-no-print
        >
          <IconCopy size="0.9rem" aria-hidden />
        </ActionIcon>
      )}
    </span>
  );
}
