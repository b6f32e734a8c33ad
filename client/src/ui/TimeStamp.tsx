import { showInstant, showInstantUtc, showLocalDay } from './dates';

interface TimeStampProps {
  value: string;
  /** Show only the day. */
  day?: boolean;
}

/** An instant in the reader's own zone, with UTC on hover. */
export function TimeStamp({ value, day = false }: TimeStampProps) {
  return (
    <time dateTime={value} title={showInstantUtc(value)}>
      {day ? showLocalDay(value) : showInstant(value)}
    </time>
  );
}
