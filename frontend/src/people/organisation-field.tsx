/** Choosing an organisation of the partnership by part of its name. */
import { useState } from 'react';
import { Select } from '../components/select';
import { TextInput } from '../components/text-input';
import { graphql } from '../gql/gql';
import type { OrganisationKind } from '../gql/graphql';
import { useData } from '../platform/data';

const Organisations = graphql(`
  query Organisations($filter: OrganisationFilter) {
    organisations(filter: $filter, first: 100) { nodes { id name } }
  }
`);

interface Props {
  path: string;
  label: string;
  value: string;
  onChange: (id: string, name: string) => void;
  kinds?: OrganisationKind[];
  empty?: string;
  /** The name of what is chosen, where the list does not hold it. */
  name?: string;
}

export function OrganisationField({
  path,
  label,
  value,
  onChange,
  kinds,
  empty = 'Choose',
  name = '',
}: Props) {
  const [text, setText] = useState('');
  const filter = { kinds, text: text.trim().length > 1 ? text.trim() : undefined };
  const { data } = useData(Organisations, { filter }, { former: 'kept' });
  const found = data?.organisations?.nodes ?? [];
  const missing =
    value && !found.some((one) => one.id === value) ? [{ id: value, name: name || 'As chosen' }] : [];
  return (
    <>
      <TextInput
        path={`${path}.find`}
        label="Part of the name (optional)"
        hint="Makes the list below shorter"
        width={20}
        value={text}
        onChange={setText}
      />
      <Select
        path={path}
        label={label}
        empty={empty}
        value={value}
        onChange={(id) => onChange(id, found.find((one) => one.id === id)?.name ?? '')}
        options={[...missing, ...found].map((one) => ({ value: one.id, label: one.name }))}
      />
    </>
  );
}
