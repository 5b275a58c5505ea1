// @vitest-environment jsdom
import { act, cleanup, renderHook } from '@testing-library/react';
import { afterEach, describe, expect, it } from 'vitest';
import { forgetKept, keepTyped, useKept } from './kept';

afterEach(() => {
  cleanup();
  keepTyped(false);
  forgetKept();
});

function typed(text: string) {
  const hook = renderHook(() => useKept('note', ''));
  act(() => hook.result.current[1](text));
  return hook;
}

describe('what was typed', () => {
  it('comes back after the end of a sign-in', () => {
    const hook = typed('Seen at home');
    keepTyped(true);
    hook.unmount();
    keepTyped(false);
    expect(renderHook(() => useKept('note', '')).result.current[0]).toBe('Seen at home');
  });

  it('is gone when somebody leaves the page', () => {
    typed('Seen at home').unmount();
    expect(renderHook(() => useKept('note', '')).result.current[0]).toBe('');
  });

  it('is gone when another person signs in', () => {
    const hook = typed('Seen at home');
    keepTyped(true);
    hook.unmount();
    forgetKept();
    keepTyped(false);
    expect(renderHook(() => useKept('note', '')).result.current[0]).toBe('');
  });
});
