/** What happened and what worries most. */
import { Radios } from '../../components/choices';
import { DateInput } from '../../components/date-input';
import { Select } from '../../components/select';
import { TextArea } from '../../components/text-area';
import type { FactorCode, Trigger, Urgency } from '../../gql/graphql';
import { needsEvidence, riskGroups } from '../factors';
import { optionsOf, triggerWords } from '../words';
import type { StepProps } from './danger-step';

const urgencies: { value: Urgency; label: string; hint: string }[] = [
  { value: 'ROUTINE', label: 'Routine', hint: 'Decided within 2 working days' },
  { value: 'PRIORITY', label: 'Priority', hint: 'Decided within 1 working day' },
  {
    value: 'IMMEDIATE',
    label: 'Immediate',
    hint: 'Read today. Outside office hours you have to call as well',
  },
];

export function WhatStep({ it, set }: StepProps) {
  const { mainFactor } = it;
  return (
    <>
      <TextArea
        path="whatHappened"
        label="What happened?"
        hint="What was seen or heard, when, and by whom. Facts apart from opinions: the child may read this one day. Do not name other children."
        rows={8}
        limit={2000}
        value={it.whatHappened}
        onChange={(whatHappened) => set({ whatHappened })}
      />
      <Select
        path="mainFactor"
        label="What worries you most?"
        empty="Choose one"
        value={mainFactor}
        onChange={(value) => set({ mainFactor: value as FactorCode | '' })}
        groups={riskGroups}
      />
      {mainFactor && needsEvidence(mainFactor) && (
        <TextArea
          path="evidence.0.text"
          label="What was seen or heard that makes you think so, and by whom?"
          hint="One or two lines"
          rows={3}
          value={it.evidence[mainFactor] ?? ''}
          onChange={(text) => set({ evidence: { ...it.evidence, [mainFactor]: text } })}
        />
      )}
      <Select
        path="trigger"
        label="Was there an event that made you refer now?"
        empty="Choose"
        value={it.trigger}
        onChange={(trigger) => set({ trigger: trigger as Trigger | '' })}
        options={optionsOf(triggerWords)}
      />
      {it.trigger && it.trigger !== 'NONE' && (
        <DateInput
          path="triggeredOn"
          legend="When? (optional)"
          value={it.triggeredOn}
          onChange={(triggeredOn) => set({ triggeredOn })}
        />
      )}
      <Radios
        path="urgency"
        legend="How soon does somebody need to look at this?"
        value={it.urgency}
        onChange={(urgency) => set({ urgency })}
        choices={urgencies}
      />
    </>
  );
}
