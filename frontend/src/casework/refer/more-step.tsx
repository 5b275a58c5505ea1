/** "Add what you have": all of it optional, in the order in which a triage officer asks for it. */
import { Checkbox, Checkboxes } from '../../components/choices';
import { DateInput } from '../../components/date-input';
import { Select } from '../../components/select';
import { TextArea } from '../../components/text-area';
import { TextInput } from '../../components/text-input';
import type { FactorCode } from '../../gql/graphql';
import { needsEvidence, riskGroups, strengths } from '../factors';
import { harmWords, socialCareWords, specialNeedsWords, weaponWords } from '../referral-content';
import { optionsOf } from '../words';
import type { StepProps } from './danger-step';
import { ContactFields, ProfessionalFields } from './people-fields';

function Factors({ it, set }: StepProps) {
  const reveal = (code: FactorCode) =>
    needsEvidence(code) ? (
      <TextArea
        path={`evidenceFor.${code}`}
        label="What was seen or heard, and by whom?"
        rows={2}
        value={it.evidence[code] ?? ''}
        onChange={(text) => set({ evidence: { ...it.evidence, [code]: text } })}
      />
    ) : undefined;
  return (
    <>
      {riskGroups.map((group) => (
        <Checkboxes<FactorCode>
          key={group.label}
          path={`factors.${group.label}`}
          legend={`${group.label}: what else worries you?`}
          small
          values={it.factors}
          onChange={(factors) => set({ factors })}
          choices={group.options
            .filter((option) => option.value !== it.mainFactor)
            .map((option) => ({ ...option, reveals: reveal(option.value) }))}
        />
      ))}
      <Checkboxes<FactorCode>
        path="strengths"
        legend="What is going well?"
        small
        values={it.strengths}
        onChange={(chosen) => set({ strengths: chosen })}
        choices={strengths}
      />
    </>
  );
}

function Views({ it, set }: StepProps) {
  return (
    <>
      <TextArea
        path="childView"
        label="What does the child say?"
        rows={3}
        value={it.childView}
        onChange={(childView) => set({ childView })}
      />
      <TextArea
        path="parentView"
        label="What does a parent say?"
        rows={3}
        value={it.parentView}
        onChange={(parentView) => set({ parentView })}
      />
      <TextArea
        path="triedSoFar"
        label="What has been tried?"
        rows={3}
        value={it.triedSoFar}
        onChange={(triedSoFar) => set({ triedSoFar })}
      />
    </>
  );
}

function Facts({ it, set }: StepProps) {
  return (
    <>
      <Select
        path="weapon"
        label="Weapon"
        empty="Leave open"
        value={it.weapon}
        onChange={(value) => set({ weapon: value as typeof it.weapon })}
        options={optionsOf(weaponWords)}
      />
      <Select
        path="harm"
        label="Harm"
        empty="Leave open"
        value={it.harm}
        onChange={(value) => set({ harm: value as typeof it.harm })}
        options={optionsOf(harmWords)}
      />
      <DateInput
        path="lastIncidentOn"
        legend="When was the last incident?"
        value={it.lastIncidentOn}
        onChange={(lastIncidentOn) => set({ lastIncidentOn })}
      />
      <Select
        path="socialCare"
        label="Social care"
        empty="Leave open"
        value={it.socialCare}
        onChange={(value) => set({ socialCare: value as typeof it.socialCare })}
        options={optionsOf(socialCareWords)}
      />
      <Select
        path="education.specialNeeds"
        label="Special educational needs"
        empty="Leave open"
        value={it.specialNeeds}
        onChange={(value) => set({ specialNeeds: value as typeof it.specialNeeds })}
        options={optionsOf(specialNeedsWords)}
      />
      <TextInput
        path="education.attendancePercent"
        label="School attendance, percent"
        width={3}
        numeric
        value={it.attendancePercent}
        onChange={(attendancePercent) => set({ attendancePercent })}
      />
      <TextInput
        path="education.suspensionsThisYear"
        label="Suspensions this school year"
        width={3}
        numeric
        value={it.suspensionsThisYear}
        onChange={(suspensionsThisYear) => set({ suspensionsThisYear })}
      />
    </>
  );
}

function Reaching({ it, set }: StepProps) {
  return (
    <>
      <TextArea
        path="youngPerson.address.lines"
        label="Home address"
        hint="One line each. “No fixed address” is an answer."
        rows={3}
        value={it.addressLines}
        onChange={(addressLines) => set({ addressLines })}
      />
      <TextInput
        path="youngPerson.address.postcode"
        label="Postcode"
        hint="Decides which service receives the referral"
        width={10}
        value={it.postcode}
        onChange={(postcode) => set({ postcode })}
      />
      <Checkbox
        path="youngPerson.address.mayDisclose"
        label="The address must be kept secret"
        checked={it.addressSecret}
        onChange={(addressSecret) => set({ addressSecret })}
      />
      <TextInput
        path="youngPerson.upn"
        label="UPN"
        hint="13 characters, from the school's records"
        width={20}
        value={it.upn}
        onChange={(upn) => set({ upn })}
      />
      <TextInput
        path="youngPerson.nhsNumber"
        label="NHS number"
        width={10}
        numeric
        value={it.nhsNumber}
        onChange={(nhsNumber) => set({ nhsNumber })}
      />
      <TextArea
        path="communicationNeeds"
        label="Communication needs"
        rows={2}
        value={it.communicationNeeds}
        onChange={(communicationNeeds) => set({ communicationNeeds })}
      />
      <Checkbox
        path="interpreterNeeded"
        label="An interpreter is needed"
        checked={it.interpreterNeeded}
        onChange={(interpreterNeeded) => set({ interpreterNeeded })}
      />
      <TextArea
        path="risksToVisitors"
        label="Risks to people who visit"
        rows={2}
        value={it.risksToVisitors}
        onChange={(risksToVisitors) => set({ risksToVisitors })}
      />
      <TextInput
        path="externalReference"
        label="Your own reference"
        width={20}
        value={it.externalReference}
        onChange={(externalReference) => set({ externalReference })}
      />
    </>
  );
}

export function MoreStep(props: StepProps) {
  return (
    <>
      <p className="govuk-body">
        All of this is optional. Add what you have to hand; you can also add it later.
      </p>
      <h2 className="govuk-heading-m">How to reach the family</h2>
      <ContactFields {...props} />
      <Reaching {...props} />
      <h2 className="govuk-heading-m">Views</h2>
      <Views {...props} />
      <h2 className="govuk-heading-m">Facts</h2>
      <Facts {...props} />
      <ProfessionalFields {...props} />
      <h2 className="govuk-heading-m">Worries and strengths</h2>
      <Factors {...props} />
    </>
  );
}
