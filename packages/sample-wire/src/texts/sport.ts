import type { WireEntry } from '../entry.ts';

/** Sport, near and far: off-topic for the desk's four topics, with agency copies and running scores. */
export const sport: readonly WireEntry[] = [
  {
    key: 'mws-0219-champions-opening',
    feed: 'meridian-world',
    at: '2025-02-19T17:40',
    by: 'Meridian sport desk',
    category: ['Sport', 'Cricket'],
    story: 'champions-trophy-opening',
    title: 'New Zealand beat hosts Pakistan by 60 runs in Champions Trophy opener',
    text: `KARACHI (Meridian) — New Zealand opened the Champions Trophy with a win by 60 runs over the hosts Pakistan in Karachi on Wednesday. Will Young and Tom Latham both made hundreds in a total of 320 for five.

Pakistan, slow at the start of their innings, were all out for 260. It is the first big tournament of the International Cricket Council in the country since 1996.`,
  },
  {
    key: 'ic-0219-champions-opening',
    feed: 'indus-national',
    at: '2025-02-19T18:30',
    by: 'Meridian Wire Service',
    category: ['Sport'],
    copyOf: 'mws-0219-champions-opening',
    title: 'Hosts stumble in Champions Trophy opener',
    credit: 'Copy: Meridian Wire Service.',
  },
  {
    key: 'subh-0224-pak-bharat',
    feed: 'subh-taza',
    at: '2025-02-24T05:00',
    by: 'سپورٹس ڈیسک',
    category: ['کھیل'],
    story: 'india-pakistan-cricket',
    title: 'چیمپئنز ٹرافی: بھارت نے پاکستان کو چھ وکٹوں سے شکست دے دی',
    text: `دبئی: چیمپئنز ٹرافی کے اہم میچ میں بھارت نے پاکستان کو چھ وکٹوں سے ہرا دیا۔ پاکستان کی ٹیم 241 رنز بنا کر آؤٹ ہوئی جس میں سعود شکیل کے 62 رنز نمایاں تھے۔

ویرات کوہلی نے ناقابلِ شکست سنچری بنائی اور آخری گیند پر چوکا لگا کر میچ ختم کیا۔ اس شکست کے بعد میزبان ٹیم کے سیمی فائنل میں پہنچنے کے امکانات تقریباً ختم ہو گئے ہیں۔`,
  },
  {
    key: 'hp-0223-kohli',
    feed: 'harbour-sport',
    at: '2025-02-23T17:30',
    by: 'Agencies',
    category: ['Cricket'],
    story: 'india-pakistan-cricket',
    title: 'Kohli hundred sees India past Pakistan',
    text: `Virat Kohli made an unbeaten hundred as India beat Pakistan by six wickets in Dubai and all but reached the semi-finals of the Champions Trophy. Pakistan had been bowled out for 241.

India plays all its matches in Dubai because it would not travel to Pakistan.`,
  },
  {
    key: 'mws-0309-champions-final',
    feed: 'meridian-world',
    at: '2025-03-09T16:50',
    by: 'Meridian sport desk',
    category: ['Sport', 'Cricket'],
    story: 'champions-trophy-final',
    title: 'India win Champions Trophy, beating New Zealand by four wickets',
    text: `DUBAI (Meridian) — India won the Champions Trophy for the third time on Sunday, reaching New Zealand's 251 for seven with four wickets and an over to spare. Rohit Sharma made 76.

Slow bowlers on both sides ruled the middle of the game.`,
  },
  {
    key: 'hp-0309-champions-final',
    feed: 'harbour-sport',
    at: '2025-03-09T17:40',
    by: 'Agencies',
    category: ['Cricket'],
    copyOf: 'mws-0309-champions-final',
    title: 'India lift Champions Trophy',
    credit: '(Meridian)',
  },
  {
    key: 'hp-0201-rovers-draw',
    feed: 'harbour-sport',
    at: '2025-02-01T18:10',
    by: 'Jory Pascoe',
    category: ['Football'],
    title: 'Ellery Rovers throw away two-goal lead in the fog',
    text: `Rovers were two up after twenty minutes and level by the time anybody in the east stand could see the far goal again. The fog rolled in from the estuary at half-time, and so did Tamerton.

The manager blamed the lights. The linesman blamed nobody, since he had seen nothing.`,
  },
  {
    key: 'hp-0208-rovers-cup',
    feed: 'harbour-sport',
    at: '2025-02-08T19:00',
    by: 'Jory Pascoe',
    category: ['Football'],
    title: 'Goalkeeper scores as Rovers reach county cup semi-final',
    text: `A clearance of eighty metres, a gust, a bounce: Ellery Rovers are in the semi-final of the county cup because their goalkeeper kicked the ball as far away from his own goal as he could.

It was his first goal since the under-twelves. He has asked for the net.`,
  },
  {
    key: 'hp-0222-rowing',
    feed: 'harbour-sport',
    at: '2025-02-22T15:20',
    by: 'Ruth Ekdahl',
    category: ['Rowing'],
    teaser: true,
    title: 'Women’s eight wins head of the river by a canvas',
    text: `After four miles less than a second lay between the first two boats. Port Ellery's women's eight kept its nose in front and won the head of the river for the third year running.

The men finished ninth, one place behind a school crew.`,
  },
  {
    key: 'fanal-0315-six-nations',
    feed: 'fanal-une',
    at: '2025-03-15T22:30',
    by: 'Rédaction des sports',
    category: ['Sport'],
    title: 'Six Nations : la France bat l’Écosse et remporte le Tournoi',
    text: `Le XV de France a remporté samedi le Tournoi des Six Nations en dominant l’Écosse 35 à 16 au Stade de France. Louis Bielle-Biarrey a inscrit son huitième essai du Tournoi, un record.

Privés de leur capitaine blessé à Dublin, les Bleus ont fait la différence après la pause.`,
  },
  {
    key: 'hp-0316-league-cup',
    feed: 'harbour-sport',
    at: '2025-03-16T19:00',
    by: 'Agencies',
    category: ['Football'],
    title: 'Newcastle end 70-year wait with League Cup win over Liverpool',
    text: `Newcastle United beat Liverpool 2-1 at Wembley on Sunday and won their first domestic trophy since 1955. Dan Burn headed the first goal just before half-time and Alexander Isak added the second.

Liverpool pulled one back in stoppage time.`,
  },
  {
    key: 'hp-0301-ski-marathon',
    feed: 'harbour-sport',
    at: '2025-03-01T14:00',
    by: 'Jory Pascoe',
    category: ['Skiing'],
    title: 'Baker from Port Ellery finishes ninety-kilometre ski race in hired boots',
    text: `He had trained on the dunes, with wheels. On Sunday Col Trevanion, who bakes the rolls at the corner of Mast Street, skied ninety kilometres through Swedish forest in nine hours and twelve minutes.

The boots were a size too large. "They were warm," he said.`,
  },
  {
    key: 'hp-0322-chess',
    feed: 'harbour-sport',
    at: '2025-03-22T17:00',
    by: 'Ruth Ekdahl',
    category: ['Chess'],
    teaser: true,
    title: 'Eleven-year-old beats harbour master at chess, twice',
    text: `The open tournament at the seamen's hall had 64 players and one sensation: a girl of eleven who offered the harbour master a draw, was refused, and won.

She won the return game too. The final is on Saturday.`,
  },
  {
    key: 'hp-0329-regatta',
    feed: 'harbour-sport',
    at: '2025-03-29T16:10',
    by: 'Jory Pascoe',
    category: ['Sailing'],
    title: 'Spring regatta cut short by squall, all crews safe',
    text: `Forty-one boats went out on Saturday and forty came back under their own sail. The forty-first was towed in by the lifeboat with a broken mast.

The race committee had shortened the course ten minutes before the squall. Results will stand.`,
    edits: [
      {
        at: '2025-03-29T18:20',
        replace: [
          [
            'Forty-one boats went out on Saturday and forty came back',
            'Forty-three boats went out on Saturday and forty-two came back',
          ],
          ['The forty-first', 'The last'],
        ],
        note: 'The number of boats has been corrected.',
      },
    ],
  },
  {
    key: 'marfa-0330-kurat',
    feed: 'marfa-akhbar',
    at: '2025-03-30T20:00',
    by: 'القسم الرياضي',
    category: ['رياضة'],
    title: 'فريق المرفأ يتعادل في اللحظات الأخيرة ويحتفظ بصدارة الدوري المحلي',
    text: `خطف فريق المرفأ تعادلاً ثميناً بهدفين لمثلهما في الدقيقة الأخيرة من مباراته أمام جاره الاتحاد، واحتفظ بصدارة الدوري المحلي بفارق نقطة واحدة.

وسجّل البديل هدف التعادل برأسية بعد ركلة ركنية، وسط فرحة كبيرة في المدرجات. ويلعب الفريق مباراته المقبلة خارج أرضه يوم الجمعة.`,
  },
  {
    key: 'hp-0405-national',
    feed: 'harbour-sport',
    at: '2025-04-05T16:40',
    by: 'Agencies',
    category: ['Racing'],
    title: 'Nick Rockett wins Grand National for amateur rider',
    text: `Nick Rockett, an outsider at 33-1, won the Grand National at Aintree on Saturday under the amateur Patrick Mullins, whose father trained the horse. Another horse from the same stable came second.

Thirty-four horses started.`,
    edits: [
      {
        at: '2025-04-05T19:00',
        replace: [['Thirty-four horses started.', 'Thirty-four horses started and sixteen came home.']],
      },
    ],
  },
  {
    key: 'ic-0411-psl-opening',
    feed: 'indus-national',
    at: '2025-04-11T18:50',
    by: 'Sports correspondent',
    category: ['Sport', 'Cricket'],
    story: 'psl-opening',
    title: 'United begin PSL defence with eight-wicket win over Qalandars',
    text: `RAWALPINDI: Islamabad United opened the tenth season of the Pakistan Super League on Friday with a win by eight wickets over Lahore Qalandars, who were bowled out for 139.

Jason Holder took four wickets. Colin Munro's fifty settled the chase with more than two overs left.`,
  },
  {
    key: 'subh-0411-psl',
    feed: 'subh-taza',
    at: '2025-04-11T19:20',
    by: 'سپورٹس رپورٹر',
    category: ['کھیل'],
    story: 'psl-opening',
    title: 'پی ایس ایل 10: افتتاحی میچ میں اسلام آباد یونائیٹڈ کی فتح',
    text: `راولپنڈی: پاکستان سپر لیگ کے دسویں ایڈیشن کے افتتاحی میچ میں دفاعی چیمپئن اسلام آباد یونائیٹڈ نے لاہور قلندرز کو آٹھ وکٹوں سے ہرا دیا۔ قلندرز کی پوری ٹیم 139 رنز پر آؤٹ ہو گئی۔

تماشائیوں نے رنگا رنگ افتتاحی تقریب بھی دیکھی۔`,
  },
  {
    key: 'hp-0413-masters',
    feed: 'harbour-sport',
    at: '2025-04-13T23:30',
    by: 'Agencies',
    category: ['Golf'],
    title: 'McIlroy wins Masters in play-off and completes the set',
    text: `Rory McIlroy beat Justin Rose on the first extra hole at Augusta on Sunday and became the sixth man to have won all four of golf's major championships. He had waited almost eleven years for the last one.

He had led by four with eight holes to play, and lost and regained the lead three times.`,
  },
  {
    key: 'hp-0412-rovers-final',
    feed: 'harbour-sport',
    at: '2025-04-12T18:00',
    by: 'Jory Pascoe',
    category: ['Football'],
    title: 'Rovers in county cup final after penalties that nobody wanted to take',
    text: `It took fourteen kicks and a coin. The coin decided at which end; the fourteenth kick, by a left back who had hidden behind the dugout, decided the rest.

Ellery Rovers meet Tamerton on 3 May.`,
  },
];
