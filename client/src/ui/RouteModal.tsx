import { Modal } from '@mantine/core';
import type { ReactNode } from 'react';
import { useNavigate } from 'react-router';
import { useFocusBack } from './useFocusBack';

interface RouteModalProps {
  title: string;
  /** The page below, which closing leads back to. */
  back: string;
  children: ReactNode;
}

/** A form that is a route of its own, laid over the page it belongs to. */
export function RouteModal({ title, back, children }: RouteModalProps) {
  const navigate = useNavigate();
  useFocusBack();
  return (
    <Modal opened title={title} onClose={() => navigate(back, { preventScrollReset: true })}>
      {children}
    </Modal>
  );
}
