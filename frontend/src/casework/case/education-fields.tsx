/** Places of education, training and work that a child has at one time, each with its hours and whether it suits them. */
import { Button } from '../../components/button';
import { Radios } from '../../components/choices';
import { Select } from '../../components/select';
import { TextInput } from '../../components/text-input';
import { replaced, without } from '../../platform/lists';
import { optionsOf } from '../words';
import type { TypedPlace } from './measure-input';
import { placeWords, suitableWords } from './measure-words';

interface Props {
  places: readonly TypedPlace[];
  set: (places: TypedPlace[]) => void;
}

export function EducationFields({ places, set }: Props) {
  return (
    <div id="f-placements" tabIndex={-1}>
      {places.length === 0 && (
        <p className="govuk-body">No place: the child is in no education, training or work.</p>
      )}
      {places.map((place, index) => {
        const path = `placements.${index}`;
        const change = (part: Partial<TypedPlace>) => set(replaced(places, index, part));
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: places in the order in which they were added
          <fieldset key={index} className="govuk-fieldset app-person">
            <legend className="govuk-fieldset__legend govuk-fieldset__legend--s">Place {index + 1}</legend>
            <Select
              path={`${path}.kind`}
              label="What kind of place?"
              empty="Choose"
              value={place.kind}
              onChange={(kind) => change({ kind })}
              options={optionsOf(placeWords)}
            />
            <TextInput
              path={`${path}.hoursOffered`}
              label="Hours offered a week"
              width={5}
              value={place.offered}
              onChange={(offered) => change({ offered })}
            />
            <TextInput
              path={`${path}.hoursAttended`}
              label="Hours attended a week (optional)"
              width={5}
              value={place.attended}
              onChange={(attended) => change({ attended })}
            />
            <Radios
              path={`${path}.suitable`}
              legend="Does it suit the child?"
              value={place.suitable}
              onChange={(suitable) => change({ suitable })}
              choices={optionsOf(suitableWords)}
            />
            <Button look="secondary" onClick={() => set(without(places, index))}>
              Remove place {index + 1}
            </Button>
          </fieldset>
        );
      })}
      <Button look="secondary" onClick={() => set([...places, { kind: '', offered: '', attended: '' }])}>
        Add {places.length > 0 ? 'another' : 'a'} place
      </Button>
    </div>
  );
}
