import { Button, Tooltip } from '@mantine/core';
import type { ReactNode } from 'react';
import { Link } from 'react-router';

interface ReasonButtonProps {
  to: string;
  /** Why it cannot be done; then the button stays in its place and says so. */
  reason?: string;
  variant?: string;
  size?: string;
  children: ReactNode;
  /** What it is done to, where the words on the button do not say it. */
  label?: string;
}

/** Leads to a form, or says why it does not. */
export function ReasonButton({ to, reason, variant, size, children, label }: ReasonButtonProps) {
  if (!reason) {
    return (
      <Button component={Link} to={to} variant={variant} size={size} aria-label={label} preventScrollReset>
        {children}
      </Button>
    );
  }
  return (
    <Tooltip label={reason} multiline maw="18rem" events={{ hover: true, focus: true, touch: true }}>
      <Button
        variant={variant}
        size={size}
        data-disabled
        aria-disabled
        aria-label={label}
        aria-description={reason}
      >
        {children}
      </Button>
    </Tooltip>
  );
}
