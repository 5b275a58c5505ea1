/** For which time figures are shown: the last 12 months, or the financial year to date. */
import { Select } from '../components/select';

export function TimeChoice({
  label = 'When',
  time,
  year,
  onChange,
}: {
  label?: string;
  time: 'year' | undefined;
  year: number;
  onChange: (time: 'year' | undefined) => void;
}) {
  return (
    <Select
      path="time"
      label={label}
      empty="Last 12 months"
      value={time ?? ''}
      onChange={(next) => onChange(next === 'year' ? 'year' : undefined)}
      options={[{ value: 'year', label: `April ${year} to now` }]}
    />
  );
}
