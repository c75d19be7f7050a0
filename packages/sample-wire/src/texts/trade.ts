import type { WireEntry } from '../entry.ts';

/** The wider trade war of early 2025, and what only sounds like it: power tariffs, feed-in tariffs, minerals without duties. */
export const trade: readonly WireEntry[] = [
  {
    key: 'mws-0201-canada-mexico',
    feed: 'meridian-business',
    at: '2025-02-01T23:30',
    by: 'Meridian staff, Washington',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'north-america-tariffs',
    title: 'Trump orders 25% tariffs on Canada and Mexico, 10% on China',
    text: `WASHINGTON (Meridian) — President Donald Trump on Saturday signed orders for tariffs of 25% on imports from Canada and Mexico and of 10% on those from China, to begin on Tuesday. Canadian oil and gas would pay 10%.

Canada said that it would answer with duties of 25% on American goods worth C$155 billion, from orange juice to household appliances.`,
  },
  {
    key: 'mws-0203-month-pause',
    feed: 'meridian-business',
    at: '2025-02-03T22:20',
    by: 'Meridian staff, Washington',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'north-america-tariffs',
    updateOf: 'mws-0201-canada-mexico',
    title: 'US holds back tariffs on Mexico and Canada for a month',
    text: `WASHINGTON (Meridian) — The United States agreed on Monday to wait 30 days with the 25% tariffs on Mexico and Canada after both promised more guards at their borders. The 10% duty on Chinese goods was due to begin at midnight.`,
  },
  {
    key: 'loom-0210-steel',
    feed: 'loom-daily',
    at: '2025-02-10T23:00',
    by: 'Bertil Okonjo',
    category: ['Metals'],
    topics: ['tariffs'],
    story: 'steel-aluminium',
    title: 'Steel and aluminium: 25 per cent, and this time nobody is exempt',
    text: `The duties of 2018 come back without their holes. From 12 March all steel and aluminium that enters the United States will pay 25 per cent, whatever it comes from; for aluminium the rate was ten.

Exclusions, quotas and special deals with the European Union, Japan, Korea and others end. Makers of cans expect to pay first.`,
  },
  {
    key: 'mws-0312-steel-force',
    feed: 'meridian-business',
    at: '2025-03-12T06:30',
    by: 'Meridian staff, Brussels',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'steel-aluminium',
    updateOf: 'loom-0210-steel',
    title: 'EU answers US steel tariffs with duties on 26 billion euros of goods',
    text: `BRUSSELS (Meridian) — The European Commission on Wednesday announced counter-duties on American goods worth up to 26 billion euros, hours after US tariffs of 25% on steel and aluminium had taken effect. They are to begin in two steps in April.

Bourbon, motorcycles and boats are on the first list, as in 2018.`,
  },
  {
    key: 'fanal-0312-acier',
    feed: 'fanal-une',
    at: '2025-03-12T07:20',
    by: 'Basile Tournemine',
    category: ['Économie'],
    topics: ['tariffs'],
    story: 'steel-aluminium',
    title: 'Acier : Bruxelles riposte aux droits de douane américains',
    text: `La Commission européenne prendra en avril des contre-mesures sur 26 milliards d’euros de produits américains, en réponse aux droits de douane de 25 % sur l’acier et l’aluminium entrés en vigueur mercredi.

Le whisky, les motos et les bateaux figurent sur la première liste. Les exportateurs de cognac redoutent une surenchère.`,
  },
  {
    key: 'mws-0213-reciprocal-memo',
    feed: 'meridian-business',
    at: '2025-02-13T20:00',
    by: 'Meridian staff, Washington',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    title: 'Trump orders study of “reciprocal” tariffs country by country',
    text: `WASHINGTON (Meridian) — President Donald Trump signed a memorandum on Thursday that tells his staff to work out tariffs to match what each country charges American goods, counting value-added tax and other rules as barriers. The studies should be ready by 1 April.

India, whose prime minister visited the White House the same day, was named as a country with particularly high duties.`,
  },
  {
    key: 'loom-0326-cars',
    feed: 'loom-daily',
    at: '2025-03-26T22:40',
    by: 'Ottilie Marchetti',
    category: ['Cars'],
    topics: ['tariffs'],
    story: 'car-tariffs',
    title: 'A 25 per cent duty on every imported car from 3 April',
    text: `Cars that are not made in the United States will pay 25 per cent from 3 April, engines and other main parts a month later at the latest. Nearly half of the cars sold in America are imported.

Parts that meet the rules of the North American agreement stay free until the customs service has found a way to count their American share.`,
  },
  {
    key: 'mws-0327-car-shares',
    feed: 'meridian-business',
    at: '2025-03-27T09:10',
    by: 'Meridian staff, Frankfurt',
    category: ['Business', 'Markets'],
    topics: ['tariffs'],
    story: 'car-tariffs',
    title: 'Carmakers’ shares slide after US tariff announcement',
    text: `FRANKFURT (Meridian) — Shares of carmakers from Tokyo to Stuttgart fell on Thursday after the United States had announced a 25% tariff on imported cars and parts. Japan and South Korea together sell about three million cars a year there.

Analysts expect prices of ordinary models to rise by several thousand dollars.`,
  },
  {
    key: 'marfa-0406-aswaq',
    feed: 'marfa-akhbar',
    at: '2025-04-06T08:30',
    by: 'القسم الاقتصادي',
    category: ['اقتصاد'],
    topics: ['tariffs'],
    story: 'april-market-rout',
    title: 'أسواق الخليج تهبط بعد صدمة الرسوم الجمركية الأميركية',
    text: `تراجعت أسواق الأسهم في الخليج يوم الأحد في أول جلسة بعد إعلان الصين رداً مماثلاً على الرسوم الجمركية الأميركية، وهبط المؤشر السعودي بنحو سبعة في المئة في أكبر خسارة يومية منذ عام 2020.

وزاد انخفاض أسعار النفط من مخاوف المستثمرين من تباطؤ الاقتصاد العالمي.`,
  },
  {
    key: 'ic-0407-psx-halt',
    feed: 'indus-business',
    at: '2025-04-07T09:40',
    by: 'Markets desk',
    category: ['Business', 'Markets'],
    topics: ['tariffs'],
    story: 'april-market-rout',
    title: 'Trading halted in Karachi as tariff panic sinks shares by 8,000 points',
    text: `KARACHI: The Pakistan Stock Exchange stopped trading for almost an hour on Monday after the KSE-100 index had lost more than 6,000 points in a worldwide sell-off set off by US tariffs. When trading resumed the loss grew to over 8,600 points before buyers came back.

The index ended 3,882 points or 3.3 per cent lower.`,
  },
  {
    key: 'mws-0407-asia-rout',
    feed: 'meridian-business',
    at: '2025-04-07T08:15',
    by: 'Meridian staff, Hong Kong',
    category: ['Business', 'Markets'],
    topics: ['tariffs'],
    story: 'april-market-rout',
    title: 'Hong Kong shares suffer worst day since 1997 in tariff rout',
    text: `HONG KONG (Meridian) — The Hang Seng index lost 13.2% on Monday, its worst day since the Asian financial crisis in 1997, as investors fled from a trade war between the world's two largest economies. Tokyo closed almost 8% lower.

China's answer to the American tariffs had come while Hong Kong was on holiday.`,
  },
  {
    key: 'loom-0411-china-125',
    feed: 'loom-daily',
    at: '2025-04-11T09:00',
    by: 'Bertil Okonjo',
    category: ['Tariffs'],
    topics: ['tariffs'],
    story: 'china-125',
    title: 'Beijing goes to 125 per cent and says it will stop counting',
    text: `From Saturday American goods will pay 125 per cent in China. At that level, the finance ministry says, nobody can sell them any more, and further American increases will be ignored.

The first ships have turned around on the Pacific. Freight brokers report cancelled bookings of a third to one half on the lanes to Los Angeles.`,
  },
  {
    key: 'mws-0411-china-125',
    feed: 'meridian-business',
    at: '2025-04-11T08:30',
    by: 'Meridian staff, Beijing',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'china-125',
    title: 'China raises tariffs on US goods to 125%',
    text: `BEIJING (Meridian) — China said on Friday that it would raise its tariffs on goods from the United States from 84% to 125% from Saturday, in answer to the American total of 145%.

The finance ministry added that it would not react to further steps of that kind.`,
  },
  {
    key: 'mws-0412-phones-exempt',
    feed: 'meridian-business',
    at: '2025-04-12T13:40',
    by: 'Meridian staff, Washington',
    category: ['Business', 'Technology'],
    topics: ['tariffs'],
    title: 'Smartphones and computers exempted from US “reciprocal” tariffs',
    text: `WASHINGTON (Meridian) — The United States has exempted smartphones, computers, chips and some other electronics from the tariffs that it announced this month, the customs service said in a notice late on Friday.

The exemption also covers most of the 145% on such goods from China; a duty of 20% remains.`,
  },
  {
    key: 'loom-0414-cotton-offer',
    feed: 'loom-daily',
    at: '2025-04-14T12:00',
    by: 'Ottilie Marchetti',
    category: ['Textiles'],
    topics: ['tariffs'],
    story: 'pakistan-delegation',
    title: 'Buy our cotton: what Pakistan may put on the table in Washington',
    text: `Pakistan's mills used to buy American cotton when their own crop failed. Now their government may make it a policy. Spinners have drawn up a proposal to import more, so that garments with American fibre in them are spared a part of the duty.

With the 29 per cent rate on hold until July, the team that is to fly to Washington has twelve weeks.`,
  },
  {
    key: 'ic-0418-bangladesh-rivals',
    feed: 'indus-business',
    at: '2025-04-18T05:30',
    by: 'Mehr Talpur',
    category: ['Business'],
    topics: ['tariffs'],
    title: 'After the pause: orders trickle from Dhaka to Karachi, for now',
    text: `KARACHI: Three knitwear makers say that they have received enquiries from American chains that usually buy in Bangladesh. The chains want to spread the risk that the 37 per cent duty comes back in July while Pakistan's would be 29.

None of it is signed. "They ask for a price with the tariff and a price without," an export manager said.`,
  },
  {
    key: 'mws-0408-switch',
    feed: 'meridian-business',
    at: '2025-04-08T15:00',
    by: 'Meridian staff, Tokyo',
    category: ['Business', 'Technology'],
    topics: ['tariffs'],
    title: 'Nintendo holds back US pre-orders of new console because of tariffs',
    text: `TOKYO (Meridian) — Nintendo has put off taking orders for its new Switch 2 console in the United States while it studies what the new tariffs mean. The machine is assembled mainly in Vietnam and China.

The company still plans to start selling it on 5 June. It had announced a price of $449.99 on the day that the duties were made public.`,
  },
  {
    key: 'ic-0403-power-tariff-cut',
    feed: 'indus-business',
    at: '2025-04-03T14:30',
    by: 'Energy correspondent',
    category: ['Business', 'Energy'],
    story: 'power-tariff-cut',
    title: 'PM announces power tariff cut of Rs7.41 per unit for households',
    text: `ISLAMABAD: The prime minister on Thursday announced a cut of Rs7.41 per unit in the electricity tariff for households and of Rs7.59 for industry. The average household will pay Rs34.37 per unit, down from more than Rs45 last June.

The National Electric Power Regulatory Authority (Nepra) has called a hearing on part of the cut for Friday. Savings from new contracts with independent power producers and a levy on petrol are to pay for it.`,
  },
  {
    key: 'subh-0403-bijli',
    feed: 'subh-taza',
    at: '2025-04-03T15:10',
    by: 'نمائندہ توانائی',
    category: ['کاروبار'],
    story: 'power-tariff-cut',
    title: 'بجلی کے ٹیرف میں 7 روپے 41 پیسے فی یونٹ کمی کا اعلان',
    text: `اسلام آباد: وزیرِاعظم نے گھریلو صارفین کے لیے بجلی کی قیمت میں 7 روپے 41 پیسے فی یونٹ کمی کا اعلان کیا ہے۔ صنعتی صارفین کے لیے کمی 7 روپے 59 پیسے فی یونٹ ہوگی۔

نیپرا اس معاملے پر جمعے کو سماعت کرے گی۔ حکومت کا کہنا ہے کہ بجلی گھروں کے ساتھ معاہدوں پر نظرِثانی سے بچت ہوئی ہے۔`,
  },
  {
    key: 'mws-0404-power-tariff',
    feed: 'meridian-business',
    at: '2025-04-04T06:00',
    by: 'Meridian staff, Islamabad',
    category: ['Business', 'Energy'],
    story: 'power-tariff-cut',
    title: 'Pakistan cuts electricity tariffs by up to 17%',
    text: `ISLAMABAD (Meridian) — Pakistan has lowered electricity tariffs by about 17% for households and 15% for industry, hoping to relieve families and to bring factories back to the grid from their own generators.

The regulator Nepra was due to hear the request on Friday. High prices have led many consumers to put solar panels on their roofs.`,
  },
  {
    key: 'ic-0314-net-metering',
    feed: 'indus-business',
    at: '2025-03-14T06:10',
    by: 'Energy correspondent',
    category: ['Business', 'Energy'],
    title: 'Feed-in tariff for rooftop solar cut from Rs27 to Rs10',
    text: `ISLAMABAD: The cabinet's economic committee has lowered the price at which power companies buy electricity from new rooftop solar systems from Rs27 to Rs10 per unit. Existing contracts are not touched.

The power division says that net metering shifts costs to those who cannot afford panels. Installers warned of empty order books.`,
  },
  {
    key: 'mws-0220-german-feedin',
    feed: 'meridian-business',
    at: '2025-02-20T10:00',
    by: 'Meridian staff, Berlin',
    category: ['Business', 'Energy'],
    title: 'Germany to stop feed-in tariff for new solar roofs when prices are negative',
    text: `BERLIN (Meridian) — Owners of new solar roofs in Germany will no longer receive the feed-in tariff in hours in which the market price of electricity is below zero, under a law that comes into force next week. The lost hours are added at the end of the twenty years.`,
  },
  {
    key: 'hp-0317-mobile-tariffs',
    feed: 'harbour-front',
    at: '2025-03-17T08:20',
    by: 'Ruth Ekdahl',
    category: ['Money'],
    title: 'Which mobile tariff for the summer? We read the small print',
    text: `Roaming is back, and so is the bill. We compared fourteen mobile tariffs for people who spend two weeks abroad. The cheapest costs a third of the dearest, and neither is sold in the shop window.

Ask for the daily cap before you travel, and switch off the answering machine.`,
  },
  {
    key: 'hp-0328-hotel-tariff',
    feed: 'harbour-front',
    at: '2025-03-28T10:00',
    by: 'Travel desk',
    category: ['Travel'],
    teaser: true,
    title: 'Summer hotel tariffs on the coast rise by a tenth',
    text: `A double room with a view of the harbour will cost about a tenth more this July than last, says the town's association of innkeepers, which published its tariffs on Friday.

Guests who stay a week or longer pay less.`,
  },
  {
    key: 'ic-0408-minerals-forum',
    feed: 'indus-national',
    at: '2025-04-08T10:20',
    by: 'Rameen Kazi',
    category: ['National', 'Minerals'],
    story: 'minerals-forum',
    title: 'Minerals forum opens in Islamabad with investors from Washington to Beijing',
    text: `ISLAMABAD: The Pakistan Minerals Investment Forum opened on Tuesday with some 300 foreign delegates from the United States, China, Saudi Arabia, Turkey and other countries. The prime minister told them that the country sits on reserves worth trillions of dollars.

The American delegation is led by Eric Meyer of the State Department's bureau for South and Central Asia. Raw materials should not leave the country unrefined, the prime minister said.

The centrepiece is Reko Diq in Balochistan, one of the largest undeveloped deposits of copper and gold in the world, which Barrick Gold wants to bring into production in 2028.`,
  },
  {
    key: 'mws-0408-minerals-forum',
    feed: 'meridian-business',
    at: '2025-04-08T12:30',
    by: 'Meridian staff, Islamabad',
    category: ['Business', 'Mining'],
    story: 'minerals-forum',
    title: 'Pakistan courts US and Chinese investors for its minerals',
    text: `ISLAMABAD (Meridian) — Pakistan opened a two-day forum on Tuesday to win foreign money for mines that could yield copper, gold, lithium and rare earths, much of them in provinces where the army fights insurgents.

Barrick's Reko Diq project, owned half by the Canadian company, a quarter by federal state companies and a quarter by the province of Balochistan, is expected to cost about $5.5 billion in its first phase.

A US official told the forum that American companies were interested and asked for clear rules.`,
  },
  {
    key: 'marfa-0409-maadin',
    feed: 'marfa-akhbar',
    at: '2025-04-09T09:00',
    by: 'القسم الاقتصادي',
    category: ['اقتصاد'],
    story: 'minerals-forum',
    title: 'باكستان تعرض ثرواتها المعدنية على المستثمرين في منتدى بإسلام آباد',
    text: `افتتحت باكستان في إسلام آباد منتدى للاستثمار في المعادن شاركت فيه وفود من الولايات المتحدة والصين والسعودية وتركيا، وقال رئيس الوزراء إن احتياطيات البلاد تقدَّر بتريليونات الدولارات.

ويُعد مشروع ريكو ديك للنحاس والذهب في إقليم بلوشستان أبرز المشاريع المطروحة، ويُتوقع أن يبدأ إنتاجه عام 2028.`,
  },
  {
    key: 'ic-0411-reko-diq-ifc',
    feed: 'indus-business',
    at: '2025-04-11T06:00',
    by: 'Rameen Kazi',
    category: ['Business', 'Minerals'],
    title: 'Lenders line up for Reko Diq',
    text: `ISLAMABAD: The International Finance Corporation is ready to lend $300 million to the Reko Diq copper and gold project, according to its disclosure page. The mine's owners want to raise more than $2 billion from lenders before the year ends.

Water for the plant will come from a saline aquifer 70 kilometres away.`,
  },
  {
    key: 'loom-0318-business-climate',
    feed: 'loom-daily',
    at: '2025-03-18T09:15',
    by: 'Bertil Okonjo',
    category: ['Survey'],
    title: 'Business climate among shippers brightens for the second month',
    text: `Our own index of the business climate rose from 94 to 97 points in March. Of 212 forwarders who answered, a third expect better earnings by summer; most of them carry food.

Wages and the price of diesel were named as the largest worries.`,
  },
  {
    key: 'fanal-0325-climat-affaires',
    feed: 'fanal-une',
    at: '2025-03-25T08:10',
    by: 'Basile Tournemine',
    category: ['Économie'],
    title: 'Le climat des affaires stable en mars',
    text: `L’indicateur du climat des affaires reste à 97 points en mars, sous sa moyenne de longue période, selon l’enquête mensuelle publiée mardi. Les services se redressent un peu, le bâtiment hésite.

Le climat de l’emploi gagne deux points.`,
  },
  {
    key: 'ic-0221-investment-climate',
    feed: 'indus-business',
    at: '2025-02-21T07:00',
    by: 'Mehr Talpur',
    category: ['Business'],
    title: 'Chambers ask for a better investment climate before the budget',
    text: `LAHORE: Chambers of commerce have sent the finance ministry a list of 38 proposals to improve the investment climate, from faster refunds to a single window for permits.

They ask above all that rules should not change within a year.`,
  },
];
