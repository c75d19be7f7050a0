import { describe, expect, it } from 'vitest';
import { bind, type KeyLike, press, strokeOf } from './keymap.ts';

const key = (over: Partial<KeyLike>): KeyLike => ({
  key: 'j',
  code: 'KeyJ',
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...over,
});

describe('strokeOf', () => {
  it('names letters, signs and arrows', () => {
    expect(strokeOf(key({}))).toBe('j');
    expect(strokeOf(key({ key: '?', code: 'Slash', shiftKey: true }))).toBe('?');
    expect(strokeOf(key({ key: 'X', code: 'KeyX', shiftKey: true }))).toBe('Shift+x');
    expect(strokeOf(key({ key: 'ArrowDown', code: 'ArrowDown', shiftKey: true }))).toBe('Shift+ArrowDown');
    expect(strokeOf(key({ key: 'k', code: 'KeyK', metaKey: true }))).toBe('Mod+k');
  });

  it('reads the physical key under an Arabic layout', () => {
    expect(strokeOf(key({ key: 'ت', code: 'KeyJ' }))).toBe('j');
  });

  it('keeps the letter that a Latin layout prints, wherever the key lies', () => {
    expect(strokeOf(key({ key: 'j', code: 'KeyC' }))).toBe('j');
    expect(strokeOf(key({ key: 'é', code: 'Digit2' }))).toBe('é');
  });

  it('is silent for a modifier alone', () => {
    expect(strokeOf(key({ key: 'Shift', code: 'ShiftLeft', shiftKey: true }))).toBeNull();
  });
});

describe('press', () => {
  const bindings = bind([
    ['next', ['j', 'ArrowDown']],
    ['goToday', ['g t']],
    ['late', ['j']],
  ]);

  it('waits for the rest of a sequence, then runs it', () => {
    expect(press(bindings, '', 'g')).toEqual({ pending: 'g' });
    expect(press(bindings, 'g', 't')).toEqual({ command: 'goToday' });
  });

  it('starts afresh on a key that does not go on', () => {
    expect(press(bindings, 'g', 'j')).toEqual({ command: 'next' });
    expect(press(bindings, 'g', 'q')).toEqual({ nothing: true });
  });

  it('gives a key that two commands claim to the first', () => {
    expect(press(bindings, '', 'j')).toEqual({ command: 'next' });
  });
});
