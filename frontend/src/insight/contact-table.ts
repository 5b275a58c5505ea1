/** Contacts: people whom sessions count and do not name. Their rows, columns and finding. */
import { type FragmentType, unmask } from '../gql/fragment-masking';
import { graphql } from '../gql/gql';
import { type Count, labelOf, type Row, shownFirst } from './figures';

const OfSummary = graphql(`
  fragment SummaryContacts on OutcomeSummary {
    contacts {
      key { label node { id } }
      contacts { value display suppressed }
      ofChildren { value display suppressed }
      hours
    }
  }
`);

export interface Counted extends Row {
  key: ReadonlyArray<{ label: string; node?: { id: string } | null | undefined }>;
  contacts: Count;
  ofChildren: Count;
  hours: number;
}

/** A row a programme, the most first; none where contacts are not told. */
export function contactsOf(summary: FragmentType<typeof OfSummary> | null | undefined): Counted[] {
  const all = unmask(OfSummary, summary)?.contacts ?? [];
  return shownFirst(
    all.map((one) => ({ ...one, key: [one.key] })),
    (row) => row.contacts,
  );
}

export const contactColumns = [
  { head: 'Contacts', of: (row: Counted) => row.contacts.display },
  { head: 'Of them under 18', of: (row: Counted) => row.ofChildren.display },
  { head: 'Hours of their sessions', of: (row: Counted) => row.hours.toLocaleString('en-GB') },
];

export const contactsSay =
  'People whom sessions count and do not name, each as often as they came. They are among the children of no other figure.';

export function contactsFinding([first]: readonly Counted[]): string {
  return first?.contacts.value == null
    ? 'Hardly anybody was counted at sessions that name nobody'
    : `Most contacts: ${labelOf(first)}, about ${first.contacts.display}`;
}
