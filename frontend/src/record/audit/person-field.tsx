/** Choosing a person whom the viewer may look up, by part of their name. */
import { useState } from 'react';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import { graphql } from '../../gql/gql';
import { useData } from '../../platform/data';

const People = graphql(`
  query People($filter: UserFilter) {
    users(filter: $filter, first: 100) { nodes { id name organisation { id name } } }
  }
`);

interface Props {
  path: string;
  label: string;
  value: string;
  onChange: (id: string) => void;
}

export function PersonField({ path, label, value, onChange }: Props) {
  const [text, setText] = useState('');
  const filter = { text: text.trim().length > 1 ? text.trim() : undefined };
  const { data } = useData(People, { filter }, { former: 'kept' });
  const found = (data?.users?.nodes ?? []).map((one) => ({
    value: one.id,
    label: `${one.name}, ${one.organisation.name}`,
  }));
  const missing = value && !found.some((one) => one.value === value) ? [{ value, label: 'As chosen' }] : [];
  return (
    <>
      <TextInput
        path={`${path}.find`}
        label="Part of the person’s name (optional)"
        hint="Makes the list below shorter"
        width={20}
        value={text}
        onChange={setText}
      />
      <Select
        path={path}
        label={label}
        empty="Anyone"
        value={value}
        onChange={onChange}
        options={[...missing, ...found]}
      />
    </>
  );
}
