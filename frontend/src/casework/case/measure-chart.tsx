/** Totals over time, a line for each informant, labelled at its end. The numbers are in the table below. */
import type { Informant } from '../../gql/graphql';
import { daysBetween } from '../../platform/dates';
import { informantWords } from './measure-words';

export interface Point {
  on: string;
  total: number;
  informant: Informant;
}

const wide = 600;
const high = 220;
const edge = { left: 36, right: 170, top: 12, bottom: 24 };
const colours = ['#12436D', '#28A197', '#801650'];

export function MeasureChart({
  points,
  most,
  says,
}: {
  points: readonly Point[];
  most: number;
  says: string;
}) {
  const days = points.map((point) => point.on).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (!first || !last) return null;
  const span = Math.max(daysBetween(first, last), 1);
  const x = (on: string) => edge.left + (daysBetween(first, on) / span) * (wide - edge.left - edge.right);
  const y = (total: number) => edge.top + (1 - total / most) * (high - edge.top - edge.bottom);
  const informants = [...new Set(points.map((point) => point.informant))];
  return (
    <svg viewBox={`0 0 ${wide} ${high}`} width="100%" role="img" aria-label={says}>
      {[0, most / 2, most].map((mark) => (
        <g key={mark}>
          <line x1={edge.left} x2={wide - edge.right} y1={y(mark)} y2={y(mark)} stroke="#b1b4b6" />
          <text x={edge.left - 6} y={y(mark) + 5} fontSize="16" textAnchor="end" fill="#0b0c0c">
            {mark}
          </text>
        </g>
      ))}
      {informants.map((informant, nth) => {
        const own = points.filter((point) => point.informant === informant);
        const end = own.at(-1);
        const colour = colours[nth % colours.length];
        return (
          <g key={informant} fill={colour} stroke={colour}>
            <polyline
              fill="none"
              strokeWidth="3"
              points={own.map((point) => `${x(point.on)},${y(point.total)}`).join(' ')}
            />
            {own.map((point) => (
              <circle key={`${point.on}${point.total}`} cx={x(point.on)} cy={y(point.total)} r="5" />
            ))}
            {end && (
              <text x={x(end.on) + 10} y={y(end.total) + 5} fontSize="16" stroke="none">
                {informantWords[informant]}
              </text>
            )}
          </g>
        );
      })}
    </svg>
  );
}
