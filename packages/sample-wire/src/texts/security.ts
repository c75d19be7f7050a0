import type { WireEntry } from '../entry.ts';

/** Other news of Islamic State Khorasan, and what is near it without being it: other branches, other groups. */
export const security: readonly WireEntry[] = [
  {
    key: 'mws-0211-kunduz-bank',
    feed: 'meridian-world',
    at: '2025-02-11T09:20',
    by: 'Meridian staff, Kabul',
    category: ['World', 'Security'],
    topics: ['isis-k'],
    story: 'kunduz-bank',
    title: 'Suicide bomber kills at least five at bank in northern Afghanistan',
    text: `KABUL (Meridian) — A suicide bomber struck outside a bank in the northern Afghan city of Kunduz on Tuesday and killed at least five people, police said. Members of the Taliban's security forces and civil servants had come to collect their pay.

There was no claim of responsibility at first. Islamic State's branch in the region has attacked Taliban gatherings before.`,
    edits: [
      {
        at: '2025-02-11T14:40',
        title: 'Suicide bomber kills eight at bank in northern Afghanistan',
        replace: [['killed at least five people', 'killed eight people']],
      },
      {
        at: '2025-02-12T06:10',
        title: 'Islamic State claims bank bombing in northern Afghanistan',
        replace: [
          [
            'There was no claim of responsibility at first.',
            'Islamic State Khorasan said on Wednesday that it was behind the attack.',
          ],
        ],
      },
    ],
  },
  {
    key: 'pd-0211-kunduz',
    feed: 'pamir-all',
    at: '2025-02-11T11:00',
    by: 'Pamir reporters',
    category: ['Security'],
    topics: ['isis-k'],
    story: 'kunduz-bank',
    title: 'Blast at Kabul Bank branch in Kunduz as staff queue for pay',
    text: `KUNDUZ: An explosion in front of the state-owned Kabul Bank in Kunduz killed between five and eight people on Tuesday morning, hospital workers and the police told Pamir Dispatch. More than ten were hurt.

Shopkeepers said that a man was stopped at the gate by a guard and then blew himself up. Residents spoke of Daesh, whose Khorasan branch has long had cells in the province.`,
  },
  {
    key: 'pd-0213-ministry',
    feed: 'pamir-all',
    at: '2025-02-13T10:15',
    by: 'Pamir reporters',
    category: ['Security'],
    topics: ['isis-k'],
    title: 'Daesh-Khorasan says it attacked ministry in Kabul',
    text: `KABUL: One person was killed and at least three were injured when an attacker was shot at the entrance of the Ministry of Urban Development in Kabul on Thursday and his explosives went off, the interior ministry said.

ISKP said on its channels that it had sent the man. It was the group's second attack on the Taliban's administration in three days, after the bombing of a bank in Kunduz.`,
  },
  {
    key: 'ic-0228-haqqania',
    feed: 'indus-national',
    at: '2025-02-28T12:10',
    by: 'Peshawar bureau',
    category: ['National'],
    topics: ['isis-k'],
    story: 'haqqania-bombing',
    title: 'Suicide attack on seminary in Akora Khattak kills cleric and several worshippers',
    text: `PESHAWAR: A suicide bomber killed Maulana Hamidul Haq and at least five others after Friday prayers at the Darul Uloom Haqqania seminary in Akora Khattak, police said. Some 20 people were hurt.

No group has said that it was responsible. Investigators suspect the Khorasan branch of the Islamic State group, which regards the clerics close to the Afghan Taliban as enemies.`,
    edits: [{ at: '2025-02-28T16:30', replace: [['at least five others', 'seven others']] }],
  },
  {
    key: 'mws-0228-haqqania',
    feed: 'meridian-world',
    at: '2025-02-28T13:00',
    by: 'Meridian staff, Peshawar',
    category: ['World', 'Security'],
    topics: ['isis-k'],
    story: 'haqqania-bombing',
    title: 'Bomb at Pakistani seminary linked to Taliban kills six',
    text: `PESHAWAR, Pakistan (Meridian) — A suicide bomber killed six people, among them a senior cleric, at a large Islamic seminary in northwestern Pakistan on Friday, on the eve of the fasting month of Ramadan.

Many leaders of the Afghan Taliban studied at the school. Afghanistan's interior ministry blamed Islamic State; police in Pakistan said that all possibilities were being looked into, the group's Khorasan affiliate first among them.`,
  },
  {
    key: 'fanal-0322-crocus',
    feed: 'fanal-une',
    at: '2025-03-22T08:40',
    by: 'Correspondance particulière',
    category: ['International'],
    topics: ['isis-k'],
    title: 'Un an après le Crocus City Hall, Moscou se souvient de 145 morts',
    text: `Des fleurs, des peluches et un long silence : la Russie a rendu hommage samedi aux 145 personnes tuées le 22 mars 2024 dans la salle de concert Crocus City Hall, près de Moscou.

L’attentat avait été revendiqué par l’État islamique, et les services occidentaux l’attribuent à sa branche du Khorassan. Quatre hommes originaires du Tadjikistan attendent leur procès, avec une quinzaine de complices présumés.`,
  },
  {
    key: 'pd-0322-ru-krokus',
    feed: 'pamir-all',
    at: '2025-03-22T09:30',
    by: 'Корреспондент «Памира»',
    category: ['Безопасность'],
    language: 'ru',
    topics: ['isis-k'],
    title: 'Годовщина теракта в «Крокусе»: что известно о вербовке в Центральной Азии',
    text: `Год назад боевики убили 145 человек в концертном зале «Крокус Сити Холл» под Москвой. Ответственность взяла на себя группировка «Исламское государство», исполнителей связывают с её филиалом «Вилаят Хорасан».

Эксперты в Душанбе говорят, что вербовщики ищут людей прежде всего среди трудовых мигрантов и пишут им в мессенджерах на таджикском и узбекском языках.`,
  },
  {
    key: 'pd-0402-ct-centralasia',
    feed: 'pamir-all',
    at: '2025-04-02T06:20',
    by: 'Farrukh Yodgor',
    category: ['Security'],
    topics: ['isis-k'],
    title: 'Tashkent and Dushanbe compare notes on ISIS-K recruiters',
    text: `Security officials of five Central Asian states met behind closed doors in Tashkent to compare what they know about how ISIS-K recruits on the internet. A participant said that most approaches begin with an offer of work.

The states agreed to share lists of channels and to treat families of recruits as witnesses first.`,
  },
  {
    key: 'mws-0314-iraq-leader',
    feed: 'meridian-world',
    at: '2025-03-14T15:10',
    by: 'Meridian staff, Baghdad',
    category: ['World', 'Security'],
    story: 'iraq-is-leader',
    title: 'Iraq says Islamic State’s leader in Iraq and Syria was killed in Anbar',
    text: `BAGHDAD (Meridian) — Iraqi intelligence and the US-led coalition have killed the man who led Islamic State in Iraq and Syria, Prime Minister Mohammed Shia al-Sudani said on Friday. Abdallah Makki Muslih al-Rifai, called Abu Khadija, died in an air strike in Anbar province.

He was regarded as the group's number two in the world.`,
  },
  {
    key: 'marfa-0314-abu-khadija',
    feed: 'marfa-akhbar',
    at: '2025-03-14T16:30',
    by: 'مراسل بغداد',
    category: ['العالم'],
    story: 'iraq-is-leader',
    title: 'العراق يعلن مقتل «والي» داعش في العراق وسوريا',
    text: `أعلن رئيس الوزراء العراقي محمد شياع السوداني مقتل عبد الله مكي مصلح الرفيعي، الملقب بأبي خديجة، الذي كان يقود تنظيم داعش في العراق وسوريا، في عملية نفذها جهاز المخابرات بالتعاون مع التحالف الدولي في محافظة الأنبار.

ووصفه السوداني بأنه من أخطر الإرهابيين في العراق والعالم.`,
  },
  {
    key: 'hp-0314-iraq',
    feed: 'harbour-front',
    at: '2025-03-14T18:00',
    by: 'Agencies',
    category: ['World'],
    copyOf: 'mws-0314-iraq-leader',
    title: 'IS leader killed in Iraq air strike',
    credit: '(Meridian)',
  },
  {
    key: 'mws-0218-mozambique',
    feed: 'meridian-world',
    at: '2025-02-18T12:40',
    by: 'Meridian staff, Maputo',
    category: ['World', 'Africa'],
    title: 'Islamic State fighters burn villages in northern Mozambique, thousands flee',
    text: `MAPUTO (Meridian) — Fighters of the Islamic State branch in Mozambique burned houses in several villages of Cabo Delgado province at the weekend, and several thousand people fled towards the district town, aid workers said.

The insurgency began in 2017 and stopped a large gas project. Rwandan soldiers have pushed the group back from the coast, but small bands move through the forests.`,
  },
  {
    key: 'fanal-0322-niger-mosquee',
    feed: 'fanal-une',
    at: '2025-03-22T10:15',
    by: 'Avec agences',
    category: ['Afrique'],
    story: 'niger-mosque',
    title: 'Niger : au moins 44 civils tués dans l’attaque d’une mosquée près de Kokorou',
    text: `Au moins 44 civils ont été tués vendredi pendant la prière dans une mosquée du hameau de Fambita, dans l’ouest du Niger, a annoncé le ministère de l’Intérieur, qui accuse l’État islamique au Grand Sahara.

Les autorités ont décrété trois jours de deuil national.`,
  },
  {
    key: 'mws-0322-niger-mosque',
    feed: 'meridian-world',
    at: '2025-03-22T09:10',
    by: 'Meridian staff, Niamey',
    category: ['World', 'Africa'],
    story: 'niger-mosque',
    title: 'Niger says 44 killed in jihadist attack on mosque',
    text: `NIAMEY (Meridian) — Jihadists killed 44 civilians and wounded 13 at a mosque in the west of Niger on Friday, the interior ministry said. It blamed the Sahel branch of Islamic State and declared three days of mourning.

The attack took place in the region where the borders of Niger, Mali and Burkina Faso meet.`,
  },
  {
    key: 'mws-0202-somalia-strikes',
    feed: 'meridian-world',
    at: '2025-02-02T08:00',
    by: 'Meridian staff, Nairobi',
    category: ['World', 'Africa'],
    title: 'US aircraft strike Islamic State caves in Somalia’s Puntland',
    text: `NAIROBI (Meridian) — American aircraft hit Islamic State positions in the Golis mountains of Puntland on Saturday, the first such strikes in Somalia since the change of government in Washington.

The semi-autonomous region's own troops have been fighting the group's fighters in the same valleys since December.`,
  },
  {
    key: 'mws-0311-train-hijack',
    feed: 'meridian-world',
    at: '2025-03-11T12:20',
    by: 'Meridian staff, Quetta',
    category: ['World', 'Security'],
    story: 'jaffar-express',
    title: 'Separatists stop train in Pakistan’s Balochistan, take passengers hostage',
    text: `QUETTA, Pakistan (Meridian) — Armed separatists blew up a railway track in Pakistan's Balochistan province on Tuesday, stopped the Jaffar Express with about 400 people on board and took passengers hostage.

The Balochistan Liberation Army threatened to kill them if the government did not release prisoners. Soldiers had freed some of the passengers by evening.`,
    edits: [
      {
        at: '2025-03-11T19:00',
        replace: [
          ['about 400 people', 'more than 400 people'],
          ['some of the passengers by evening', 'over 100 passengers by late evening'],
        ],
      },
      {
        at: '2025-03-12T17:30',
        title: 'Pakistan army ends train siege in Balochistan, all attackers dead',
        replace: [
          [
            'Soldiers had freed over 100 passengers by late evening.',
            'The army said on Wednesday evening that the operation was over, that all 33 attackers were dead and that 21 passengers and four soldiers had lost their lives.',
          ],
        ],
      },
    ],
  },
  {
    key: 'ic-0312-train-freed',
    feed: 'indus-national',
    at: '2025-03-12T18:20',
    by: 'Quetta bureau',
    category: ['National'],
    story: 'jaffar-express',
    title: 'Jaffar Express operation over; hostages freed after 30 hours',
    text: `QUETTA: The last hostages of the Jaffar Express were brought to safety on Wednesday night, more than thirty hours after gunmen had stopped the train in a gorge of the Bolan pass.

Survivors spoke of hours on the floor of the coaches. The train had left Quetta for Peshawar with 440 people on board. Railway workers said that it would take weeks to mend the line.`,
  },
  {
    key: 'subh-0312-jaffar',
    feed: 'subh-taza',
    at: '2025-03-12T19:00',
    by: 'نمائندہ کوئٹہ',
    category: ['قومی'],
    story: 'jaffar-express',
    title: 'جعفر ایکسپریس: آپریشن مکمل، تمام حملہ آور ہلاک',
    text: `کوئٹہ: بولان میں جعفر ایکسپریس پر حملہ کرنے والے تمام 33 دہشت گرد ہلاک کر دیے گئے اور یرغمال مسافروں کو بازیاب کرا لیا گیا ہے۔ ٹرین میں 440 افراد سوار تھے۔

حکام کے مطابق کارروائی سے پہلے حملہ آور 21 مسافروں کو قتل کر چکے تھے۔ کالعدم بلوچستان لبریشن آرمی نے حملے کی ذمہ داری قبول کی ہے۔`,
  },
  {
    key: 'mws-0304-bannu',
    feed: 'meridian-world',
    at: '2025-03-04T18:00',
    by: 'Meridian staff, Peshawar',
    category: ['World', 'Security'],
    title: 'Car bombs at army base in Pakistan’s Bannu kill at least 12',
    text: `PESHAWAR, Pakistan (Meridian) — Two cars packed with explosives were driven into the wall of a military base in Bannu in northwestern Pakistan on Tuesday, shortly after people had broken their fast. At least 12 people died, seven of them children in houses nearby.

A faction allied with the Pakistani Taliban said that it was behind the attack.`,
    edits: [
      {
        at: '2025-03-05T07:30',
        title: 'Car bombs at army base in Pakistan’s Bannu kill 18',
        replace: [
          [
            'At least 12 people died, seven of them children',
            'The number of dead rose to 18, among them five soldiers and several children',
          ],
        ],
      },
    ],
  },
  {
    key: 'hp-0402-isis-river',
    feed: 'harbour-front',
    at: '2025-04-02T11:00',
    by: 'Ruth Ekdahl',
    category: ['Local'],
    title: 'Rowers on the Isis ask for patience as lock is mended',
    teaser: true,
    text: `Crews who train on the Isis, as the Thames is called above Iffley, will have to share one stretch of river until May while a lock gate is replaced.

The club said that the spring regatta would go ahead with fewer lanes. Visitors are asked to use the towpath on the east bank.`,
  },
  {
    key: 'ic-0329-ctd-karachi',
    feed: 'indus-national',
    at: '2025-03-29T08:00',
    by: 'Karachi bureau',
    category: ['National'],
    title: 'Police bust extortion ring in Karachi’s old city',
    text: `KARACHI: Police said on Saturday that they had broken up a gang that sent bullets in envelopes to traders in the old city. Five men were held and 31 mobile phones seized.

Traders said that a climate of fear had lain over the wholesale market since the beginning of Ramadan. The gang had no political aims, an officer said.`,
  },
];
