/** Choosing a school: the referrer's own, or another by its name. */
import { useState } from 'react';
import { Radios } from '../../components/choices';
import { OrganisationField } from '../../people/organisation-field';

interface Props {
  path: string;
  value: string;
  name: string;
  own?: { id: string; name: string };
  onChange: (id: string, name: string) => void;
}

export function SchoolField({ own, path, value, name, onChange }: Props) {
  const [elsewhere, setElsewhere] = useState(own !== undefined && value !== own.id);
  const other = (
    <OrganisationField
      path={path}
      label="School or college"
      kinds={['SCHOOL', 'COLLEGE']}
      empty="Not known, or none"
      value={value}
      name={name}
      onChange={onChange}
    />
  );
  if (!own) return other;
  return (
    <Radios
      path={`${path}.which`}
      legend="Which school does the child go to?"
      value={elsewhere ? 'other' : 'own'}
      onChange={(which) => {
        setElsewhere(which === 'other');
        if (which === 'own') onChange(own.id, own.name);
        else onChange('', '');
      }}
      choices={[
        { value: 'own', label: own.name },
        { value: 'other', label: 'Another school, or none', reveals: other },
      ]}
    />
  );
}
