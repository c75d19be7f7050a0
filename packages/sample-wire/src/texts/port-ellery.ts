import type { WireEntry } from '../entry.ts';

/** Port Ellery, an invented harbour town: councils, ferries, traffic and weather, with the words that fool a tagger. */
export const portEllery: readonly WireEntry[] = [
  {
    key: 'hp-0203-ferry-timetable',
    feed: 'harbour-front',
    at: '2025-02-03T07:00',
    by: 'Ruth Ekdahl',
    category: ['Local', 'Traffic'],
    title: 'Last ferry to the island now at half past ten',
    text: `From Monday the last ferry to Sand Island leaves at 10.30 in the evening, forty minutes later than before. The council pays for the extra crossing for a year.

Restaurants had asked for it, and so had the nurses of the late shift. The first boat still leaves at six.`,
  },
  {
    key: 'hp-0206-council-budget',
    feed: 'harbour-front',
    at: '2025-02-06T20:30',
    by: 'Imogen Falk',
    category: ['Local', 'Politics'],
    title: 'Town council passes budget at midnight, swimming bath stays open',
    text: `After nine hours and two adjournments the town council of Port Ellery passed its budget by a single vote. The swimming bath stays open on four days a week; the library loses its Thursday evening.

An amendment to close Mast Street to cars was put off until autumn. One councillor fell asleep and was counted as present.`,
  },
  {
    key: 'hp-0211-security-council',
    feed: 'harbour-front',
    at: '2025-02-11T08:15',
    by: 'Imogen Falk',
    category: ['Local', 'Politics'],
    title: 'Harbour gets its own security council after cable theft',
    text: `Police, port authority and shipping agents will sit together once a month from March. The new security council of the harbour was founded after thieves had taken 600 metres of copper cable in one night.

It has no powers, its chair said, and good coffee.`,
  },
  {
    key: 'hp-0214-climate-of-fear',
    feed: 'harbour-front',
    at: '2025-02-14T09:40',
    by: 'Imogen Falk',
    category: ['Local'],
    title: 'Report finds “climate of fear” at ambulance service',
    text: `Staff of the county ambulance service did not dare to report mistakes, an outside report says. It speaks of a climate of fear in which those who complained were given the night shifts.

The director has announced his retirement. Crews said that the climate had to change from the top.`,
    edits: [
      {
        at: '2025-02-14T15:00',
        replace: [['has announced his retirement', 'has resigned']],
        note: 'The director resigned during the afternoon.',
      },
    ],
  },
  {
    key: 'hp-0218-snow',
    feed: 'harbour-front',
    at: '2025-02-18T06:00',
    by: 'Weather desk',
    category: ['Weather'],
    title: 'Snow down to the beaches, buses on winter roads only',
    text: `Fifteen centimetres of snow fell on Port Ellery overnight, the most for eleven years. Schools in the hills stay closed. Buses run on the main roads only, and the bridge to the island has been gritted twice.

By Thursday the wind turns west and it will rain.`,
  },
  {
    key: 'hp-0221-bridge',
    feed: 'harbour-front',
    at: '2025-02-21T07:10',
    by: 'Ruth Ekdahl',
    category: ['Local', 'Traffic'],
    title: 'Swing bridge stuck open for six hours',
    text: `A bolt of the size of a thumb held up half the town on Thursday. The swing bridge had opened for a barge at seven in the morning and would not close.

Children were rowed to school. The barge's skipper handed out tea.`,
  },
  {
    key: 'hp-0225-taxi-tariff',
    feed: 'harbour-front',
    at: '2025-02-25T10:00',
    by: 'Ruth Ekdahl',
    category: ['Local'],
    title: 'New taxi tariff from April: night rate begins at nine',
    text: `The council has approved the taxi tariff for 2025. The first kilometre costs as much as before, each further one eight per cent more, and the night rate begins at nine instead of ten.

Drivers had asked for twelve per cent.`,
  },
  {
    key: 'hp-0304-lighthouse',
    feed: 'harbour-front',
    at: '2025-03-04T09:00',
    by: 'Imogen Falk',
    category: ['Local', 'Culture'],
    title: 'Lighthouse keeper’s diary found behind panelling',
    text: `Workers who mended the stairs of the old lighthouse have found a diary of 1911. Its keeper wrote down wind, oil and visitors, and on one page out of ten what he had dreamed.

The town's archive will show it from May. The dreams are mostly about cabbage.`,
  },
  {
    key: 'hp-0307-hospital',
    feed: 'harbour-front',
    at: '2025-03-07T08:30',
    by: 'Imogen Falk',
    category: ['Local', 'Health'],
    title: 'Waiting time at harbour hospital falls below four hours',
    text: `For the first time since 2021 most patients in the emergency room of the harbour hospital were seen within four hours. The hospital says that a second triage nurse made the difference.

The record, eleven hours, was set on New Year's Eve.`,
  },
  {
    key: 'hp-0311-gulls',
    feed: 'harbour-front',
    at: '2025-03-11T07:45',
    by: 'Ruth Ekdahl',
    category: ['Local'],
    teaser: true,
    title: 'Council declares war on chip-stealing gulls, gulls decline to comment',
    text: `Nets, hawks and a recorded scream: the council will try all three on the promenade this summer. Last year 214 people reported a theft of food from the air.

A biologist of the university recommends eating indoors.`,
  },
  {
    key: 'hp-0319-school-roof',
    feed: 'harbour-front',
    at: '2025-03-19T10:20',
    by: 'Imogen Falk',
    category: ['Local', 'Schools'],
    title: 'School closed after ceiling comes down in empty classroom',
    text: `A part of the ceiling fell at the Quay primary school on Tuesday night. Nobody was hurt. The 240 children will be taught in the seamen's hall until the roof has been checked.

The building dates from 1962 and was to be renovated in 2019.`,
  },
  {
    key: 'hp-0324-election',
    feed: 'harbour-front',
    at: '2025-03-24T21:40',
    by: 'Imogen Falk',
    category: ['Local', 'Politics'],
    title: 'By-election on Sand Island decided by three votes',
    text: `After a recount the independent candidate has won the seat of Sand Island in the town council by 412 votes to 409. Turnout was 71 per cent, since the ferry was free.

The loser asked for a third count and then withdrew the request.`,
    edits: [
      {
        at: '2025-03-24T23:05',
        title: 'By-election on Sand Island decided by two votes',
        replace: [['412 votes to 409', '411 votes to 409']],
        note: 'The returning officer corrected the result shortly before midnight.',
      },
    ],
  },
  {
    key: 'hp-0401-climate-control',
    feed: 'harbour-front',
    at: '2025-04-01T08:00',
    by: 'Ruth Ekdahl',
    category: ['Local'],
    title: 'Museum shuts ship gallery while climate control is replaced',
    text: `The gallery of ship models will be closed until June. Its climate control, which keeps the air at half of full moisture, has failed twice since Christmas, and rigging has begun to sag.

The whale stays where it is. It cannot be moved.`,
  },
  {
    key: 'hp-0403-parking',
    feed: 'harbour-front',
    at: '2025-04-03T07:30',
    by: 'Ruth Ekdahl',
    category: ['Local', 'Traffic'],
    title: 'Mast Street: roadworks until Whitsun',
    text: `The water main under Mast Street is 109 years old and has burst nine times since autumn. From Monday it will be replaced, section by section. Cars are led along the quay, bicycles through the churchyard.

Shops stay open.`,
  },
  {
    key: 'hp-0407-dry-week',
    feed: 'harbour-front',
    at: '2025-04-07T06:20',
    by: 'Weather desk',
    category: ['Weather'],
    title: 'A dry week, cold nights, and no rain before Sunday',
    text: `High pressure stays over the sea and brings sunny days with up to 14 degrees. Gardeners should cover what has come up too early, for there may be ground frost until Thursday.

Water temperature on the beach: eight degrees.`,
  },
  {
    key: 'hp-0411-fish-auction',
    feed: 'harbour-front',
    at: '2025-04-11T06:30',
    by: 'Ruth Ekdahl',
    category: ['Local', 'Economy'],
    title: 'First mackerel of the year at the auction',
    text: `Nine boxes of mackerel were sold on the quay on Friday morning, two weeks earlier than last year. A cook from the hill paid for all nine and would not say what she wants with them.

Cod remains scarce.`,
  },
  {
    key: 'hp-0412-crane',
    feed: 'harbour-front',
    at: '2025-04-12T09:10',
    by: 'Imogen Falk',
    category: ['Local', 'Economy'],
    title: 'The old crane will turn again',
    text: `Volunteers have worked on the steam crane at the north quay for six years. On Saturday it lifted its first load since 1971: a piano.

The piano was then played.`,
  },
  {
    key: 'hp-0415-bus-strike',
    feed: 'harbour-front',
    at: '2025-04-15T16:00',
    by: 'Imogen Falk',
    category: ['Local', 'Traffic'],
    title: 'Bus drivers to stop work on Thursday',
    text: `No buses will run in Port Ellery on Thursday. The trade union has called its 130 drivers out for a day after a third round of pay talks ended without a result.

The ferry runs as usual.`,
    edits: [
      {
        at: '2025-04-16T13:30',
        title: 'Bus strike called off after late agreement',
        replace: [
          [
            'No buses will run in Port Ellery on Thursday.',
            'Buses will run in Port Ellery on Thursday after all.',
          ],
          [
            'The trade union has called its 130 drivers out for a day after a third round of pay talks ended without a result.',
            'The trade union and the company agreed on 4.2 per cent more pay in a fourth round of talks.',
          ],
        ],
      },
    ],
  },
  {
    key: 'hp-0418-allotments',
    feed: 'harbour-front',
    at: '2025-04-18T08:00',
    by: 'Ruth Ekdahl',
    category: ['Local'],
    teaser: true,
    title: 'Forty new allotments, and a waiting list of three hundred',
    text: `Behind the gasworks the town has marked out forty gardens of a hundred square metres each. They will be drawn by lot at Whitsun.

Whoever does not dig by July loses his plot again.`,
  },
];
