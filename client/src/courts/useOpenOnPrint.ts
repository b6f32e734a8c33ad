import { type RefObject, useEffect } from 'react';

/** Opens every answer for the printer, and closes again those that were closed. */
export function useOpenOnPrint(list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    let opened: HTMLDetailsElement[] = [];
    const open = () => {
      opened = [...(list.current?.querySelectorAll('details') ?? [])].filter((answer) => !answer.open);
      for (const answer of opened) answer.open = true;
    };
    const close = () => {
      for (const answer of opened) answer.open = false;
    };
    window.addEventListener('beforeprint', open);
    window.addEventListener('afterprint', close);
    return () => {
      window.removeEventListener('beforeprint', open);
      window.removeEventListener('afterprint', close);
    };
  }, [list]);
}
