/** A programme's name in a table of figures: the way to its own page of figures, where it is one that may be named. */
import { Link } from '@tanstack/react-router';
import { labelOf } from './figures';

interface Named {
  key: ReadonlyArray<{ label: string; node?: { id: string } | null | undefined }>;
}

export function ToProgramme({ row }: { row: Named }) {
  const id = row.key[0]?.node?.id;
  const name = labelOf(row);
  if (!id) return name;
  return (
    <Link className="govuk-link" to="/outcomes/programmes/$id" params={{ id }}>
      {name}
    </Link>
  );
}
