import { UndoStack } from '../lib/undo-stack.ts';

/** What was done on this desk since the page was opened; every screen puts its steps here. */
export const undoStack = new UndoStack();
