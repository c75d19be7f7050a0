import type { WireEntry } from '../entry.ts';

/** Loss and damage, the floods of 2022, ice, heat, and what science said about the climate in early 2025. */
export const climate: readonly WireEntry[] = [
  {
    key: 'ws-0212-loss-damage-guide',
    feed: 'watershed-all',
    at: '2025-02-12T09:00',
    by: 'Anneke Solheim-Rao',
    category: ['Climate finance'],
    topics: ['climate'],
    title: 'Loss and damage, a short guide for the impatient',
    text: `Some harm from climate change can neither be avoided by cutting emissions nor lived with by adapting to it. Islands are lost, glaciers melt, a flood takes a harvest. In the language of the UN talks this is called loss and damage, and for thirty years it had no money of its own.

At Sharm el-Sheikh in 2022, with Pakistan leading the group of developing countries and a third of its own land just out of the water, governments agreed to set up a fund. It was opened a year later in Dubai. The World Bank hosts it and Manila is home to its board.

Pledges so far come to about $768 million, and less than half of them have become signed contributions. One study put what developing countries will need at more than $400 billion a year by 2030.`,
  },
  {
    key: 'mws-0307-us-leaves-board',
    feed: 'meridian-world',
    at: '2025-03-07T18:40',
    by: 'Meridian staff, London',
    category: ['World', 'Climate'],
    topics: ['climate'],
    story: 'us-leaves-fund',
    title: 'US quits board of UN climate damage fund',
    text: `LONDON (Meridian) — The United States has withdrawn from the board of the fund that is meant to help vulnerable countries pay for damage caused by climate change, according to a letter dated 4 March that was seen by board members.

Washington had pledged $17.5 million to the loss and damage fund, which was agreed at the COP27 talks in 2022 after decades of pressure by developing countries. The letter gave no reasons.

Pledges to the fund stand at about $740 million.`,
    edits: [
      {
        at: '2025-03-08T09:00',
        replace: [['about $740 million', 'about $741 million, a part of it signed']],
      },
    ],
  },
  {
    key: 'ws-0308-board-empty-chair',
    feed: 'watershed-all',
    at: '2025-03-08T10:10',
    by: 'Anneke Solheim-Rao',
    category: ['Climate finance'],
    topics: ['climate'],
    story: 'us-leaves-fund',
    title: 'An empty chair at the loss and damage fund',
    text: `The United States, historically the largest emitter of greenhouse gases, has left the board of the new fund for loss and damage. Neither its member nor its alternate will be replaced, says the letter.

The sum at stake is small: 17.5 million dollars were promised, out of some 768 million. What members of the board fear is the example.

Campaigners in Dhaka and Karachi called it a retreat from the countries that did least to cause the crisis. The fund's director said that work would go on.`,
  },
  {
    key: 'fanal-0308-pertes-et-prejudices',
    feed: 'fanal-une',
    at: '2025-03-08T07:30',
    by: 'Maëlys Grandjean',
    category: ['Planète'],
    topics: ['climate'],
    story: 'us-leaves-fund',
    title: 'Climat : les États-Unis quittent le fonds « pertes et préjudices »',
    text: `Les États-Unis se retirent du conseil d’administration du fonds destiné à aider les pays vulnérables face aux dégâts du changement climatique, selon une lettre datée du 4 mars.

Créé à la COP27 puis lancé à Dubaï, le fonds pour les pertes et préjudices a reçu à ce jour environ 768 millions de dollars de promesses. Washington s’était engagé à hauteur de 17,5 millions.

Les organisations de défense du climat dénoncent l’abandon des pays qui ont le moins contribué au réchauffement.`,
  },
  {
    key: 'ic-0309-fund-pakistan',
    feed: 'indus-national',
    at: '2025-03-09T06:20',
    by: 'Farah Soomro-Lind',
    category: ['National', 'Environment'],
    topics: ['climate'],
    title: 'Three years after the floods, Sindh still builds its houses one by one',
    text: `LARKANA: In the village where Haleema's family has put up its tent again, forty-one of sixty houses have walls. The floods of 2022 covered a third of the country, killed more than 1,700 people and drove nearly eight million from their homes.

The damage and the economic losses together came to about $30 billion, according to an assessment by the government, the United Nations and lenders. At Geneva donors promised about a third of that, most of it as loans.

Pakistan emits less than one per cent of the world's greenhouse gases. Its negotiators were among those who pushed the loss and damage fund through. Nothing from that fund has reached Larkana.`,
  },
  {
    key: 'mws-0319-wmo-state',
    feed: 'meridian-world',
    at: '2025-03-19T05:30',
    by: 'Meridian staff, Geneva',
    category: ['World', 'Climate'],
    topics: ['climate'],
    story: 'wmo-2024',
    title: '2024 was likely first year above 1.5C, UN weather agency confirms',
    text: `GENEVA (Meridian) — Last year was the warmest in 175 years of records and probably the first calendar year that was more than 1.5 degrees Celsius above the pre-industrial average, the World Meteorological Organization said on Wednesday.

Its annual report on the state of the climate puts 2024 at 1.55 degrees above the average of 1850 to 1900, with a margin of error of 0.13 degrees. Carbon dioxide in the air is at its highest level in at least 800,000 years.

A single year above 1.5 degrees does not mean that the goals of the Paris Agreement, which look at decades, have been missed, the agency said.`,
  },
  {
    key: 'ws-0319-wmo-ocean',
    feed: 'watershed-all',
    at: '2025-03-19T08:15',
    by: 'Teodor Haack',
    category: ['Science'],
    topics: ['climate'],
    story: 'wmo-2024',
    title: 'Warmest air, warmest sea, fastest rise: the WMO’s year in five graphs',
    text: `The World Meteorological Organization's report on 2024 reads like a list of records. Each of the past ten years is among the ten warmest. The ocean has never held so much heat. Sea level rises twice as fast as when satellites began to measure it.

Global warming in the long run is estimated at between 1.34 and 1.41 degrees, a little less than the single year's 1.55.

Extreme weather drove more people from their homes in 2024 than in any year since 2008.`,
  },
  {
    key: 'marfa-0319-arsad',
    feed: 'marfa-akhbar',
    at: '2025-03-19T09:20',
    by: 'قسم البيئة',
    category: ['بيئة'],
    topics: ['climate'],
    story: 'wmo-2024',
    title: 'المنظمة العالمية للأرصاد: عام 2024 الأكثر حرارة على الإطلاق',
    text: `أكدت المنظمة العالمية للأرصاد الجوية أن عام 2024 كان على الأرجح أول سنة يتجاوز فيها متوسط حرارة الأرض عتبة 1.5 درجة مئوية فوق مستويات ما قبل الثورة الصناعية، إذ بلغ 1.55 درجة.

وأشار التقرير السنوي عن حالة المناخ إلى أن تركيز ثاني أكسيد الكربون بلغ أعلى مستوى له منذ 800 ألف سنة على الأقل، وأن ارتفاع مستوى البحر تسارع بسبب تغيّر المناخ.

وأوضحت المنظمة أن تجاوز العتبة في سنة واحدة لا يعني أن أهداف اتفاق باريس باتت بعيدة المنال.`,
  },
  {
    key: 'ws-0321-glaciers-day',
    feed: 'watershed-all',
    at: '2025-03-21T07:00',
    by: 'Teodor Haack',
    category: ['Ice'],
    topics: ['climate'],
    story: 'glaciers-day',
    title: 'The first World Day for Glaciers, and less to celebrate each year',
    text: `The UN has made 2025 the year of glaciers and 21 March their day. All 19 glacier regions of the world lost ice in 2024, for the third year running, the World Glacier Monitoring Service reports. Together they shed about 450 billion tonnes.

Since 1975 glaciers outside the great ice sheets have lost more than 9,000 billion tonnes, as much as a block of ice of the size of Germany and 25 metres thick.

As the climate warms, the rivers that live on this ice first swell and then shrink. For the Indus the turning point is expected around the middle of the century.`,
  },
  {
    key: 'ic-0322-glaciers-gilgit',
    feed: 'indus-national',
    at: '2025-03-22T06:45',
    by: 'Gilgit correspondent',
    category: ['National', 'Environment'],
    topics: ['climate'],
    story: 'glaciers-day',
    title: 'Over 7,000 glaciers, and a siren in every valley',
    text: `GILGIT: Pakistan has more than 7,000 glaciers, more than any country outside the polar regions, and a warming climate turns some of them into lakes that burst. On World Glaciers Day officials in Gilgit-Baltistan showed the sirens and river gauges that are to warn 24 valleys of such floods.

Meteorologists count 3,044 glacial lakes in the north, 33 of which are likely to burst. More than seven million people live below them.

Villagers asked who would look after the sirens once the project that paid for them has ended.`,
  },
  {
    key: 'subh-0322-glacier',
    feed: 'subh-taza',
    at: '2025-03-22T08:00',
    by: 'نمائندہ گلگت',
    category: ['ماحولیات'],
    topics: ['climate'],
    story: 'glaciers-day',
    title: 'گلیشیئرز کا عالمی دن: شمالی علاقوں میں 33 جھیلیں خطرناک قرار',
    text: `گلگت: موسمیاتی تبدیلی کے باعث گلیشیئرز پگھلنے سے شمالی پاکستان میں تین ہزار سے زائد جھیلیں بن چکی ہیں جن میں سے 33 کو خطرناک قرار دیا گیا ہے۔ ماہرین کے مطابق ان کے پھٹنے سے 70 لاکھ سے زیادہ افراد متاثر ہو سکتے ہیں۔

گلیشیئرز کے پہلے عالمی دن کے موقع پر حکام نے بتایا کہ 24 وادیوں میں پیشگی اطلاع کا نظام نصب کیا جا رہا ہے۔ پاکستان میں گلیشیئرز کی تعداد سات ہزار سے زائد بتائی جاتی ہے جبکہ ایک نئی فہرست میں یہ تعداد تیرہ ہزار ہے۔`,
  },
  {
    key: 'mws-0326-imf-climate',
    feed: 'meridian-business',
    at: '2025-03-26T04:00',
    by: 'Meridian staff, Islamabad',
    category: ['Business'],
    topics: ['climate'],
    story: 'imf-climate-loan',
    title: 'IMF staff agree $1.3 billion climate loan for Pakistan',
    text: `ISLAMABAD (Meridian) — The International Monetary Fund's staff and Pakistan have agreed on a new loan of about $1.3 billion over 28 months to help the country withstand climate change, the Fund said on Tuesday. It also said that the first review of Pakistan's $7 billion programme had gone well.

The climate arrangement is tied to steps such as pricing water better, coordinating disaster relief between the centre and the provinces and greener building rules.

The Fund's board still has to approve both, which would free about $1 billion at once.`,
  },
  {
    key: 'ic-0326-imf-rsf',
    feed: 'indus-business',
    at: '2025-03-26T05:15',
    by: 'Rameen Kazi',
    category: ['Business'],
    topics: ['climate'],
    story: 'imf-climate-loan',
    title: 'IMF deal: $1bn tranche, $1.3bn for climate resilience',
    text: `ISLAMABAD: Pakistan has reached a staff-level agreement with the IMF on the first review of its loan and on a new facility of $1.3 billion for climate resilience, to be paid out in 28 months.

Together with the next tranche of the main programme, about $2.3 billion would become available over time. A carbon levy on fuel is among the measures under discussion.`,
  },
  {
    key: 'subh-0326-imf',
    feed: 'subh-taza',
    at: '2025-03-26T05:40',
    by: 'کامرس رپورٹر',
    category: ['کاروبار'],
    topics: ['climate'],
    story: 'imf-climate-loan',
    title: 'آئی ایم ایف سے معاہدہ، موسمیاتی تبدیلی سے نمٹنے کے لیے 1.3 ارب ڈالر',
    text: `اسلام آباد: پاکستان اور آئی ایم ایف کے درمیان عملے کی سطح کا معاہدہ طے پا گیا ہے۔ اس کے تحت موسمیاتی تبدیلی کے اثرات سے نمٹنے کے لیے 28 ماہ میں تقریباً 1.3 ارب ڈالر فراہم کیے جائیں گے۔

ایگزیکٹو بورڈ کی منظوری کے بعد قرض پروگرام کی ایک ارب ڈالر کی قسط بھی جاری ہوگی۔`,
  },
  {
    key: 'ws-0328-arctic-maximum',
    feed: 'watershed-all',
    at: '2025-03-28T11:00',
    by: 'Teodor Haack',
    category: ['Ice'],
    topics: ['climate'],
    title: 'Arctic winter ice has never covered so little',
    text: `At its yearly maximum on 22 March the sea ice of the Arctic covered 14.33 million square kilometres, the smallest peak in 47 years of satellite records. The old record, from 2017, was 14.41 million.

The winter's warmth is what one expects in a climate that keeps heating up, the researchers write: the Arctic warms several times as fast as the planet.`,
  },
  {
    key: 'ws-0402-drought-sindh',
    feed: 'watershed-all',
    at: '2025-04-02T08:30',
    by: 'Anneke Solheim-Rao',
    category: ['Water'],
    topics: ['climate'],
    title: 'A dry winter, a hot spring: the lower Indus waits for water',
    text: `Between September and the middle of January Pakistan had 40 per cent less rain than usual, and Sindh and Balochistan less than half. The reservoirs at Tarbela and Mangla came close to dead level in March.

Scientists say that climate change makes such swings wilder: the same province that drowned in 2022 now counts its canal turns. Plans for new canals upstream in Punjab have brought people to the streets.`,
  },
  {
    key: 'mws-0409-barbados-board',
    feed: 'meridian-world',
    at: '2025-04-09T15:20',
    by: 'Meridian staff, Bridgetown',
    category: ['World', 'Climate'],
    topics: ['climate'],
    story: 'barbados-board',
    title: 'Loss and damage fund board meets in Barbados to decide first payments',
    text: `BRIDGETOWN (Meridian) — The board of the UN's loss and damage fund is meeting in Barbados this week to decide how its first money will be spent, with $250 million foreseen for grants until the end of 2026.

Developing countries want at least half of it to go to the poorest states and small islands, and grants to be paid straight to governments. Pledges to the fund come to about $768 million; the United States no longer sits on the board.

Delegates from flood-hit countries, Pakistan among them, asked for a fast lane after disasters.`,
    edits: [
      {
        at: '2025-04-11T02:30',
        title: 'Loss and damage fund agrees to spend first $250 million',
        replace: [
          ['is meeting in Barbados this week to decide', 'has agreed in Barbados on'],
          [
            'how its first money will be spent, with $250 million foreseen',
            'how its first money will be spent: $250 million are set aside',
          ],
        ],
        note: 'Updated with the outcome of the meeting.',
      },
    ],
  },
  {
    key: 'ws-0411-barbados-outcome',
    feed: 'watershed-all',
    at: '2025-04-11T10:00',
    by: 'Anneke Solheim-Rao',
    category: ['Climate finance'],
    topics: ['climate'],
    story: 'barbados-board',
    updateOf: 'mws-0409-barbados-board',
    title: 'The first quarter of a billion: what was decided in Bridgetown',
    text: `The fund for loss and damage will spend up to 250 million dollars in its first phase, its board decided in Bridgetown. Half is kept for small islands and the least developed countries. Single grants will lie between five and 20 million.

Calls for proposals are to go out around COP30 in November, three years after the fund was agreed. The board also asked for a plan to fill it again from 2027 on.

Nobody replaced the American member. Climate activists outside painted an empty chair on the pavement.`,
  },
  {
    key: 'fanal-0411-bridgetown',
    feed: 'fanal-une',
    at: '2025-04-11T11:30',
    by: 'Maëlys Grandjean',
    category: ['Planète'],
    topics: ['climate'],
    story: 'barbados-board',
    title: 'Pertes et préjudices : une première enveloppe de 250 millions de dollars',
    text: `Réuni à la Barbade, le conseil du fonds pour les pertes et préjudices a décidé de consacrer 250 millions de dollars à ses premières aides d’ici à la fin de 2026.

La moitié ira aux petits États insulaires et aux pays les moins avancés, les plus exposés au changement climatique. Les appels à projets seront lancés autour de la COP30, en novembre au Brésil.`,
  },
  {
    key: 'ws-0408-march-warm',
    feed: 'watershed-all',
    at: '2025-04-08T06:50',
    by: 'Teodor Haack',
    category: ['Science'],
    topics: ['climate'],
    title: 'Europe has its warmest March on record',
    text: `Averaged over the continent, March was 2.41 degrees warmer than usual, Europe's Copernicus climate service reports. Globally it was the second warmest March and the twentieth of the last 21 months to lie above 1.5 degrees of warming.

Scientists expected the planet to cool a little after the end of El Niño. It did not, and they are looking for the reasons: cleaner ship fuel, fewer low clouds, or simply more greenhouse gas.`,
  },
  {
    key: 'pd-0325-ru-ledniki',
    feed: 'pamir-all',
    at: '2025-03-25T07:30',
    by: 'Корреспондент «Памира»',
    category: ['Природа'],
    language: 'ru',
    topics: ['climate'],
    title: 'Таджикистан теряет ледники: за тридцать лет исчезло более тысячи',
    text: `Из 14 тысяч ледников Таджикистана за последние десятилетия исчезло более тысячи, говорят гляциологи в Душанбе. Причиной они называют изменение климата.

В конце мая в стране пройдёт международная конференция по сохранению ледников. Реки, которые начинаются на Памире, питают поля от Ферганы до Аральского моря.`,
  },
  {
    key: 'mws-es-0321-glaciares',
    feed: 'meridian-espanol',
    at: '2025-03-21T12:00',
    by: 'Redacción Meridian',
    category: ['Medio ambiente'],
    topics: ['climate'],
    story: 'glaciers-day',
    title: 'Los glaciares del mundo perdieron 450.000 millones de toneladas de hielo en 2024',
    text: `Las 19 regiones glaciares del planeta perdieron masa en 2024 por tercer año consecutivo, según el servicio mundial de vigilancia de glaciares. La pérdida fue de unos 450.000 millones de toneladas de hielo.

La ONU celebra este 21 de marzo el primer Día Mundial de los Glaciares y advierte de que el cambio climático amenaza el agua de cientos de millones de personas.`,
  },
];
