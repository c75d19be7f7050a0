import { describe, expect, it } from 'vitest';
import { UndoStack } from './undo-stack.ts';

const recorder = () => {
  const undone: string[] = [];
  const entry = (label: string) => ({ label, undo: () => void undone.push(label) });
  return { undone, entry };
};

describe('UndoStack', () => {
  it('takes back the newest step first, each once', () => {
    const { undone, entry } = recorder();
    const stack = new UndoStack();
    for (const label of ['a', 'b', 'c']) stack.push(entry(label));
    stack.undo();
    stack.undo();
    expect(undone).toEqual(['c', 'b']);
    stack.undo();
    expect(stack.undo()).toBeNull();
    expect(undone).toEqual(['c', 'b', 'a']);
  });

  it('remembers at least fifty steps and forgets the oldest beyond its limit', () => {
    const { undone, entry } = recorder();
    const stack = new UndoStack();
    for (let n = 1; n <= 60; n++) stack.push(entry(String(n)));
    while (stack.undo() !== null);
    expect(undone).toHaveLength(60);
    const short = new UndoStack(2);
    for (const label of ['old', 'mid', 'new']) short.push(entry(label));
    expect(short.entries().map((e) => e.label)).toEqual(['mid', 'new']);
  });

  it('takes back a step out of order, and never twice', () => {
    const { undone, entry } = recorder();
    const stack = new UndoStack();
    const first = entry('first');
    stack.push(first);
    stack.push(entry('second'));
    expect(stack.undoEntry(first)).toBe(true);
    expect(stack.undoEntry(first)).toBe(false);
    stack.undo();
    expect(undone).toEqual(['first', 'second']);
  });

  it('offers a step again that could not be taken back yet', async () => {
    const stack = new UndoStack();
    const answers = [false, true];
    const entry = { label: 'waits', undo: async () => answers.shift() };
    stack.push(entry);
    stack.undo();
    await new Promise(setImmediate);
    expect(stack.entries()).toEqual([entry]);
    stack.undo();
    await new Promise(setImmediate);
    expect(stack.entries()).toEqual([]);
  });

  it('tells its listeners until they leave', () => {
    const { entry } = recorder();
    const stack = new UndoStack();
    let told = 0;
    const leave = stack.subscribe(() => told++);
    stack.push(entry('a'));
    leave();
    stack.push(entry('b'));
    expect(told).toBe(1);
  });
});
