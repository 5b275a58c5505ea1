/** Instants and days as people here read them: Europe/London, "22 November 2026 at 9:05am". */

const zone = 'Europe/London';
const dayFormat = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  month: 'long',
  year: 'numeric',
  timeZone: zone,
});
const weekdayFormat = new Intl.DateTimeFormat('en-GB', { weekday: 'long', timeZone: zone });
const shortFormat = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: zone });
const timeParts = new Intl.DateTimeFormat('en-GB', {
  hour: 'numeric',
  minute: '2-digit',
  hour12: true,
  timeZone: zone,
});
const isoParts = new Intl.DateTimeFormat('en-CA', {
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  timeZone: zone,
});

/** A calendar date at noon UTC falls on the same day in London, summer and winter. */
function instantOf(value: string): Date {
  return new Date(/^\d{4}-\d{2}-\d{2}$/.test(value) ? `${value}T12:00:00Z` : value);
}

/** "22 November 2026", of a day or an instant. */
export function day(value: string): string {
  return dayFormat.format(instantOf(value));
}

/** "Sunday 22 November 2026", where the day of the week matters. */
export function dayOfWeek(value: string): string {
  return `${weekdayFormat.format(instantOf(value))} ${day(value)}`;
}

/** "22 Nov" */
export function shortDay(value: string): string {
  return shortFormat.format(instantOf(value)).replace('Sept', 'Sep');
}

/** "9:05am", "midday", "midnight" */
export function time(value: string | Date): string {
  const parts = Object.fromEntries(timeParts.formatToParts(new Date(value)).map((p) => [p.type, p.value]));
  const period = (parts.dayPeriod ?? '').toLowerCase().replaceAll('.', '');
  const hour = parts.hour === '0' ? '12' : parts.hour;
  if (hour === '12' && parts.minute === '00') return period === 'am' ? 'midnight' : 'midday';
  return parts.minute === '00' ? `${hour}${period}` : `${hour}:${parts.minute}${period}`;
}

/** "22 November 2026 at 9:05am" */
export function moment(value: string): string {
  return `${day(value)} at ${time(value)}`;
}

/** The calendar day in London of an instant, as 2026-11-22. */
export function isoDay(at: Date): string {
  return isoParts.format(at);
}

/** The calendar day after one, as 2026-11-23. */
export function nextDay(isoDate: string): string {
  return new Date(Date.parse(`${isoDate}T12:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

/** Whole days from one calendar day to another. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T12:00:00Z`) - Date.parse(`${from}T12:00:00Z`)) / 86_400_000);
}

/** How a due day reads on a list: "Today", "Tomorrow", "3 days ago", "27 November". */
export function dueWords(due: string, today: string): string {
  const left = daysBetween(today, due);
  if (left === 0) return 'Today';
  if (left === 1) return 'Tomorrow';
  if (left === -1) return 'Yesterday';
  if (left < 0) return `${-left} days ago`;
  return shortDay(due);
}

/** Years of age on a day. */
export function ageOn(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}

/** Day, month and year as typed; a real calendar date as 2026-11-22, else null. */
export function isoFrom(parts: { day: string; month: string; year: string }): string | null {
  const [d, m, y] = [parts.day, parts.month, parts.year].map((part) => Number(part.trim()));
  if (!d || !m || !y || y < 1900 || y > 2999) return null;
  const made = new Date(Date.UTC(y, m - 1, d, 12));
  if (made.getUTCMonth() !== m - 1 || made.getUTCDate() !== d) return null;
  return made.toISOString().slice(0, 10);
}

/** The instant of a wall-clock time in London on a day. */
export function instantAt(isoDate: string, clock: string): string | null {
  const match = /^(\d{1,2})[:.]?(\d{2})?\s*(am|pm)?$/i.exec(clock.trim());
  if (!match) return null;
  let hour = Number(match[1]);
  const minute = Number(match[2] ?? 0);
  const half = match[3]?.toLowerCase();
  if (half && (hour < 1 || hour > 12)) return null;
  if (half === 'pm' && hour < 12) hour += 12;
  if (half === 'am' && hour === 12) hour = 0;
  if (hour > 23 || minute > 59) return null;
  const guess = new Date(
    `${isoDate}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00Z`,
  );
  const shown = new Date(guess.toLocaleString('en-US', { timeZone: zone }));
  const utc = new Date(guess.toLocaleString('en-US', { timeZone: 'UTC' }));
  return new Date(guess.getTime() - (shown.getTime() - utc.getTime())).toISOString();
}

/** "14:35" of an instant in London, as a form shows it. */
export function clockOf(at: Date): string {
  return new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: zone }).format(at);
}
