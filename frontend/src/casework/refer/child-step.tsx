/** Who the child is: only what is needed. */
import { Checkbox, Radios } from '../../components/choices';
import { DateInput } from '../../components/date-input';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import type { ReferralSource } from '../../gql/graphql';
import { useViewer } from '../../platform/viewer';
import { optionsOf, sexWords, sourceWords } from '../words';
import type { StepProps } from './danger-step';
import { SchoolField } from './school-field';
import { isSchool } from './typed';

export function ChildStep({ it, set }: StepProps) {
  const { organisation } = useViewer();
  const school = isSchool(organisation);
  return (
    <>
      <TextInput
        path="youngPerson.givenName"
        label="First name"
        width={20}
        value={it.givenName}
        onChange={(givenName) => set({ givenName })}
      />
      <TextInput
        path="youngPerson.familyName"
        label="Last name (optional)"
        hint="Leave empty if the child has one name"
        width={20}
        value={it.familyName}
        onChange={(familyName) => set({ familyName })}
      />
      <TextInput
        path="youngPerson.knownAs"
        label="Known as (optional)"
        width={20}
        value={it.knownAs}
        onChange={(knownAs) => set({ knownAs })}
      />
      <DateInput
        path="youngPerson.dateOfBirth"
        legend="Date of birth"
        hint="For example, 27 3 2011"
        value={it.dateOfBirth}
        onChange={(dateOfBirth) => set({ dateOfBirth })}
      />
      <Checkbox
        path="youngPerson.dateOfBirthEstimated"
        label="This date is an estimate"
        checked={it.estimated}
        onChange={(estimated) => set({ estimated })}
      />
      <Radios
        path="youngPerson.sex"
        legend="Sex"
        inline
        value={it.sex}
        onChange={(sex) => set({ sex })}
        choices={optionsOf(sexWords)}
      />
      <SchoolField
        path="youngPerson.schoolId"
        value={it.schoolId}
        name={it.schoolName}
        own={school ? organisation : undefined}
        onChange={(schoolId, schoolName) => set({ schoolId, schoolName })}
      />
      {!school && (
        <Select
          path="source"
          label="Where does this referral come from?"
          empty="Choose"
          value={it.source}
          onChange={(source) => set({ source: source as ReferralSource | '' })}
          options={optionsOf(sourceWords)}
        />
      )}
    </>
  );
}
