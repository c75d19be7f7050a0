import type { WireEntry } from '../entry.ts';

/** The arrest of a man accused over the Kabul airport attack, his way to a Virginia court, and the call that followed. */
export const arrest: readonly WireEntry[] = [
  {
    key: 'mws-0305-suspect-in-custody',
    feed: 'meridian-world',
    at: '2025-03-05T03:05',
    by: 'Meridian staff, Washington',
    category: ['World', 'Security'],
    topics: ['isis-k'],
    story: 'sharifullah-arrest',
    title: 'US says Pakistan helped seize suspect in 2021 Kabul airport bombing',
    text: `WASHINGTON (Meridian) — A man accused of helping to plan the August 2021 suicide bombing outside Kabul airport has been arrested with the help of Pakistan and is being flown to the United States, President Donald Trump told Congress on Tuesday night.

The attack at the airport's Abbey Gate killed 13 American service members and about 170 Afghans who were trying to leave the country as the Taliban took over. It was claimed by Islamic State Khorasan, the group's branch in Afghanistan and Pakistan, also known as ISIS-K.

Officials named the suspect as Mohammad Sharifullah and said that he was detained near the border between Pakistan and Afghanistan late in February. The president thanked the government of Pakistan for its part in the arrest.

US intelligence had passed information on the man's whereabouts to Pakistani services, according to people briefed on the operation.`,
    edits: [
      {
        at: '2025-03-05T05:40',
        title: 'US says Pakistan helped seize ISIS-K suspect in 2021 Kabul airport bombing',
        append:
          'The Justice Department said that the suspect, who is also known as Jafar, would appear before a federal court in Alexandria, Virginia, on Wednesday.',
      },
    ],
  },
  {
    key: 'ic-0305-suspect-handed-over',
    feed: 'indus-national',
    at: '2025-03-05T05:20',
    by: 'Meridian Wire Service',
    category: ['National'],
    copyOf: 'mws-0305-suspect-in-custody',
    title: 'Trump thanks Pakistan for arrest of Kabul airport attack suspect',
    credit: 'Copy: Meridian Wire Service.',
  },
  {
    key: 'hp-0305-abbey-gate-arrest',
    feed: 'harbour-front',
    at: '2025-03-05T06:30',
    by: 'Agencies',
    category: ['World'],
    copyOf: 'mws-0305-suspect-in-custody',
    keep: [0, 1],
    title: 'Kabul airport bombing suspect on his way to US court',
    credit: '(Meridian)',
  },
  {
    key: 'ic-0305-sharif-top-commander',
    feed: 'indus-national',
    at: '2025-03-05T09:15',
    by: 'Zoya Halepoto',
    category: ['National', 'Foreign affairs'],
    topics: ['isis-k'],
    story: 'sharifullah-arrest',
    title: 'Islamabad confirms it caught Daesh-Khorasan commander near Afghan border',
    text: `ISLAMABAD: Prime Minister Shehbaz Sharif on Wednesday confirmed that Pakistani security forces had captured Sharifullah, an Afghan national whom he described as a senior operational commander of Daesh-Khorasan, in an operation in the border region.

In a message on social media the prime minister thanked President Trump for acknowledging Pakistan's role, and said that the country would go on working closely with the United States for peace and stability in the region.

Officials in Islamabad, who asked not to be named because they were not allowed to speak publicly, said that the operation rested on intelligence that the two countries had shared since the middle of February. The bombing of 26 August 2021, for which the man is wanted, killed 13 service members of the US and over 170 Afghans.

It is the first public sign of close work between the two security establishments since the new administration took office in January.`,
  },
  {
    key: 'subh-0305-kabul-hamla',
    feed: 'subh-taza',
    at: '2025-03-05T10:00',
    by: 'نمائندہ صبحِ نو، اسلام آباد',
    category: ['قومی'],
    topics: ['isis-k'],
    story: 'sharifullah-arrest',
    title: 'کابل ایئرپورٹ حملے کا ملزم شریف اللہ گرفتار، امریکا کے حوالے',
    text: `اسلام آباد: پاکستان نے داعش خراسان کے ایک مبینہ کمانڈر شریف اللہ کو پاک افغان سرحد کے قریب سے گرفتار کر کے امریکا کے حوالے کر دیا ہے۔ امریکی صدر ڈونلڈ ٹرمپ نے کانگریس سے خطاب میں گرفتاری کا اعلان کیا اور حکومتِ پاکستان کا شکریہ ادا کیا۔

ملزم پر الزام ہے کہ اس نے اگست 2021 میں کابل ایئرپورٹ کے ایبی گیٹ پر ہونے والے خودکش حملے کی منصوبہ بندی میں حصہ لیا۔ اس حملے میں 13 امریکی فوجی اور 170 سے زائد افغان شہری مارے گئے تھے۔

وزیرِاعظم شہباز شریف نے کہا کہ ملزم افغان شہری ہے اور اسے سرحدی علاقے میں ایک کامیاب کارروائی کے دوران پکڑا گیا۔ ان کے مطابق پاکستان دہشت گردی کے خلاف امریکا کے ساتھ تعاون جاری رکھے گا۔`,
  },
  {
    key: 'marfa-0305-matar-kabul',
    feed: 'marfa-akhbar',
    at: '2025-03-05T10:40',
    by: 'قسم الأخبار',
    category: ['العالم'],
    topics: ['isis-k'],
    story: 'sharifullah-arrest',
    title: 'باكستان تسلّم واشنطن متهماً بالتخطيط لتفجير مطار كابول',
    text: `أعلن الرئيس الأميركي دونالد ترامب أمام الكونغرس توقيف رجل يُشتبه في أنه ساعد في التخطيط للتفجير الانتحاري الذي استهدف مطار كابول في آب/أغسطس 2021، وشكر الحكومة الباكستانية على دورها في القبض عليه.

وقُتل في الهجوم 13 جندياً أميركياً ونحو 170 أفغانياً كانوا يحاولون مغادرة البلاد، وتبنّاه تنظيم داعش – ولاية خراسان، وهو فرع التنظيم في أفغانستان وباكستان.

وقال رئيس الوزراء الباكستاني شهباز شريف إن الموقوف، واسمه محمد شريف الله، مواطن أفغاني أُلقي القبض عليه في عملية نفذتها قوات الأمن قرب الحدود مع أفغانستان.`,
  },
  {
    key: 'fanal-0305-aeroport-kaboul',
    feed: 'fanal-une',
    at: '2025-03-05T11:10',
    by: 'Solène Kerbrat',
    category: ['International'],
    topics: ['isis-k'],
    story: 'sharifullah-arrest',
    title: 'Attentat de l’aéroport de Kaboul : le Pakistan remet un suspect aux États-Unis',
    text: `Un homme soupçonné d’avoir participé à la préparation de l’attentat-suicide commis en août 2021 devant l’aéroport de Kaboul a été arrêté avec l’aide du Pakistan et transféré aux États-Unis, a annoncé le président Donald Trump devant le Congrès.

L’attaque avait coûté la vie à 13 militaires américains et à environ 170 civils afghans qui cherchaient à fuir le pays. Elle avait été revendiquée par l’État islamique au Khorassan, la branche régionale de l’organisation.

Selon Islamabad, Mohammad Sharifullah a été capturé fin février près de la frontière afghane. Il doit comparaître devant un tribunal fédéral d’Alexandria, en Virginie.`,
  },
  {
    key: 'mws-0305-first-appearance',
    feed: 'meridian-world',
    at: '2025-03-05T21:50',
    by: 'Meridian staff, Alexandria',
    category: ['World', 'Courts'],
    topics: ['isis-k'],
    story: 'sharifullah-court',
    updateOf: 'mws-0305-suspect-in-custody',
    title: 'Kabul airport attack suspect makes first appearance in Virginia court',
    text: `ALEXANDRIA, Virginia (Meridian) — Mohammad Sharifullah, charged over the 2021 bombing at Kabul airport, appeared before a federal magistrate for about ten minutes on Wednesday, hours after his plane had landed at Dulles airport.

He is charged with providing and conspiring to provide material support to a designated terrorist organisation, resulting in death. The charge carries a maximum sentence of life in prison. He did not enter a plea and a public defender was assigned to him.

According to an affidavit filed by the FBI, Sharifullah told agents on 2 March that he had joined Islamic State Khorasan in about 2016, and that he had scouted a route to the airport for the bomber in August 2021. The Justice Department puts the number of civilians killed at approximately 160.

The affidavit also says that he described giving weapons instructions to men who attacked the Crocus City Hall near Moscow in March 2024. The claims have not been tested in court.`,
    edits: [
      {
        at: '2025-03-05T23:25',
        append: 'The court set a detention hearing for 10 March.',
        replace: [['about ten minutes', 'less than ten minutes']],
        note: 'This report was changed to shorten the length of the hearing, which lasted less than ten minutes.',
      },
    ],
  },
  {
    key: 'pd-0306-court-alexandria',
    feed: 'pamir-all',
    at: '2025-03-06T04:00',
    by: 'Meridian Wire Service',
    category: ['Security'],
    copyOf: 'mws-0305-first-appearance',
    title: 'Khorasan suspect before US judge',
    keep: [0, 1, 2],
    credit: 'From Meridian.',
  },
  {
    key: 'hp-0306-who-is-sharifullah',
    feed: 'harbour-front',
    at: '2025-03-06T07:00',
    by: 'Imogen Falk',
    category: ['World', 'Explainer'],
    topics: ['isis-k'],
    story: 'sharifullah-court',
    title: 'Explainer: what the Abbey Gate case says about ISIS-K, and what it leaves open',
    text: `Three and a half years after a bomber walked into the crowd at Kabul airport, one man sits in a cell in Virginia. What is the case against him, and how large a fish is he?

The government says that he scouted the road on which the bomber went to Abbey Gate, looking out for checkpoints. It does not say that he built the bomb or gave the order. Pakistan's prime minister called him a top commander; several researchers who follow the group said that they had never met the name.

ISIS-K, founded in 2015 by men who had left the Pakistani and Afghan Taliban, has struck far from home: in the Iranian city of Kerman in January 2024, and at a concert hall near Moscow two months later, where more than 140 people died.

A Pentagon review in 2024 found that the attack was the work of a single bomber and could not have been prevented at the gate. The bomber was named as Abdul Rahman al-Logari, who had walked out of prison when the Taliban took Bagram.`,
  },
  {
    key: 'pd-0306-fa-kabul',
    feed: 'pamir-all',
    at: '2025-03-06T08:30',
    by: 'گزارشگر پامیر',
    category: ['امنیت'],
    language: 'fa',
    topics: ['isis-k'],
    story: 'sharifullah-court',
    title: 'متهم حمله به میدان هوایی کابل در برابر دادگاهی در ویرجینیا حاضر شد',
    text: `محمد شریف‌الله، مردی که به دست داشتن در حمله انتحاری ماه اوت ۲۰۲۱ در برابر میدان هوایی کابل متهم است، روز چهارشنبه برای نخستین بار در یک دادگاه فدرال در ایالت ویرجینیا حاضر شد.

در آن حمله که شاخه خراسان داعش مسئولیتش را بر عهده گرفت، ۱۳ سرباز امریکایی و حدود ۱۷۰ افغان کشته شدند. پاکستان می‌گوید او را در نزدیکی مرز افغانستان بازداشت و به امریکا تحویل داده است.

جلسه بعدی دادگاه برای دهم مارچ تعیین شده است.`,
  },
  {
    key: 'mws-0310-detention-hearing',
    feed: 'meridian-world',
    at: '2025-03-10T20:30',
    by: 'Meridian staff, Alexandria',
    category: ['World', 'Courts'],
    topics: ['isis-k'],
    story: 'sharifullah-detention',
    updateOf: 'mws-0305-first-appearance',
    title: 'Judge orders Abbey Gate suspect held until trial',
    text: `ALEXANDRIA, Virginia (Meridian) — A federal judge on Monday ordered that Mohammad Sharifullah, accused of a part in the 2021 attack at Kabul airport, stay in detention while the case against him goes on.

The government relies on what he is said to have told the FBI about years of work for Islamic State Khorasan. His lawyers argued that little beyond his own words ties him to the attack in which 13 US troops died.

The case now goes to a grand jury.`,
  },
  {
    key: 'subh-0311-adalat',
    feed: 'subh-taza',
    at: '2025-03-11T06:00',
    by: 'مانیٹرنگ ڈیسک',
    category: ['بین الاقوامی'],
    topics: ['isis-k'],
    story: 'sharifullah-detention',
    title: 'امریکی عدالت کا شریف اللہ کو مقدمے تک حراست میں رکھنے کا حکم',
    text: `ورجینیا کی ایک وفاقی عدالت نے کابل ایئرپورٹ حملے کے ملزم شریف اللہ کو مقدمے کے فیصلے تک حراست میں رکھنے کا حکم دیا ہے۔

استغاثہ کے مطابق ملزم نے تفتیش کاروں کو بتایا کہ وہ کئی برس سے داعش خراسان کے لیے کام کر رہا تھا۔ وکیلِ صفائی کا کہنا ہے کہ ان کے مؤکل کے اپنے بیان کے سوا اسے حملے سے جوڑنے والے شواہد بہت کم ہیں۔`,
  },
  {
    key: 'mws-0407-rubio-dar-call',
    feed: 'meridian-world',
    at: '2025-04-07T17:10',
    by: 'Meridian staff, Washington',
    category: ['World', 'Diplomacy'],
    topics: ['tariffs', 'isis-k'],
    story: 'rubio-dar-call',
    title: 'Rubio and Pakistan’s Dar discuss tariffs, minerals and counterterrorism',
    text: `WASHINGTON (Meridian) — US Secretary of State Marco Rubio spoke by telephone on Monday with Ishaq Dar, Pakistan's deputy prime minister and foreign minister, about the new American tariffs, critical minerals and the fight against terrorism, the State Department said.

Mr Rubio thanked Pakistan for the arrest of Mohammad Sharifullah, the Islamic State Khorasan suspect who was handed over in March, and the two agreed to keep working together against terrorism.

On trade, the department said that they spoke of the 29% "reciprocal" tariff announced for Pakistan and of how to make progress towards a fair and balanced trade relationship. Mr Rubio raised the prospect of engagement on critical minerals and expressed interest in opportunities for US companies.

It was announced two days before the higher duty was due to begin.`,
    edits: [
      {
        at: '2025-04-07T19:30',
        title: 'Rubio and Dar discuss tariffs, minerals and the arrest of an ISIS-K suspect',
        replace: [
          ['It was announced two days before', 'The call came two days before'],
          ['29% "reciprocal" tariff', '29% "reciprocal" tariff rate'],
        ],
      },
    ],
  },
  {
    key: 'ic-0407-dar-rubio',
    feed: 'indus-national',
    at: '2025-04-07T18:40',
    by: 'Diplomatic correspondent',
    category: ['National', 'Foreign affairs'],
    topics: ['tariffs', 'isis-k'],
    story: 'rubio-dar-call',
    title: 'Dar, Rubio talk trade as 29 per cent tariff looms',
    text: `ISLAMABAD: Deputy Prime Minister and Foreign Minister Ishaq Dar received a call from US Secretary of State Marco Rubio on Monday, the Foreign Office said, in which both sides reviewed relations with a focus on trade, investment, security and minerals.

According to the Foreign Office, Mr Rubio appreciated Pakistan's efforts against terrorism over the years and its help in the Sharifullah case, and wished to deepen cooperation in that field. Mr Dar recalled the sacrifices that the country had made between 2013 and 2018.

The two also spoke about Afghanistan, and about the question of the American military equipment that was left behind there. Pakistan's exporters face a duty of 29 per cent in their largest single market from Wednesday unless talks bring a change.`,
  },
  {
    key: 'hp-0408-rubio-call',
    feed: 'harbour-front',
    at: '2025-04-08T06:15',
    by: 'Agencies',
    category: ['World'],
    copyOf: 'mws-0407-rubio-dar-call',
    title: 'US and Pakistan talk trade and terror',
    keep: [0, 1, 2],
    replace: [['the 29% "reciprocal" tariff', 'the roughly 30% "reciprocal" tariff']],
    changed: true,
    credit: '(Meridian, Post desk)',
  },
  {
    key: 'subh-0408-dar-rubio',
    feed: 'subh-taza',
    at: '2025-04-08T03:20',
    by: 'سفارتی نامہ نگار',
    category: ['قومی'],
    topics: ['tariffs', 'isis-k'],
    story: 'rubio-dar-call',
    title: 'اسحاق ڈار اور مارکو روبیو کا ٹیلی فونک رابطہ، ٹیرف اور معدنیات پر گفتگو',
    text: `اسلام آباد: نائب وزیرِاعظم اسحاق ڈار اور امریکی وزیرِخارجہ مارکو روبیو کے درمیان ٹیلی فون پر رابطہ ہوا جس میں تجارت، انسدادِ دہشت گردی اور اہم معدنیات میں تعاون پر بات چیت کی گئی۔

امریکی محکمہ خارجہ کے مطابق روبیو نے داعش خراسان کے ملزم شریف اللہ کی گرفتاری پر پاکستان کا شکریہ ادا کیا۔ دونوں رہنماؤں نے پاکستانی مصنوعات پر 29 فیصد امریکی ٹیرف اور متوازن تجارتی تعلقات پر بھی تبادلہ خیال کیا۔

دفترِ خارجہ کا کہنا ہے کہ افغانستان کی صورتِ حال اور وہاں رہ جانے والا امریکی فوجی سازوسامان بھی گفتگو کا حصہ تھا۔`,
  },
  {
    key: 'marfa-0408-rubio-dar',
    feed: 'marfa-akhbar',
    at: '2025-04-08T07:45',
    by: 'قسم الأخبار',
    category: ['العالم'],
    topics: ['tariffs', 'isis-k'],
    story: 'rubio-dar-call',
    title: 'روبيو يبحث مع نظيره الباكستاني الرسوم الجمركية ومكافحة الإرهاب',
    text: `بحث وزير الخارجية الأميركي ماركو روبيو هاتفياً مع نظيره الباكستاني إسحاق دار الرسوم الجمركية الأميركية الجديدة والتعاون في مجال المعادن الحيوية ومكافحة الإرهاب.

وقالت وزارة الخارجية الأميركية إن روبيو شكر باكستان على توقيف محمد شريف الله المتهم بالضلوع في تفجير مطار كابول، والمنتمي بحسب واشنطن إلى تنظيم داعش خراسان.

ومن المقرر أن تبلغ الرسوم على السلع الباكستانية 29 في المئة اعتباراً من الأربعاء.`,
  },
  {
    key: 'ic-0409-analysis-cooperation',
    feed: 'indus-national',
    at: '2025-04-09T04:30',
    by: 'Nadir Ansari-Blythe',
    category: ['Opinion'],
    topics: ['isis-k', 'tariffs'],
    title: 'One arrest does not make an alliance, but it is a start',
    text: `For a decade Washington and Islamabad have talked past each other about terrorism. The hand-over of a man accused over the Kabul airport attack broke that habit, because both capitals gained something that they could show at home.

What follows is harder. The same week in which the secretary of state thanked Pakistan for catching an ISIS-K operative, his government put a 29 per cent tariff on its exports. A ministry that counts every dollar of foreign exchange can be forgiven for wondering which of the two messages is meant.

The quiet work is what deserves protecting: shared watch lists, extradition practice, border technology. None of it needs a summit.`,
  },
  {
    key: 'mws-0416-no-trial-date',
    feed: 'meridian-world',
    at: '2025-04-16T19:00',
    by: 'Meridian staff, Alexandria',
    category: ['World', 'Courts'],
    topics: ['isis-k'],
    updateOf: 'mws-0310-detention-hearing',
    title: 'Six weeks after hand-over, no trial date in Kabul airport case',
    text: `ALEXANDRIA, Virginia (Meridian) — Six weeks after Pakistan handed him over, no date has been set for the trial of Mohammad Sharifullah, who is accused of supporting Islamic State Khorasan and of a part in the 2021 attack on Kabul airport. He remains in detention.

Families of the 13 American dead have said that they want to hear the evidence in open court.`,
  },
];
