import type { WireEntry } from '../entry.ts';

/** Afghans told to leave Pakistan; national security councils; other foreign news beside the four topics. */
export const migration: readonly WireEntry[] = [
  {
    key: 'mws-0307-afghan-deadline',
    feed: 'meridian-world',
    at: '2025-03-07T12:00',
    by: 'Meridian staff, Islamabad',
    category: ['World', 'Migration'],
    story: 'afghan-returns',
    title: 'Pakistan tells Afghan card holders to leave by 31 March',
    text: `ISLAMABAD (Meridian) — Afghans who hold an Afghan Citizen Card must leave Pakistan by 31 March or will be deported from April, the interior ministry said on Friday. About 800,000 people hold such cards.

Pakistan has hosted some three million Afghans for years, of whom about 1.3 million are registered refugees. More than 800,000 have left since a campaign against undocumented foreigners began in late 2023.`,
  },
  {
    key: 'ic-0401-afghan-repatriation',
    feed: 'indus-national',
    at: '2025-04-01T08:15',
    by: 'Peshawar bureau',
    category: ['National'],
    story: 'afghan-returns',
    title: 'Deadline for Afghan Citizen Card holders expires; returns to begin after Eid',
    text: `PESHAWAR: The deadline for Afghans with citizen cards ran out on Monday, but officials said that nobody would be sent back during the Eid holidays. Two transit camps have been set up near Torkham.

Landlords and employers were told to report tenants and workers. The government says that three million Afghans should return in the course of 2025.`,
  },
  {
    key: 'pd-0404-ps-kadwal',
    feed: 'pamir-all',
    at: '2025-04-04T07:10',
    by: 'د پامیر خبریال',
    category: ['کډوالي'],
    language: 'ps',
    story: 'afghan-returns',
    title: 'له پاکستانه د افغان کډوالو جبري ستنول بیا پیل شول',
    text: `له پاکستانه د هغو افغانانو ستنول بیا پیل شوي چې د افغان سټیزن کارډ لري. په تورخم کې چارواکي وايي چې هره ورځ سلګونه کورنۍ له پولې اوړي.

ډېری ستنېدونکي وايي چې په پاکستان کې زېږېدلي او په افغانستان کې نه کور لري او نه کار.`,
  },
  {
    key: 'pd-0407-torkham',
    feed: 'pamir-all',
    at: '2025-04-07T09:20',
    by: 'Palwasha Mirzad',
    category: ['Migration'],
    story: 'afghan-returns',
    title: 'At Torkham the lorries come loaded with whole lives',
    text: `TORKHAM: Beds, a fridge, a cage with two quails: the lorries that cross the border these days carry what families could pack in a night. More than 8,000 Afghans passed the crossing in the first week of April, aid workers said.

Rights groups warn that returns on such a scale, to a country that cannot feed those it has, breed unrest on both sides of the line.

A schoolgirl of the seventh class asked our reporter whether it was true that there would be no eighth.`,
    edits: [
      {
        at: '2025-04-11T08:00',
        replace: [
          [
            'More than 8,000 Afghans passed the crossing in the first week of April',
            'More than 11,000 Afghans have passed the crossing since the beginning of April',
          ],
        ],
      },
    ],
  },
  {
    key: 'fanal-0408-afghans',
    feed: 'fanal-une',
    at: '2025-04-08T06:40',
    by: 'Envoyée spéciale à Peshawar',
    category: ['International'],
    story: 'afghan-returns',
    title: 'Pakistan : la peur au quotidien des Afghans menacés d’expulsion',
    text: `Depuis l’expiration, le 31 mars, de l’ultimatum lancé aux détenteurs d’une carte de citoyen afghan, des familles entières se cachent ou plient bagage. Un climat de peur s’est installé dans les quartiers de Peshawar où vivent les réfugiés.

Le gouvernement veut voir partir trois millions d’Afghans en 2025. Les agences de l’ONU demandent que les retours soient volontaires.`,
  },
  {
    key: 'subh-0402-afghan',
    feed: 'subh-taza',
    at: '2025-04-02T06:00',
    by: 'نمائندہ پشاور',
    category: ['قومی'],
    story: 'afghan-returns',
    title: 'افغان سٹیزن کارڈ ہولڈرز کی واپسی کی مہلت ختم',
    text: `پشاور: افغان سٹیزن کارڈ رکھنے والے افراد کو رضاکارانہ واپسی کے لیے دی گئی 31 مارچ کی مہلت ختم ہو گئی ہے۔ حکام کے مطابق عید کی تعطیلات کے بعد واپسی کا عمل شروع کیا جائے گا۔

طورخم اور لنڈی کوتل میں عارضی کیمپ قائم کیے گئے ہیں۔ ملک میں کارڈ رکھنے والے افغان باشندوں کی تعداد آٹھ لاکھ کے قریب ہے۔`,
  },
  {
    key: 'pd-0410-fa-bazgasht',
    feed: 'pamir-all',
    at: '2025-04-10T05:10',
    by: 'گزارشگر پامیر',
    category: ['مهاجرت'],
    language: 'fa',
    story: 'afghan-returns',
    title: 'بازگشت اجباری مهاجران از پاکستان؛ روزانه صدها خانواده از تورخم می‌گذرند',
    text: `با پایان یافتن مهلت پاکستان برای دارندگان کارت شهروندی افغان، روزانه صدها خانواده از گذرگاه تورخم وارد افغانستان می‌شوند. بسیاری از آنان می‌گویند در پاکستان زاده شده‌اند.

سازمان‌های امدادرسان از کمبود خیمه و دارو در اردوگاه‌های موقت خبر می‌دهند.`,
  },
  {
    key: 'mws-0318-parliament-nsc',
    feed: 'meridian-world',
    at: '2025-03-18T16:10',
    by: 'Meridian staff, Islamabad',
    category: ['World'],
    title: 'Pakistan’s parliamentary security committee meets behind closed doors',
    text: `ISLAMABAD (Meridian) — Civil and military leaders briefed Pakistan's Parliamentary Committee on National Security for more than six hours on Tuesday on the rise in attacks in two provinces. The largest opposition party stayed away.

A statement spoke of national consensus and named no measures.`,
  },
  {
    key: 'subh-0319-qaumi-salamti',
    feed: 'subh-taza',
    at: '2025-03-19T04:30',
    by: 'پارلیمانی رپورٹر',
    category: ['قومی'],
    title: 'قومی سلامتی کی پارلیمانی کمیٹی کا بند کمرہ اجلاس، اپوزیشن شریک نہ ہوئی',
    text: `اسلام آباد: قومی سلامتی کی پارلیمانی کمیٹی کا بند کمرہ اجلاس چھ گھنٹے سے زائد جاری رہا جس میں عسکری قیادت نے بلوچستان اور خیبر پختونخوا کی صورتِ حال پر بریفنگ دی۔

اپوزیشن کی سب سے بڑی جماعت نے اجلاس میں شرکت نہیں کی۔ اعلامیے میں قومی اتفاقِ رائے پر زور دیا گیا۔`,
  },
  {
    key: 'mws-0325-signal-chat',
    feed: 'meridian-world',
    at: '2025-03-25T17:20',
    by: 'Meridian staff, Washington',
    category: ['World', 'US'],
    title: 'White House security council looks into how editor joined chat on Yemen strikes',
    text: `WASHINGTON (Meridian) — The US National Security Council said that it was looking into how a magazine editor came to be added to a group chat in which senior officials discussed air strikes on Yemen before they took place.

Officials said that nothing classified had been shared; opposition lawmakers asked for resignations.`,
  },
  {
    key: 'mws-0213-ukraine-nsdc',
    feed: 'meridian-world',
    at: '2025-02-13T11:30',
    by: 'Meridian staff, Kyiv',
    category: ['World'],
    title: 'Ukraine’s security council puts sanctions on former president',
    text: `KYIV (Meridian) — Ukraine's National Security and Defence Council has imposed sanctions on former president Petro Poroshenko and several businessmen. He called the decision politically motivated.

The measures freeze assets and can be lifted by decree.`,
  },
  {
    key: 'pd-0331-fa-shora',
    feed: 'pamir-all',
    at: '2025-03-31T09:00',
    by: 'گزارشگر پامیر',
    category: ['منطقه'],
    language: 'fa',
    title: 'شورای عالی امنیت ملی ایران درباره گفتگو با امریکا نشست برگزار کرد',
    text: `شورای عالی امنیت ملی ایران روز یکشنبه درباره پاسخ به نامه رئیس‌جمهور امریکا نشست برگزار کرد. تهران می‌گوید گفتگوی مستقیم را نمی‌پذیرد اما راه گفتگوی غیرمستقیم باز است.`,
  },
  {
    key: 'mws-es-0401-consejo-seguridad-nacional',
    feed: 'meridian-espanol',
    at: '2025-04-01T13:00',
    by: 'Redacción Meridian',
    category: ['España'],
    title: 'El Consejo de Seguridad Nacional revisa el plan de ciberdefensa',
    text: `El Consejo de Seguridad Nacional se reunió este martes en Madrid para revisar el plan de ciberdefensa y la protección de los cables submarinos.

El Gobierno informará al Congreso antes del verano.`,
  },
  {
    key: 'mws-0403-nsc-staff',
    feed: 'meridian-world',
    at: '2025-04-03T18:30',
    by: 'Meridian staff, Washington',
    category: ['World', 'US'],
    title: 'Several staff of US National Security Council dismissed',
    text: `WASHINGTON (Meridian) — Several members of the staff of the National Security Council at the White House have been dismissed, people familiar with the matter said on Thursday. No reasons were given.`,
  },
  {
    key: 'mws-0320-glezmann',
    feed: 'meridian-world',
    at: '2025-03-20T18:20',
    by: 'Meridian staff, Doha',
    category: ['World'],
    title: 'Taliban free American held since 2022',
    text: `DOHA (Meridian) — The Taliban released George Glezmann, an American airline mechanic who had been held in Afghanistan for more than two years, on Thursday after talks in which Qatar took part. He was flown to Doha.`,
  },
  {
    key: 'mws-0328-myanmar-quake',
    feed: 'meridian-world',
    at: '2025-03-28T08:10',
    by: 'Meridian staff, Bangkok',
    category: ['World'],
    story: 'myanmar-quake',
    title: 'Strong earthquake hits Myanmar, tower collapses in Bangkok',
    text: `BANGKOK (Meridian) — An earthquake of magnitude 7.7 shook central Myanmar on Friday, brought down buildings in Mandalay and was felt as far as Bangkok, where an unfinished tower collapsed. At least 20 people were reported dead.

The military government asked for foreign help, which it rarely does.`,
    edits: [
      {
        at: '2025-03-28T16:00',
        title: 'Myanmar earthquake kills at least 144',
        replace: [
          ['At least 20 people were reported dead', 'At least 144 people were reported dead in Myanmar'],
        ],
      },
      {
        at: '2025-03-29T15:30',
        title: 'Myanmar earthquake toll passes 1,600',
        replace: [
          [
            'At least 144 people were reported dead in Myanmar',
            'More than 1,600 people were reported dead in Myanmar',
          ],
        ],
      },
    ],
  },
  {
    key: 'hp-0328-quake',
    feed: 'harbour-front',
    at: '2025-03-28T12:00',
    by: 'Agencies',
    category: ['World'],
    copyOf: 'mws-0328-myanmar-quake',
    title: 'Quake in Myanmar: many buildings down',
    credit: '(Meridian)',
  },
  {
    key: 'fanal-0329-seisme',
    feed: 'fanal-une',
    at: '2025-03-29T08:00',
    by: 'Avec agences',
    category: ['International'],
    story: 'myanmar-quake',
    title: 'Séisme en Birmanie : plus d’un millier de morts, les secours à mains nues',
    text: `Le séisme de magnitude 7,7 qui a frappé vendredi le centre de la Birmanie a fait plus de 1 000 morts, selon un bilan encore provisoire. À Mandalay, des habitants fouillent les décombres à mains nues.

À Bangkok, une tour en construction s’est effondrée sur des ouvriers.`,
  },
];
