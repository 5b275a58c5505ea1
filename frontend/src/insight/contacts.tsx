/** People whom sessions count and do not name, beside the figures of children. */
import { Bars } from './charts';
import { type Counted, contactColumns, contactsFinding, contactsSay } from './contact-table';
import { Figure } from './figure';
import { ToProgramme } from './to-programme';

interface Props {
  rows: readonly Counted[];
  when: string;
  release: { release: number; asAt: string };
}

export function Contacts({ rows, when, release }: Props) {
  if (rows.length === 0) return null;
  const label = (row: Counted) => <ToProgramme row={row} />;
  return (
    <Figure
      finding={contactsFinding(rows)}
      says={`${contactsSay} ${when}.`}
      rows={rows}
      first="Programme"
      label={label}
      columns={contactColumns}
      release={release}
    >
      <Bars rows={rows} of={(row) => row.contacts} says="Contacts, by programme" label={label} />
    </Figure>
  );
}
