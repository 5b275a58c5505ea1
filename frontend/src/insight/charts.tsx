/** Small pictures of published figures. What each shows stands in words beside it and as a table below. */
import type { ReactNode } from 'react';
import { type Count, labelOf, type Row } from './figures';

interface BarsProps<T extends Row> {
  rows: readonly T[];
  of: (row: T) => Count;
  says: string;
  /** What stands for a row's label: a link. */
  label?: (row: T) => ReactNode;
  /** The number of a bar over the whole width: 100 for a share. The greatest of the rows where it is left out. */
  whole?: number | undefined;
}

/** Bars from zero with their numbers at the end. A hidden number has no bar: "0 to 4" stands in its place. */
export function Bars<T extends Row>({ rows, of, says, label = labelOf, whole }: BarsProps<T>) {
  const most = whole ?? Math.max(1, ...rows.map((row) => of(row).value ?? 0));
  return (
    <ul className="govuk-list app-bars" aria-label={says}>
      {rows.map((row) => {
        const count = of(row);
        return (
          <li key={labelOf(row)} className="app-bars__row">
            <span className="app-bars__label">{label(row)}</span>
            <svg className="app-bars__picture" width="100%" height="20" aria-hidden="true">
              {count.value != null && (
                <rect
                  className="app-bars__bar"
                  x="0"
                  y="2"
                  height="16"
                  width={`${(count.value / most) * 100}%`}
                />
              )}
            </svg>
            <span className="app-bars__number">{count.display}</span>
          </li>
        );
      })}
    </ul>
  );
}

interface Dot {
  label: string;
  value: number;
  low: number;
  high: number;
  says: string;
}

/** Effect sizes as dots with their 95 % intervals, around a line that stands for no change. */
export function Dots({ dots, says }: { dots: readonly Dot[]; says: string }) {
  const reach = Math.max(1, ...dots.flatMap((dot) => [Math.abs(dot.low), Math.abs(dot.high)]));
  const x = (value: number) => `${50 + (value / reach) * 48}%`;
  return (
    <ul className="govuk-list app-bars" aria-label={says}>
      {dots.map((dot) => (
        <li key={dot.label} className="app-bars__row">
          <span className="app-bars__label">{dot.label}</span>
          <svg className="app-bars__picture" width="100%" height="24" aria-hidden="true">
            <line className="app-dots__none" x1="50%" x2="50%" y1="0" y2="24" />
            <line className="app-dots__line" x1={x(dot.low)} x2={x(dot.high)} y1="12" y2="12" />
            <circle className="app-dots__dot" cx={x(dot.value)} cy="12" r="6" />
          </svg>
          <span className="app-bars__number">{dot.says}</span>
        </li>
      ))}
    </ul>
  );
}

interface Point {
  label: string;
  count: Count;
}

/** A line over quarters. Where a number is hidden the line is broken. It is as wide as there is room; its numbers stay as large. */
export function Trend({ points, says }: { points: readonly Point[]; says: string }) {
  if (points.every((point) => point.count.value == null)) {
    return <p className="govuk-body">No part of this time has a number that can be told.</p>;
  }
  const high = 180;
  const most = Math.max(1, ...points.map((point) => point.count.value ?? 0));
  const x = (nth: number) => `${6 + (nth / Math.max(1, points.length - 1)) * 88}%`;
  const y = (value: number) => high - 10 - (value / most) * (high - 45);
  return (
    <div className="app-trend">
      <svg width="100%" height={high} role="img" aria-label={says}>
        <line className="app-dots__none" x1="0" x2="100%" y1={high - 10} y2={high - 10} />
        {points.slice(1).map((point, before) => {
          const [from, to] = [points[before]?.count.value, point.count.value];
          return (
            from != null &&
            to != null && (
              <line
                key={point.label}
                className="app-dots__line"
                x1={x(before)}
                y1={y(from)}
                x2={x(before + 1)}
                y2={y(to)}
              />
            )
          );
        })}
        {points.map(
          (point, nth) =>
            point.count.value != null && (
              <g key={point.label}>
                <circle className="app-dots__dot" cx={x(nth)} cy={y(point.count.value)} r="5" />
                <text
                  className="app-trend__text"
                  x={x(nth)}
                  y={y(point.count.value) - 10}
                  textAnchor="middle"
                >
                  {point.count.display}
                </text>
              </g>
            ),
        )}
      </svg>
      <div className="app-trend__ends">
        <span>{points[0]?.label}</span>
        <span>{points.at(-1)?.label}</span>
      </div>
    </div>
  );
}
