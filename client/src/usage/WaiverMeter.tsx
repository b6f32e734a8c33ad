import classes from './WaiverMeter.module.css';

/** How far charges are on the way to the threshold, or past it; the words beside it say the same. */
export function WaiverMeter({ tested, threshold }: { tested: number; threshold: number }) {
  const whole = Math.max(tested, threshold, 1);
  return (
    <span className={classes.root} aria-hidden="true">
      <span className={classes.tested} style={{ inlineSize: `${(Math.max(tested, 0) / whole) * 100}%` }} />
      <span className={classes.threshold} style={{ insetInlineStart: `${(threshold / whole) * 100}%` }} />
    </span>
  );
}
