/** A finished storyline over the wire's items, in a plain shape: items by key, citations by short names. */

export type SampleRun = { readonly text: string } | { readonly citation: string };

export type SampleCitation = {
  readonly id: string;
  /** Key of a sample item. */
  readonly item: string;
  /** Words found letter for letter in one paragraph of the item as it stands. */
  readonly exact: string;
};

export type SampleClaim = {
  readonly id: string;
  readonly kind: 'figure' | 'quote' | 'fact' | 'event';
  /** Words of the storyline itself. */
  readonly text: string;
  /** Citations that speak for it. */
  readonly evidence: readonly string[];
  /** Citations that give another figure. */
  readonly against: readonly string[];
};

export type SampleSection = {
  readonly title: string;
  readonly slot: 'chapter' | 'development' | 'context';
  readonly paragraphs: readonly (readonly SampleRun[])[];
};

export type SampleStoryline = {
  readonly slug: string;
  readonly headline: string;
  readonly standfirst: string;
  readonly bylines: readonly string[];
  readonly dateline: string;
  /** `YYYY-MM-DD` */
  readonly date: string;
  readonly language: string;
  readonly topics: readonly string[];
  readonly sections: readonly SampleSection[];
  readonly citations: readonly SampleCitation[];
  readonly claims: readonly SampleClaim[];
};

/** Splits `words[c1][c2] more` into text and citation marks. */
function runsOf(paragraph: string): readonly SampleRun[] {
  return paragraph
    .split(/(\[c\d+\])/)
    .filter((part) => part.length > 0)
    .map((part) => (/^\[c\d+\]$/.test(part) ? { citation: part.slice(1, -1) } : { text: part }));
}

function section(title: string, slot: SampleSection['slot'], text: string): SampleSection {
  return {
    title,
    slot,
    paragraphs: text
      .trim()
      .split(/\n\s*\n/)
      .map(runsOf),
  };
}

const citation = (id: string, item: string, exact: string): SampleCitation => ({ id, item, exact });

const claim = (
  id: string,
  kind: SampleClaim['kind'],
  text: string,
  evidence: readonly string[],
  against: readonly string[] = [],
): SampleClaim => ({ id, kind, text, evidence, against });

const citations: readonly SampleCitation[] = [
  citation('c1', 'mws-0305-suspect-in-custody', 'killed 13 American service members and about 170 Afghans'),
  citation('c2', 'ic-0305-sharif-top-commander', 'killed 13 service members of the US and over 170 Afghans'),
  citation(
    'c3',
    'mws-0305-first-appearance',
    'The Justice Department puts the number of civilians killed at approximately 160.',
  ),
  citation(
    'c4',
    'ic-0305-sharif-top-commander',
    'the operation rested on intelligence that the two countries had shared since the middle of February',
  ),
  citation(
    'c5',
    'mws-0305-first-appearance',
    'he had scouted a route to the airport for the bomber in August 2021',
  ),
  citation(
    'c6',
    'hp-0306-who-is-sharifullah',
    'several researchers who follow the group said that they had never met the name',
  ),
  citation('c7', 'mws-0310-detention-hearing', 'stay in detention while the case against him goes on'),
  citation(
    'c8',
    'mws-0407-rubio-dar-call',
    'Mr Rubio thanked Pakistan for the arrest of Mohammad Sharifullah',
  ),
  citation('c9', 'mws-0407-rubio-dar-call', 'a fair and balanced trade relationship'),
  citation(
    'c10',
    'ic-0403-pakistan-29',
    'Goods from Pakistan will pay a duty of 29 per cent at American ports from 9 April',
  ),
  citation('c11', 'mws-0403-pakistan-30', 'a US tariff of 29%'),
  citation(
    'c12',
    'hp-0403-pakistan-mills',
    "a US tariff that the annex to the president's order puts at 30%",
  ),
  citation('c13', 'ic-0403-pakistan-29', 'Sales there were worth a little over $5 billion last year'),
  citation(
    'c14',
    'loom-0403-home-textiles',
    'It gives work to roughly 40 per cent of the industrial labour force, many of them women',
  ),
  citation(
    'c15',
    'mws-0405-pakistan-delegation',
    'exports to the United States could fall by 20% to 25%, a loss of $1.1 billion to $1.4 billion a year, and put half a million jobs at risk',
  ),
  citation(
    'c16',
    'ic-0406-textile-jobs',
    '"They do not come to a gate where someone could tell them," he said.',
  ),
  citation(
    'c17',
    'ic-0408-minerals-forum',
    'one of the largest undeveloped deposits of copper and gold in the world, which Barrick Gold wants to bring into production in 2028',
  ),
  citation('c18', 'mws-0408-minerals-forum', 'is expected to cost about $5.5 billion in its first phase'),
  citation('c19', 'ht-0203-pakistan-seat', 'The General Assembly elected it last June with 182 votes.'),
  citation(
    'c20',
    'ic-0204-council-agenda',
    'more than 235,000 of its soldiers have served in 46 missions, and 181 have lost their lives',
  ),
  citation('c21', 'subh-0205-salamti-council', 'اب تک 46 مشنز میں حصہ لے چکا ہے'),
  citation(
    'c22',
    'ht-0319-committee-chairs',
    'Members of the Security Council still have not agreed who is to chair its subsidiary bodies this year.',
  ),
  citation(
    'c23',
    'ht-0210-daesh-report',
    'its affiliate in Afghanistan, ISIL-K, was among the most dangerous branches',
  ),
  citation(
    'c24',
    'mws-0307-afghan-deadline',
    'Afghans who hold an Afghan Citizen Card must leave Pakistan by 31 March or will be deported from April',
  ),
  citation(
    'c25',
    'ic-0401-afghan-repatriation',
    'The government says that three million Afghans should return in the course of 2025.',
  ),
  citation(
    'c26',
    'ic-0309-fund-pakistan',
    'The floods of 2022 covered a third of the country, killed more than 1,700 people and drove nearly eight million from their homes.',
  ),
  citation('c27', 'ws-0212-loss-damage-guide', 'Pledges so far come to about $768 million'),
  citation('c28', 'mws-0307-us-leaves-board', 'Pledges to the fund stand at about $741 million'),
  citation('c29', 'fanal-0308-pertes-et-prejudices', 'Washington s’était engagé à hauteur de 17,5 millions'),
  citation(
    'c30',
    'mws-0409-barbados-board',
    'Developing countries want at least half of it to go to the poorest states and small islands',
  ),
  citation('c31', 'mws-0409-pause', 'suspended for 90 days the higher tariffs on dozens of countries'),
  citation(
    'c32',
    'ic-0410-relief',
    'said that the remaining 10 per cent would still eat most of their margin',
  ),
  citation('c33', 'ic-0322-glaciers-gilgit', 'More than seven million people live below them.'),
  citation(
    'c34',
    'fanal-0305-aeroport-kaboul',
    'L’attaque avait coûté la vie à 13 militaires américains et à environ 170 civils afghans',
  ),
];

const sections: readonly SampleSection[] = [
  section(
    'A hand-over, and what it proves',
    'chapter',
    `
On the night of 4 March the president of the United States thanked Pakistan before both houses of Congress. A man named Mohammad Sharifullah was on a plane to Virginia, accused of a part in the bombing at Kabul airport in August 2021, which killed 13 American service members.[c1][c34] How many Afghans died beside them is still told in three ways: over 170 by Islamabad's count,[c2] about 170 in most reports,[c1] approximately 160 in the papers of the Justice Department.[c3]

The arrest itself was quiet work. Officials in Islamabad say that it grew out of intelligence shared since the middle of February.[c4] The charge rests on what the man is said to have told the FBI, that he scouted the bomber's road to the airport.[c5] It has not been tested, and researchers who know the Khorasan branch of Islamic State had never met his name.[c6] A judge has ordered him held while the case goes on.[c7]

So it is a small case, if one counts ranks. It is a large one if one counts habits: for the first time in years the two states showed in public that they can act on each other's word, against a group that the Security Council was told in February is among the most dangerous of its kind.[c23]
`,
  ),
  section(
    'Twenty-nine per cent',
    'chapter',
    `
Five weeks later came the other message. From 9 April goods from Pakistan were to pay a duty of 29 per cent at American ports.[c10][c11] For a day even the figure was in doubt, since an annex said 30, and copies of that first report still do.[c12] Pakistan sells the United States a little over $5 billion of goods a year,[c13] most of it cloth in one form or another.

Cloth means people. Textiles give work to roughly 40 per cent of the industrial labour force, and many of them are women.[c14] Economists in Islamabad warned that half a million jobs were at risk.[c15] In Faisalabad a supervisor said of the women who hem towels at home: "They do not come to a gate where someone could tell them."[c16]

On 7 April the secretary of state rang the foreign minister. He gave thanks for the arrest,[c8] spoke of a fair and balanced trade relationship,[c9] and turned to minerals. There the interests of both sides meet: Reko Diq, one of the largest undeveloped deposits of copper and gold, is to produce from 2028,[c17] and its first phase will cost about $5.5 billion.[c18]
`,
  ),
  section(
    'A seat, a fund and a border',
    'context',
    `
Pakistan makes its case in a better room than it had a year ago. The General Assembly gave it 182 votes for a seat on the Security Council that it holds until the end of 2026.[c19] It brings a record that few can match: more than 235,000 soldiers in 46 missions,[c20][c21] and 181 dead.[c20] The tools are slower than the record deserves. Eleven weeks into the year the members had not agreed who would chair the sanctions committees.[c22]

It also speaks there for those who live with weather that they did not make. The floods of 2022 covered a third of the country and killed more than 1,700 people.[c26] More than seven million live below lakes that the glaciers leave as they melt.[c33] The fund for loss and damage that Pakistan helped to win holds pledges of about $768 million,[c27] or $741 million by another count.[c28] The United States had promised 17.5 million of that,[c29] and left the board in March.

A fair account has to name what weakens this voice. Holders of an Afghan Citizen Card were told to leave by 31 March,[c24] and the government wants three million Afghans to return within the year.[c25] Whoever asks the world for solidarity will be asked about Torkham.
`,
  ),
  section(
    'Ninety days',
    'development',
    `
Hours after the higher tariffs had begun they were suspended for 90 days.[c31] In Karachi exporters breathed out, and added that the remaining 10 per cent would eat most of their margin.[c32] The delegation will travel as planned.

It could carry one list instead of three. Security, trade and climate are argued in different rooms by different ministries, yet it is the same districts that lose when a mill closes, a river rises or a recruiter comes by. In Bridgetown this week developing countries ask that at least half of the fund's first money go to the poorest states and small islands;[c30] in Washington the question is what a towel may cost; in Alexandria twelve citizens will one day decide about one man.

The arrest showed that the two countries can finish something together. What they do with a season of ninety days will show whether they meant it.
`,
  ),
];

const claims: readonly SampleClaim[] = [
  claim('k1', 'figure', 'killed 13 American service members', ['c1', 'c2', 'c34']),
  claim('k2', 'figure', "over 170 by Islamabad's count", ['c2'], ['c3']),
  claim('k3', 'figure', 'approximately 160 in the papers of the Justice Department', ['c3'], ['c1', 'c2']),
  claim('k4', 'fact', 'intelligence shared since the middle of February', ['c4']),
  claim('k5', 'event', 'A judge has ordered him held while the case goes on', ['c7']),
  claim('k6', 'figure', 'a duty of 29 per cent at American ports', ['c10', 'c11'], ['c12']),
  claim('k7', 'figure', 'a little over $5 billion of goods a year', ['c13']),
  claim('k8', 'figure', 'roughly 40 per cent of the industrial labour force', ['c14']),
  claim('k9', 'figure', 'half a million jobs were at risk', ['c15']),
  claim('k10', 'quote', 'They do not come to a gate where someone could tell them.', ['c16']),
  claim('k11', 'event', 'On 7 April the secretary of state rang the foreign minister', ['c8']),
  claim('k12', 'fact', 'is to produce from 2028', ['c17']),
  claim('k13', 'figure', 'its first phase will cost about $5.5 billion', ['c18']),
  claim('k14', 'figure', 'gave it 182 votes for a seat on the Security Council', ['c19']),
  claim('k15', 'figure', 'more than 235,000 soldiers in 46 missions', ['c20', 'c21']),
  claim('k16', 'figure', '181 dead', ['c20']),
  claim('k17', 'figure', 'covered a third of the country and killed more than 1,700 people', ['c26']),
  claim('k18', 'figure', 'pledges of about $768 million', ['c27'], ['c28']),
  claim('k19', 'figure', 'The United States had promised 17.5 million of that', ['c29']),
  claim('k20', 'event', 'told to leave by 31 March', ['c24']),
  claim('k21', 'figure', 'three million Afghans to return within the year', ['c25']),
  claim('k22', 'event', 'they were suspended for 90 days', ['c31']),
  claim('k23', 'figure', 'More than seven million live below lakes', ['c33']),
];

/** The storyline that a seeder can put on the desk beside the wire: four sections that braid the four topics. */
export const sampleStoryline: SampleStoryline = {
  slug: 'the-arrest-and-the-tariff',
  headline: 'The arrest and the tariff: what Washington and Islamabad can still finish together',
  standfirst:
    'Pakistan caught a man whom America wanted, and five weeks later got a 29 per cent tariff. A seat on the Security Council and an almost empty climate fund are part of the same conversation.',
  bylines: ['The Mast Street Desk'],
  dateline: 'Port Ellery',
  date: '2025-04-10',
  language: 'en',
  topics: ['isis-k', 'tariffs', 'unsc', 'climate'],
  sections,
  citations,
  claims,
};
