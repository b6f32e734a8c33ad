import { ActionIcon } from '@mantine/core';
import { useClipboard } from '@mantine/hooks';
import { IconCheck, IconCopy } from '@tabler/icons-react';
import classes from './CopyableId.module.css';
import { notifyDone } from './notify';

interface CopyableIdProps {
  value: string;
  /** What the value is, as in "Copy account number". */
  label: string;
}

export function CopyableId({ value, label }: CopyableIdProps) {
  const clipboard = useClipboard({ timeout: 1500 });
  const copy = () => {
    clipboard.copy(value);
    notifyDone(`Copied ${value}.`);
  };
  return (
    <span className={classes.root}>
      <code className={classes.value}>{value}</code>
      <ActionIcon variant="subtle" size="sm" color="gray" aria-label={`Copy ${label}`} onClick={copy} data-no-print>
        {clipboard.copied ? <IconCheck size="0.9rem" aria-hidden /> : <IconCopy size="0.9rem" aria-hidden />}
      </ActionIcon>
    </span>
  );
}
