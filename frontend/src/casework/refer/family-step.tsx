/** Whether the family knows, and who should receive the referral. */
import { Radios } from '../../components/choices';
import { Details } from '../../components/details';
import { Select } from '../../components/select';
import { graphql } from '../../gql/gql';
import { useData } from '../../platform/data';
import { notToldWords, optionsOf } from '../words';
import type { StepProps } from './danger-step';

const ReceivingServices = graphql(`
  query ReceivingServices {
    organisations(filter: { kinds: [YOUTH_JUSTICE_SERVICE] }, first: 20) { nodes { id name } }
  }
`);

const yesNo = [
  { value: 'yes' as const, label: 'Yes' },
  { value: 'no' as const, label: 'No' },
];
const yesNoUnknown = [...yesNo, { value: 'unknown' as const, label: 'Not known' }];

export function FamilyStep({ it, set }: StepProps) {
  const { data } = useData(ReceivingServices, {});
  const services = data?.organisations?.nodes ?? [];
  return (
    <>
      <Radios
        path="parentAware"
        legend="Does a parent or carer know that you refer?"
        hint="Tell them first, unless that could put the child at more risk."
        value={it.parentAware}
        onChange={(parentAware) => set({ parentAware })}
        choices={yesNo}
      />
      {it.parentAware === 'yes' && (
        <Radios
          path="parentAgrees"
          legend="Do they agree? (optional)"
          hint="The service asks them itself before any work begins."
          inline
          value={it.parentAgrees}
          onChange={(parentAgrees) => set({ parentAgrees })}
          choices={yesNoUnknown}
        />
      )}
      {it.parentAware === 'no' && (
        <Radios
          path="parentNotTold"
          legend="Why not?"
          hint="Until somebody lifts it, the service sees “Do not contact” wherever a number is."
          value={it.parentNotTold}
          onChange={(parentNotTold) => set({ parentNotTold })}
          choices={optionsOf(notToldWords)}
        />
      )}
      <Radios
        path="childAgrees"
        legend="Does the child agree? (optional)"
        inline
        value={it.childAgrees}
        onChange={(childAgrees) => set({ childAgrees })}
        choices={yesNoUnknown}
      />
      <Details summary="Choose the service yourself" open={it.serviceId !== ''}>
        <Select
          path="serviceId"
          label="Which service should receive this?"
          hint="Left open, it goes by the child's address, then by the school. If that is not sure, both services see it until one takes it."
          empty="Decide by address or school"
          value={it.serviceId}
          onChange={(serviceId) => set({ serviceId })}
          options={services.map((service) => ({ value: service.id, label: service.name }))}
        />
      </Details>
    </>
  );
}
