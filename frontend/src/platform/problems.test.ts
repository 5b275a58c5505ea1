import { describe, expect, it } from 'vitest';
import { fieldFor, idOf, problemsByStep } from './problems';

const at = (path: string) => ({ path, code: 'INVALID', message: path });

describe('problems', () => {
  it('show at their field, or at the nearest one around it', () => {
    expect(fieldFor('youngPerson.dateOfBirth', ['youngPerson.dateOfBirth'])).toBe('youngPerson.dateOfBirth');
    expect(fieldFor('youngPerson.contacts.0.phone', ['youngPerson.contacts'])).toBe('youngPerson.contacts');
    expect(fieldFor('serviceId', ['youngPerson'])).toBeUndefined();
    expect(idOf('evidence.0.text')).toBe('f-evidence-0-text');
  });

  it('go to the step that can put them right; the rest stay at the last one', () => {
    const steps = [
      { step: 'child', fields: ['youngPerson.givenName', 'youngPerson.dateOfBirth'] },
      { step: 'what', fields: ['whatHappened', 'evidence'] },
    ] as const;
    const grouped = problemsByStep(
      [at('evidence.1.text'), at('youngPerson.dateOfBirth'), at('nowhere')],
      steps,
      'check' as 'child' | 'what' | 'check',
    );
    expect(grouped.get('child')?.map((p) => p.path)).toEqual(['youngPerson.dateOfBirth']);
    expect(grouped.get('what')?.map((p) => p.path)).toEqual(['evidence.1.text']);
    expect(grouped.get('check')?.map((p) => p.path)).toEqual(['nowhere']);
  });
});
