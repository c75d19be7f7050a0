import { pluralIn } from './plural.ts';

/** English for the editing of topics and for what verdicts say of their rules. */

const plural = pluralIn('en');

export const topicEditing = {
  show: {
    label: 'What to see of this topic',
    rules: 'Rules',
    edit: 'Edit',
    quality: 'Quality',
    versions: 'Versions',
  },
  edit: {
    rules: 'Rules as text',
    checking: 'Checking…',
    fine: 'These rules can be used.',
    place: (line: number, column: number) => `line ${line}, column ${column}`,
    tryIt: 'See what would change',
    save: 'Save rules',
    add: 'Add',
    drop: 'Drop changes',
    saved: (name: string, version: number) =>
      `Saved version ${version} of ${name}. Stored items are tagged again in the background.`,
    conflict: (version: number) =>
      `Version ${version} was saved meanwhile. Your changes are still here and not saved.`,
    takeTheirs: 'Drop mine, show theirs',
    keepMine: 'Go on with mine, over theirs',
    whatIf: 'What would change',
    span: 'Items of the last days',
    days: (n: number) => plural(n, 'last day', 'last # days'),
    trying: 'Reading the stored items with both…',
    ofItems: (n: number) => plural(n, 'of 1 item', 'of # items'),
    gainedRight: (n: number) => plural(n, '1 gained was marked relevant.', '# gained were marked relevant.'),
    gainedWrong: (n: number) =>
      plural(n, '1 gained was marked not relevant.', '# gained were marked not relevant.'),
    lostWrong: (n: number) => plural(n, '1 lost was marked relevant.', '# lost were marked relevant.'),
    lostRight: (n: number) =>
      plural(n, '1 lost was marked not relevant.', '# lost were marked not relevant.'),
    gained: (n: number) => plural(n, '1 item gained', '# items gained'),
    lost: (n: number) => plural(n, '1 item lost', '# items lost'),
    version: (n: number) => `Version ${n}`,
    cameWithDesk: 'came with the desk',
    changes: 'Changes',
    restore: 'Open in the editor',
    unchanged: 'The rules are the same.',
    addTopic: 'Add a topic',
    openFile: 'Open a file',
    writeNew: 'Write a new one',
    download: 'Download',
    switchOff: 'Switch off',
    switchOn: 'Switch on',
    tagging: 'Stored items are tagged again',
    taggingOf: (done: string, total: string) => `Tagging stored items: ${done} of ${total}`,
    newTitle: 'New topic',
    unsaved: 'not saved',
    replaced: 'Your unsaved changes of these rules made way.',
    noOffers: 'Every topic that comes with the desk is tracked already.',
    testDraft: 'Tried with your unsaved changes.',
    testSaved: 'Your unsaved changes have faults: tried with the rules as they are saved.',
    template: `topic my-topic "My topic"
about "What belongs to it, and what does not."
relevant 0.5
queue 0.2

concept core weight 4 {
  en: "a phrase" | word~
}
`,
  },
  why: {
    title: 'Why, and why not',
    nothing: 'No topic’s rules found anything here, and nothing came near.',
    base: 'start',
    together: 'together',
    learned: 'learned from verdicts',
    refused: {
      must: 'The score is 0: what the whole item must have is not there.',
      mustNot: 'The score is 0: the item has what it must not have.',
    },
    lacked: (text: string, cues: string) => `“${text}” counted less or not at all: no ${cues} near it.`,
    doubted: (text: string, because: string) => `“${text}” lost weight because of “${because}”.`,
    missed: (text: string, missing: string) => `“${text}” would have counted: ${missing}.`,
  },
  sampling: {
    title: 'Recall of the queue',
    unknown: 'Not known yet: nobody has judged a sample of what falls below the queue.',
    interval: (low: string, high: string) => `of what matters is in the queue (90% sure: ${low} to ${high}).`,
    below: (below: string) => `${below} items are below the queue.`,
    judged: (sampled: number, missed: number) =>
      `${plural(sampled, 'One of them was', '# of them were')} sampled and judged, ${missed === 0 ? 'none' : missed.toLocaleString('en')} relevant.`,
    waiting: (waiting: number) => plural(waiting, 'One sample waits in Review.', '# samples wait in Review.'),
    share: 'Samples from below the queue',
    usual: 'usual: one in 200, once ten items are judged',
    off: 'off',
    oneIn: (n: number) => `one in ${n}`,
    sample: 'sample',
    desk: 'Samples on this desk (all topics)',
    deskOff: 'Off for the whole desk: no topic shows samples. What each topic has chosen is kept.',
    why: 'Below the queue: shown as a sample, so that recall can be estimated.',
  },
  quality: {
    precision: 'Precision',
    recall: 'Recall',
    noVerdicts: 'Nobody has marked any of these items yet, so precision and recall are not known.',
    verdicts: 'Verdicts',
    learning: 'What was learned',
    learningLead:
      'A correction of the rules’ score, never larger than the verdicts allow. Without verdicts there is none.',
    taken: (taken: number, applied: number) =>
      `${plural(taken, '1 verdict', '# verdicts')} taken in, ${applied.toLocaleString('en')} of them in use for tagging.`,
    learningOff: 'Switched off: the rules alone decide.',
    stop: 'Do not learn',
    start: 'Learn from verdicts',
    reset: 'Forget what was learned',
    resetSure: (n: number) =>
      plural(
        n,
        'What one verdict taught would be lost for good. The verdict itself stays; learning begins anew with the next one.',
        'What # verdicts taught would be lost for good. The verdicts themselves stay; learning begins anew with the next one.',
      ),
    resetNow: 'Forget it',
    forgotten: 'Forgotten. Scores are worked out again from the rules alone.',
    strongest: 'Strongest features',
    proposals: 'What the verdicts suggest',
    noProposals: 'No change of the rules would agree better with the verdicts so far.',
    change: {
      quoted: (words: string) => `“${words}”`,
      except: (phrases: string) => `Do not count what stands in ${phrases}.`,
      penalise: (term: string) => `Doubt every hit in an item that says “${term}”.`,
      threshold: (from: string, to: string) => `Count as relevant from ${to} on, not from ${from}.`,
      term: (term: string, concept: string) => `Count “${term}” as ${concept}.`,
    },
    toEditor: 'Put into the editor',
    ofVerdicts: 'of the items with a verdict',
    terms: 'Terms that tell relevant items from the rest',
    termsLead: 'In how many relevant and not relevant items each one stands.',
    speaksFor: 'for it',
    speaksAgainst: 'against it',
    counts: (accepted: number, rejected: number) =>
      `in ${accepted} relevant and ${rejected} not relevant items`,
  },
};
