import type { WireEntry } from '../entry.ts';

/** The UN Security Council, Pakistan's seat in it, sanctions committees and peacekeeping. */
export const council: readonly WireEntry[] = [
  {
    key: 'ht-0203-pakistan-seat',
    feed: 'horseshoe-notes',
    at: '2025-02-03T15:00',
    by: 'Philippa Nkemelu',
    category: ['Council', 'Members'],
    topics: ['unsc'],
    story: 'pakistan-seat',
    title: 'A month in: how Pakistan is using its Security Council seat',
    text: `Pakistan took its place at the horseshoe table on 1 January, together with Denmark, Greece, Panama and Somalia, for a term that runs until the end of 2026. It is the country's eighth spell on the Security Council. The General Assembly elected it last June with 182 votes.

In its first weeks the delegation has spoken most on Gaza, on terrorism from Afghan soil and on the slow business of sanctions listings. It has asked for more openness in the committees that decide who is listed and who is taken off.

Diplomats expect Islamabad to hold the presidency in July, when it can set the programme of work for a month.

The five newcomers also bring long peacekeeping records. Pakistan counts 46 missions in which its people have served since 1960.`,
  },
  {
    key: 'ic-0204-council-agenda',
    feed: 'indus-national',
    at: '2025-02-04T06:00',
    by: 'UN correspondent',
    category: ['National', 'Foreign affairs'],
    topics: ['unsc'],
    story: 'pakistan-seat',
    title: 'Pakistan to speak for Global South on Security Council, Foreign Office says',
    text: `ISLAMABAD: Pakistan will use its two-year term on the UN Security Council to press for the peaceful settlement of disputes, for strong peacekeeping and for the concerns of developing countries, the Foreign Office said on Tuesday.

The term as a non-permanent member began on 1 January 2025 and ends on 31 December 2026. Officials named Palestine, Kashmir, Afghanistan and counterterrorism as priorities.

The country is among the largest contributors of troops to the United Nations: more than 235,000 of its soldiers have served in 46 missions, and 181 have lost their lives.`,
  },
  {
    key: 'subh-0205-salamti-council',
    feed: 'subh-taza',
    at: '2025-02-05T05:30',
    by: 'نیویارک سے نمائندہ',
    category: ['بین الاقوامی'],
    topics: ['unsc'],
    story: 'pakistan-seat',
    title: 'سلامتی کونسل میں پاکستان کا پہلا مہینہ: ترجیحات کیا رہیں؟',
    text: `نیویارک: پاکستان نے یکم جنوری سے اقوام متحدہ کی سلامتی کونسل کے غیر مستقل رکن کی حیثیت سے دو سالہ مدت کا آغاز کیا ہے۔ یہ آٹھواں موقع ہے کہ پاکستان کونسل کا رکن بنا ہے۔

سفارت کاروں کے مطابق پہلے مہینے میں پاکستانی مندوب نے غزہ، افغانستان سے ہونے والی دہشت گردی اور پابندیوں کی کمیٹیوں کی شفافیت پر سب سے زیادہ بات کی۔

پاکستان اقوام متحدہ کے امن مشنز میں فوجی دستے بھیجنے والے بڑے ممالک میں شامل ہے اور اب تک 46 مشنز میں حصہ لے چکا ہے۔`,
  },
  {
    key: 'ht-0210-daesh-report',
    feed: 'horseshoe-notes',
    at: '2025-02-10T21:30',
    by: 'Philippa Nkemelu',
    category: ['Council', 'Counterterrorism'],
    topics: ['unsc', 'isis-k'],
    story: 'daesh-report-council',
    title: 'Council hears that Daesh’s Khorasan branch remains a danger far beyond Afghanistan',
    text: `The Security Council met on Monday on the Secretary-General's twentieth report about the threat from Daesh. The UN's counterterrorism chief told members that the group has adapted to losses and that its affiliate in Afghanistan, ISIL-K, was among the most dangerous branches.

The report says that supporters of ISIL-K plotted attacks in Europe and were recruiting in Central Asian states. Pakistan said that its own people were paying for the space that such groups have in Afghanistan.

Several members asked how sanctions could follow money that moves in virtual assets.`,
  },
  {
    key: 'mws-0210-daesh-council',
    feed: 'meridian-world',
    at: '2025-02-10T22:10',
    by: 'Meridian staff, United Nations',
    category: ['World', 'UN'],
    topics: ['unsc', 'isis-k'],
    story: 'daesh-report-council',
    title: 'UN counterterrorism chief warns Security Council of Islamic State’s Khorasan affiliate',
    text: `UNITED NATIONS (Meridian) — The Islamic State group's affiliate in Afghanistan can still strike in the region and beyond, the head of the UN counterterrorism office told the Security Council on Monday.

Presenting the Secretary-General's twentieth report on the group, he also pointed to West Africa and the Sahel, where its branches have gained ground, and to stockpiles of weapons in Syria that could fall into its hands.

The Council takes up the report twice a year.`,
  },
  {
    key: 'marfa-0211-majlis-daesh',
    feed: 'marfa-akhbar',
    at: '2025-02-11T07:00',
    by: 'قسم الأخبار',
    category: ['العالم'],
    topics: ['unsc', 'isis-k'],
    story: 'daesh-report-council',
    title: 'تحذير أممي أمام مجلس الأمن من خطر فرع داعش في خراسان',
    text: `حذّر مسؤول مكافحة الإرهاب في الأمم المتحدة، في جلسة لمجلس الأمن الدولي، من أن فرع تنظيم داعش في أفغانستان لا يزال قادراً على شن هجمات داخل المنطقة وخارجها.

ويفيد التقرير العشرون للأمين العام بأن أنصار ولاية خراسان خططوا لهجمات في أوروبا ويسعون إلى التجنيد في دول آسيا الوسطى.

ودعت دول عدة إلى تشديد الرقابة على تمويل التنظيم عبر العملات الرقمية.`,
  },
  {
    key: 'mws-0224-ukraine-resolution',
    feed: 'meridian-world',
    at: '2025-02-24T21:45',
    by: 'Meridian staff, United Nations',
    category: ['World', 'UN'],
    topics: ['unsc'],
    story: 'resolution-2774',
    title: 'Security Council adopts US text on Ukraine as European members abstain',
    text: `UNITED NATIONS (Meridian) — The Security Council on Monday adopted a short American resolution that calls for a swift end to the war between Russia and Ukraine and does not name an aggressor. Ten members voted in favour, none against, and five European members abstained.

It is the first resolution of substance on the war that the Council has adopted since Russia's invasion three years ago. European amendments failed, some of them by Russian veto.

Hours earlier the General Assembly had passed a European text that does name Russia.`,
  },
  {
    key: 'fanal-0225-conseil-ukraine',
    feed: 'fanal-une',
    at: '2025-02-25T06:20',
    by: 'Envoyé spécial à New York',
    category: ['International'],
    topics: ['unsc'],
    story: 'resolution-2774',
    title: 'Ukraine : le Conseil de sécurité adopte le texte américain, les Européens s’abstiennent',
    text: `Le Conseil de sécurité de l’ONU a adopté lundi, par dix voix et cinq abstentions, une résolution présentée par les États-Unis qui appelle à une fin rapide de la guerre en Ukraine sans désigner d’agresseur.

La France, le Royaume-Uni, le Danemark, la Grèce et la Slovénie se sont abstenus. Les amendements européens ont été rejetés, certains par un veto russe.`,
  },
  {
    key: 'ht-0225-resolution-2774',
    feed: 'horseshoe-notes',
    at: '2025-02-25T13:00',
    by: 'Gideon Strand',
    category: ['Council', 'Ukraine'],
    topics: ['unsc'],
    story: 'resolution-2774',
    title: 'Resolution 2774: three paragraphs and a transatlantic split',
    text: `Three paragraphs were enough to open the widest gap between Washington and its European allies that the Council has seen in decades. Ten in favour, five abstentions, no veto.

The five were France, the United Kingdom, Denmark, Greece and Slovenia. All elected members outside Europe voted in favour, Pakistan among them; its delegate spoke of the need for dialogue.`,
  },
  {
    key: 'mws-0314-train-statement',
    feed: 'meridian-world',
    at: '2025-03-14T23:00',
    by: 'Meridian staff, United Nations',
    category: ['World', 'UN'],
    topics: ['unsc'],
    story: 'train-council-statement',
    title: 'Security Council condemns attack on train in Balochistan',
    text: `UNITED NATIONS (Meridian) — The members of the UN Security Council on Friday condemned the attack on the Jaffar Express in the Pakistani province of Balochistan and asked all states to cooperate with Pakistan in bringing those responsible to justice.

The separatist Balochistan Liberation Army said that it had carried out the attack on 11 March. Security forces ended the hostage-taking a day later; the army put the number of dead among passengers and soldiers at 31.

Press statements of the Council need the agreement of all 15 members.`,
    edits: [
      {
        at: '2025-03-15T02:15',
        replace: [
          [
            'the army put the number of dead among passengers and soldiers at 31',
            'the army put the number of dead, without the attackers, at 31',
          ],
        ],
      },
    ],
  },
  {
    key: 'ic-0315-unsc-train',
    feed: 'indus-national',
    at: '2025-03-15T04:40',
    by: 'Meridian Wire Service',
    category: ['National'],
    copyOf: 'mws-0314-train-statement',
    title: 'UNSC condemns Jaffar Express attack',
    credit: 'Copy: Meridian Wire Service.',
  },
  {
    key: 'mws-0317-unama',
    feed: 'meridian-world',
    at: '2025-03-17T16:30',
    by: 'Meridian staff, United Nations',
    category: ['World', 'UN'],
    topics: ['unsc'],
    story: 'unama-renewal',
    title: 'UN mission in Afghanistan gets another year',
    text: `UNITED NATIONS (Meridian) — The Security Council on Monday extended the mandate of the UN Assistance Mission in Afghanistan until 17 March 2026. All 15 members voted in favour of resolution 2776.

The text asks the mission to go on supporting aid, human rights and dialogue with the Taliban authorities.`,
    edits: [
      {
        at: '2025-03-17T18:05',
        replace: [['resolution 2776', 'resolution 2777']],
        note: 'Corrects the number of the resolution.',
      },
    ],
  },
  {
    key: 'pd-0318-unama-ps',
    feed: 'pamir-all',
    at: '2025-03-18T05:00',
    by: 'د پامیر خبریال',
    category: ['ملګري ملتونه'],
    language: 'ps',
    topics: ['unsc'],
    story: 'unama-renewal',
    title: 'د ملګرو ملتونو امنیت شورا د یوناما ماموریت د یوه کال لپاره وغځاوه',
    text: `د ملګرو ملتونو امنیت شورا د دوشنبې په ورځ په افغانستان کې د ملګرو ملتونو د مرستندویه پلاوي (یوناما) ماموریت د ۲۰۲۶ کال د مارچ تر ۱۷مې پورې وغځاوه.

د شورا ټولو ۱۵ غړو د پرېکړه لیک په ګټه رایه ورکړه. پرېکړه لیک له یوناما غواړي چې د بشري مرستو، بشري حقونو او خبرو اترو په برخه کې خپل کار ته دوام ورکړي.`,
  },
  {
    key: 'ht-0319-committee-chairs',
    feed: 'horseshoe-notes',
    at: '2025-03-19T14:20',
    by: 'Philippa Nkemelu',
    category: ['Council', 'Sanctions'],
    topics: ['unsc'],
    title: 'Eleven weeks in, nobody chairs: the quarrel over the sanctions committees',
    text: `Members of the Security Council still have not agreed who is to chair its subsidiary bodies this year. The committees on sanctions, among them the 1267 committee on ISIL and Al-Qaida and the 1988 committee on the Taliban, work on with acting arrangements.

The elected ten had made a proposal in the autumn. Permanent members objected to some names. Pakistan has shown interest in the committees that deal with terrorism and Afghanistan, which others find awkward for a neighbour.

Chairs cannot decide alone, since the committees act by consensus, but they set the pace: which requests come up, when experts are heard, how often the public learns anything.`,
  },
  {
    key: 'ht-0324-peacekeeping-debate',
    feed: 'horseshoe-notes',
    at: '2025-03-24T20:00',
    by: 'Gideon Strand',
    category: ['Council', 'Peacekeeping'],
    topics: ['unsc'],
    title: 'Open debate asks what peacekeeping is still for',
    text: `Denmark, which holds the presidency of the Council in March, invited all members of the United Nations on Monday to say how peace operations should change. More than 60 spoke.

Troop contributors complained that mandates grow while budgets shrink. Pakistan's delegate recalled that its soldiers have served in 46 missions on four continents and asked that those who send troops be heard before mandates are written.

Several speakers warned of unpaid dues: by the start of the year members owed the peacekeeping budget well over two billion dollars.`,
  },
  {
    key: 'mws-0403-gaza-council',
    feed: 'meridian-world',
    at: '2025-04-03T21:10',
    by: 'Meridian staff, United Nations',
    category: ['World', 'UN'],
    topics: ['unsc'],
    title: 'Security Council meets on killing of aid workers in Gaza',
    text: `UNITED NATIONS (Meridian) — The UN Security Council met in open session on Thursday on the situation in the Palestinian territories, after 15 emergency workers were found buried in Rafah. Algeria had asked for the meeting, with the support of Pakistan, China and Russia among others.

The UN human rights chief told members that he was shocked by the killings and that they should be investigated. Israel's army has said that it is examining the incident.`,
  },
  {
    key: 'fanal-0401-presidence',
    feed: 'fanal-une',
    at: '2025-04-01T09:00',
    by: 'Solène Kerbrat',
    category: ['International'],
    topics: ['unsc'],
    title: 'La France prend pour un mois la présidence du Conseil de sécurité',
    text: `Après le Danemark en mars, la France préside en avril le Conseil de sécurité des Nations unies. Elle entend consacrer des réunions au Proche-Orient, à l’Ukraine et au multilatéralisme.

La présidence change chaque mois selon l’ordre alphabétique anglais des membres. Elle fixe l’ordre du jour mais ne donne aucune voix supplémentaire. Le Pakistan l’exercera en juillet.`,
  },
  {
    key: 'ic-0406-council-terror',
    feed: 'indus-national',
    at: '2025-04-06T07:00',
    by: 'UN correspondent',
    category: ['National', 'Foreign affairs'],
    topics: ['unsc'],
    title: 'Islamabad seeks Security Council action on arms left in Afghanistan',
    text: `UNITED NATIONS: Pakistan has asked the Security Council to look into modern weapons that were left in Afghanistan and are now in the hands of the banned TTP and other groups, diplomats said.

In a meeting on small arms the Pakistani delegation told members that terrorist groups were using billions of dollars' worth of abandoned equipment, and urged efforts to recover it.

Pakistan sits on the Council until the end of 2026.`,
  },
  {
    key: 'pd-0311-ru-sovbez',
    feed: 'pamir-all',
    at: '2025-03-11T09:00',
    by: 'Корреспондент «Памира»',
    category: ['ООН'],
    language: 'ru',
    topics: ['unsc'],
    title: 'Совет Безопасности ООН обсудил положение в Афганистане',
    text: `Совет Безопасности ООН провёл в понедельник очередное заседание по Афганистану. Глава миссии ООН сообщила, что запреты на образование девочек и сокращение помощи толкают страну в изоляцию.

Представители ряда государств, включая Пакистан, говорили об угрозе терроризма с афганской территории. Мандат миссии истекает 17 марта, и члены Совета рассчитывают продлить его ещё на год.`,
  },
  {
    key: 'mws-0415-peacekeeping-islamabad',
    feed: 'meridian-world',
    at: '2025-04-15T10:30',
    by: 'Meridian staff, Islamabad',
    category: ['World', 'UN'],
    title: 'Islamabad hosts meeting on safer peacekeeping',
    text: `ISLAMABAD (Meridian) — Military and civilian officials from dozens of countries met in Islamabad on Tuesday to prepare a ministerial conference on UN peacekeeping that Berlin will host in May. The two-day meeting is about the use of technology and an integrated approach in missions.

Pakistan, which has sent soldiers to 46 missions, is the host together with South Korea.`,
  },
  {
    key: 'ht-0417-syria-council',
    feed: 'horseshoe-notes',
    at: '2025-04-17T17:00',
    by: 'Gideon Strand',
    category: ['Council'],
    topics: ['unsc'],
    title: 'What is on the Council’s table after Easter',
    text: `The French presidency has put a ministerial debate on the Middle East at the end of the month. Before that, members will be briefed on Haiti, on Colombia and on Yemen, where they may extend the monthly reports on Red Sea attacks.

The quarrel about the chairs of the sanctions committees goes on. A list that circulated this week would give Pakistan the committee on the Taliban, but not everybody has agreed.`,
  },
];
