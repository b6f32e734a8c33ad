import { type KeyboardEvent, type PointerEvent, useState } from 'react';
import { Link, useNavigate } from 'react-router';
import classes from './ColumnChart.module.css';
import { axisOf, share } from './chartAxis';

export interface Column {
  key: string;
  name: string;
  /** What stands below it. */
  tick: { text: string; minor: boolean } | null;
  cents: number;
  /** What it is compared with, drawn as a line across. */
  mark: number | null;
  /** All there is to say about it. */
  said: string;
  to: string;
}

interface ColumnChartProps {
  label: string;
  columns: readonly Column[];
  /** The column told of at first. */
  start: number;
}

const steps: Record<string, (at: number, last: number) => number> = {
  ArrowRight: (at) => at + 1,
  ArrowUp: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  ArrowDown: (at) => at - 1,
  PageUp: (at) => at + 7,
  PageDown: (at) => at - 7,
  Home: () => 0,
  End: (_, last) => last,
};

/**
 * Charges as columns, of which one is told of: the one that is pointed at, or that the arrow keys come to. A column of
 * a fraction of the width needs no measuring, so that nothing moves.
 */
export function ColumnChart({ label, columns, start }: ColumnChartProps) {
  const [chosen, setChosen] = useState<string>();
  const navigate = useNavigate();
  const last = columns.length - 1;
  const found = columns.findIndex(({ key }) => key === chosen);
  const at = found === -1 ? Math.min(start, last) : found;
  const told = columns[at];
  const axis = axisOf(columns.flatMap(({ cents, mark }) => [cents, mark ?? 0]));
  if (!told) return null;

  const choose = (place: number) => setChosen(columns[Math.max(0, Math.min(last, place))]?.key);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Enter') void navigate(told.to);
    const step = steps[event.key];
    if (!step) return;
    event.preventDefault();
    choose(step(at, last));
  };
  const placeOf = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.floor(((event.clientX - left) / width) * columns.length);
  };

  return (
    <div className={classes.root}>
      <p className={classes.told}>
        <strong>{told.name}</strong> {told.said} <Link to={told.to}>See these transactions</Link>
      </p>
      <div className={classes.chart}>
        <div className={classes.scale} aria-hidden="true">
          {axis.ticks.map(({ cents, text }) => (
            <span key={cents} style={{ bottom: share(axis, cents) }}>
              {text}
            </span>
          ))}
        </div>
        <div
          className={classes.plot}
          role="slider"
          tabIndex={0}
          aria-label={label}
          aria-valuemin={0}
          aria-valuemax={last}
          aria-valuenow={at}
          aria-valuetext={`${told.name}: ${told.said}`}
          onKeyDown={onKeyDown}
          onPointerMove={(event) => choose(placeOf(event))}
          onPointerDown={(event) => choose(placeOf(event))}
        >
          <svg viewBox={`0 0 ${columns.length} 100`} preserveAspectRatio="none" aria-hidden="true">
            {axis.ticks.map(({ cents }) => (
              <line
                key={cents}
                className={classes.grid}
                x1={0}
                x2={columns.length}
                y1={axis.y(cents)}
                y2={axis.y(cents)}
              />
            ))}
            {columns.map(({ key, cents, mark }, place) => (
              <g key={key}>
                <rect
                  className={classes.column}
                  data-told={place === at || undefined}
                  x={place + 0.14}
                  width={0.72}
                  y={axis.y(Math.max(cents, 0))}
                  height={Math.abs(axis.y(cents) - axis.y(0))}
                />
                {mark !== null && (
                  <line
                    className={classes.mark}
                    x1={place + 0.04}
                    x2={place + 0.96}
                    y1={axis.y(mark)}
                    y2={axis.y(mark)}
                  />
                )}
              </g>
            ))}
            <line className={classes.pointer} x1={at + 0.5} x2={at + 0.5} y1={0} y2={100} />
          </svg>
        </div>
        <div className={classes.names} aria-hidden="true">
          {columns.map(
            ({ key, tick }, place) =>
              tick && (
                <span
                  key={key}
                  data-minor={tick.minor || undefined}
                  style={{ left: `${((place + 0.5) / columns.length) * 100}%` }}
                >
                  {tick.text}
                </span>
              ),
          )}
        </div>
      </div>
    </div>
  );
}
