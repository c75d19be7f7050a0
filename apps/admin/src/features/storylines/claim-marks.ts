import type { ClaimStatus, StorylineDetail } from '@throughline/schema';
import { Extension } from '@tiptap/core';
import type { Node } from '@tiptap/pm/model';
import { Plugin, PluginKey } from '@tiptap/pm/state';
import { Decoration, DecorationSet } from '@tiptap/pm/view';
import type { Store } from '../../lib/store.ts';

type Claims = StorylineDetail['claims'];

const WORST: readonly ClaimStatus[] = ['stale', 'contested', 'unsupported', 'single', 'corroborated'];
const key = new PluginKey<DecorationSet>('claim-marks');

/** The worst status among the claims whose words stand in a paragraph; null when none does. */
export function statusIn(text: string, claims: Claims): ClaimStatus | null {
  const inside = new Set(claims.filter((claim) => text.includes(claim.text)).map((claim) => claim.status));
  return WORST.find((status) => inside.has(status)) ?? null;
}

function marksIn(document: Node, claims: Claims): DecorationSet {
  const marks: Decoration[] = [];
  document.descendants((node, position) => {
    if (!node.isTextblock) return true;
    const status = statusIn(node.textContent, claims);
    if (status !== null)
      marks.push(Decoration.node(position, position + node.nodeSize, { 'data-claim': status }));
    return false;
  });
  return DecorationSet.create(document, marks);
}

/** Shows in the margin how well the claims of each paragraph are proven. */
export const claimMarks = (claims: Store<Claims>) =>
  Extension.create({
    name: 'claimMarks',
    addProseMirrorPlugins: () => [
      new Plugin<DecorationSet>({
        key,
        state: {
          init: (_config, state) => marksIn(state.doc, claims.get()),
          apply: (change, marks) =>
            change.docChanged || change.getMeta(key) !== undefined
              ? marksIn(change.doc, claims.get())
              : marks,
        },
        props: { decorations: (state) => key.getState(state) },
        view: (view) => ({
          destroy: claims.subscribe(() => view.dispatch(view.state.tr.setMeta(key, true))),
        }),
      }),
    ],
  });
