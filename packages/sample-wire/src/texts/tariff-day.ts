import type { WireEntry } from '../entry.ts';

/** The tariffs of 2 April 2025: the announcement, Pakistan's 29%, textiles, the talks, the pause of 9 April. */
export const tariffDay: readonly WireEntry[] = [
  {
    key: 'mws-0402-reciprocal-tariffs',
    feed: 'meridian-business',
    at: '2025-04-02T20:45',
    by: 'Meridian staff, Washington',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'april-2-tariffs',
    title: 'Trump sets 10% tariff on nearly all imports, higher rates for dozens of countries',
    text: `WASHINGTON (Meridian) — The United States will put a tariff of 10% on nearly all imported goods from 5 April and higher "reciprocal" rates on about 60 trading partners from 9 April, President Donald Trump announced on Wednesday.

A chart shown in the Rose Garden listed 34% for China, 20% for the European Union, 46% for Vietnam, 24% for Japan and 26% for India. Canada and Mexico are not on the list, but duties already placed on them remain.

The rates were worked out by dividing each country's trade surplus with the United States by its exports and then halving the result, a method that economists criticised.

Stock futures fell sharply after the announcement.`,
    edits: [
      {
        at: '2025-04-02T22:30',
        replace: [['46% for Vietnam,', '46% for Vietnam, 29% for Pakistan,']],
        append:
          'An annex published later in the evening gave slightly different rates from the chart for several countries, among them South Korea, India and Pakistan.',
      },
    ],
  },
  {
    key: 'loom-0402-tariff-table',
    feed: 'loom-daily',
    at: '2025-04-02T22:10',
    by: 'Bertil Okonjo',
    category: ['Tariffs'],
    topics: ['tariffs'],
    story: 'april-2-tariffs',
    title: 'The new US tariff table, country by country',
    text: `A base duty of 10 per cent for everybody from Saturday, and a second, country-specific rate on top of the old duties from 9 April. That is the structure announced in Washington on Wednesday.

Clothing and textile makers are hit hardest: Cambodia 49 per cent, Sri Lanka 44, Vietnam 46, Bangladesh 37, China 34 on top of the 20 already in force, Pakistan 29, India 26. Lesotho, which sews jeans for American brands, faces 50.

Copper, pharmaceuticals, semiconductors, lumber, energy and certain critical minerals are exempt for now. So are steel, aluminium and cars, which are already under duties of 25 per cent of their own.`,
  },
  {
    key: 'hp-0403-world-tariffs',
    feed: 'harbour-front',
    at: '2025-04-03T05:50',
    by: 'Agencies',
    category: ['World', 'Business'],
    copyOf: 'mws-0402-reciprocal-tariffs',
    title: 'World braces for new US tariffs',
    keep: [0, 1],
    credit: '(Meridian)',
  },
  {
    key: 'fanal-0403-droits-de-douane',
    feed: 'fanal-une',
    at: '2025-04-03T06:10',
    by: 'Basile Tournemine',
    category: ['Économie'],
    topics: ['tariffs'],
    story: 'april-2-tariffs',
    title: 'Droits de douane : Washington frappe alliés et rivaux',
    text: `Les États-Unis appliqueront à partir de samedi un droit de douane de 10 % sur presque toutes leurs importations, puis, le 9 avril, des taux plus élevés pour une soixantaine de partenaires, a annoncé mercredi Donald Trump.

L’Union européenne se voit imposer 20 %, la Chine 34 %, le Vietnam 46 %, la Suisse 31 % et le Pakistan 29 %. Bruxelles prépare une riposte tout en se disant prête à négocier.

La formule retenue divise l’excédent commercial de chaque pays par ses exportations vers les États-Unis, puis réduit le résultat de moitié. Plusieurs économistes y voient un calcul sans rapport avec les droits réellement pratiqués.`,
  },
  {
    key: 'marfa-0403-rusum',
    feed: 'marfa-akhbar',
    at: '2025-04-03T06:40',
    by: 'القسم الاقتصادي',
    category: ['اقتصاد'],
    topics: ['tariffs'],
    story: 'april-2-tariffs',
    title: 'ترامب يفرض رسوماً جمركية بنسبة 10 في المئة على معظم الواردات',
    text: `أعلن الرئيس الأميركي دونالد ترامب فرض رسوم جمركية أساسية بنسبة 10 في المئة على معظم السلع المستوردة ابتداءً من الخامس من نيسان/أبريل، ونسباً أعلى على نحو ستين شريكاً تجارياً ابتداءً من التاسع منه.

وتبلغ الرسوم 34 في المئة على الصين و20 في المئة على الاتحاد الأوروبي و46 في المئة على فيتنام و29 في المئة على باكستان. أما معظم دول الخليج ومصر والمغرب فتخضع للنسبة الأساسية وحدها.

وتراجعت العقود الآجلة للأسهم الأميركية بعد الإعلان.`,
  },
  {
    key: 'mws-es-0403-aranceles',
    feed: 'meridian-espanol',
    at: '2025-04-03T04:20',
    by: 'Redacción Meridian',
    category: ['Economía'],
    topics: ['tariffs'],
    story: 'april-2-tariffs',
    title: 'Trump anuncia un arancel general del 10% y recargos para unos 60 países',
    text: `Estados Unidos cobrará desde el 5 de abril un arancel del 10% a casi todas sus importaciones y, desde el día 9, tasas más altas a unos 60 socios comerciales, anunció el presidente Donald Trump.

La mayor parte de América Latina queda en el 10%. China pagará un 34% adicional, la Unión Europea un 20% y Vietnam un 46%. México y Canadá no figuran en la lista, aunque siguen vigentes los gravámenes anteriores.

Los mercados reaccionaron con fuertes caídas.`,
  },
  {
    key: 'ic-0403-pakistan-29',
    feed: 'indus-business',
    at: '2025-04-03T05:00',
    by: 'Rameen Kazi',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'pakistan-29',
    title: 'US slaps 29pc tariff on Pakistani goods',
    text: `KARACHI: Goods from Pakistan will pay a duty of 29 per cent at American ports from 9 April, after the United States included the country among those that face so-called reciprocal tariffs. Washington says that Pakistan itself charges the equivalent of 58 per cent.

The United States is Pakistan's largest single export market. Sales there were worth a little over $5 billion last year, most of it bed linen, towels, knitwear and denim, against imports of about $2 billion.

The rate is lower than those of Bangladesh at 37 per cent, Sri Lanka at 44 and Vietnam at 46, but higher than India's 26 per cent. Exporters said that the difference to India mattered most, since the two compete for the same buyers of home textiles.`,
    edits: [
      {
        at: '2025-04-03T09:30',
        title: 'US slaps 29pc tariff on Pakistani goods; annex says 30pc',
        append:
          'The chart shown by the president gives 29 per cent for Pakistan; the annex to the executive order, published later, gives 30 per cent. The commerce ministry said it was seeking clarity.',
      },
      {
        at: '2025-04-04T07:00',
        title: 'US slaps 29pc tariff on Pakistani goods',
        replace: [
          [
            'The commerce ministry said it was seeking clarity.',
            'A corrected annex now also says 29 per cent.',
          ],
        ],
        note: 'Correction, 4 April: the annex has been brought in line with the chart; the rate for Pakistan is 29 per cent.',
      },
    ],
  },
  {
    key: 'mws-0403-pakistan-30',
    feed: 'meridian-business',
    at: '2025-04-03T07:15',
    by: 'Meridian staff, Karachi',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'pakistan-29',
    title: 'Pakistan exporters face 30% US tariff, mills fear lost orders',
    text: `KARACHI (Meridian) — Pakistan's textile mills were counting the cost on Thursday of a US tariff that the annex to the president's order puts at 30%, one point above the rate shown on his chart.

Textiles and clothing make up most of Pakistan's sales to the United States. Industry bodies said that buyers had already asked for discounts on orders that are to be shipped in May.

Some mill owners saw an opening, since several competitors face still higher rates. Others warned that demand itself would fall as prices rise in American shops.`,
    edits: [
      {
        at: '2025-04-04T08:10',
        title: 'Pakistan exporters face 29% US tariff, mills fear lost orders',
        replace: [
          [
            "a US tariff that the annex to the president's order puts at 30%, one point above the rate shown on his chart",
            'a US tariff of 29%',
          ],
        ],
        note: 'Corrects the rate to 29% after a new annex was published.',
      },
    ],
  },
  {
    key: 'hp-0403-pakistan-mills',
    feed: 'harbour-front',
    at: '2025-04-03T09:00',
    by: 'Agencies',
    category: ['Business'],
    copyOf: 'mws-0403-pakistan-30',
    title: 'Pakistan’s mills count the cost of 30% duty',
    credit: '(Meridian)',
  },
  {
    key: 'subh-0403-29-feesad',
    feed: 'subh-taza',
    at: '2025-04-03T04:10',
    by: 'کامرس رپورٹر، کراچی',
    category: ['کاروبار'],
    topics: ['tariffs'],
    story: 'pakistan-29',
    title: 'امریکا نے پاکستانی مصنوعات پر 29 فیصد ٹیرف عائد کر دیا',
    text: `کراچی: امریکا نے پاکستان سے درآمد ہونے والی مصنوعات پر 29 فیصد جوابی ٹیرف عائد کرنے کا اعلان کیا ہے جس کا اطلاق 9 اپریل سے ہوگا۔ واشنگٹن کا دعویٰ ہے کہ پاکستان امریکی اشیا پر 58 فیصد کے برابر محصولات وصول کرتا ہے۔

امریکا پاکستانی برآمدات کی سب سے بڑی منڈی ہے جہاں گزشتہ سال پانچ ارب ڈالر سے زائد کا سامان بھیجا گیا۔ ان میں چادریں، تولیے، ملبوسات اور ڈینم نمایاں ہیں۔

برآمد کنندگان کا کہنا ہے کہ بنگلہ دیش اور ویتنام پر زیادہ ٹیرف سے کچھ فائدہ ہو سکتا ہے، تاہم بھارت پر 26 فیصد کی شرح پاکستان کے لیے مشکل پیدا کرے گی۔`,
  },
  {
    key: 'loom-0403-home-textiles',
    feed: 'loom-daily',
    at: '2025-04-03T13:30',
    by: 'Ottilie Marchetti',
    category: ['Textiles'],
    topics: ['tariffs'],
    story: 'pakistan-29',
    title: 'Towels, sheets, denim: where a tariff of about 30% on Pakistan bites',
    text: `Buyers of home textiles woke up to a sourcing map turned upside down. Pakistan, which sells more than three quarters of its American exports as textiles, now faces a tariff of about 30 per cent, on top of ordinary duties of up to 17 per cent on some garments.

On paper its mills gain against Vietnam and Bangladesh. In towels and bed linen, however, the rival is India, which was given a lower rate.

The sector is the country's largest industrial employer. It gives work to roughly 40 per cent of the industrial labour force, many of them women who sew at home or in small units around Faisalabad and Karachi.`,
  },
  {
    key: 'ic-0405-steering-committee',
    feed: 'indus-business',
    at: '2025-04-05T06:30',
    by: 'Rameen Kazi',
    category: ['Business'],
    topics: ['tariffs'],
    story: 'pakistan-delegation',
    title: 'PM forms committee on US tariffs, delegation to go to Washington',
    text: `ISLAMABAD: The prime minister has set up a 12-member steering committee under the finance minister and a working group of 19 under the commerce secretary to deal with the new US tariffs, officials said on Saturday.

A delegation will travel to Washington in the coming weeks. Options on the table include buying more American cotton and soybeans and cutting some of Pakistan's own import duties, a step that lenders have long asked for.

Officials said that Pakistan did not think of retaliating.`,
  },
  {
    key: 'mws-0405-pakistan-delegation',
    feed: 'meridian-business',
    at: '2025-04-05T12:00',
    by: 'Meridian staff, Islamabad',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'pakistan-delegation',
    title: 'Pakistan to send trade team to US over 29% tariff',
    text: `ISLAMABAD (Meridian) — Pakistan will send a high-level team to the United States to discuss the 29% tariff on its goods, finance ministry officials said on Saturday, adding that the country sees the dispute as a chance for a wider trade deal.

Larger purchases of US cotton, of which Pakistan is already among the biggest buyers, are likely to be part of the offer.

A policy note by economists in Islamabad warned that exports to the United States could fall by 20% to 25%, a loss of $1.1 billion to $1.4 billion a year, and put half a million jobs at risk.`,
  },
  {
    key: 'subh-0405-wafd',
    feed: 'subh-taza',
    at: '2025-04-05T13:00',
    by: 'نمائندہ خصوصی',
    category: ['کاروبار'],
    topics: ['tariffs'],
    story: 'pakistan-delegation',
    title: 'امریکی ٹیرف: اعلیٰ سطح کا وفد واشنگٹن بھیجنے کا فیصلہ',
    text: `اسلام آباد: وفاقی حکومت نے امریکی ٹیرف کے معاملے پر مذاکرات کے لیے اعلیٰ سطح کا وفد واشنگٹن بھیجنے کا فیصلہ کیا ہے۔ وزیرِ خزانہ کی سربراہی میں 12 رکنی کمیٹی سفارشات تیار کرے گی۔

ذرائع کے مطابق امریکا سے کپاس اور سویابین کی خریداری بڑھانے اور بعض درآمدی محصولات میں کمی کی تجاویز زیرِ غور ہیں۔ حکام نے واضح کیا کہ پاکستان جوابی ٹیرف لگانے کا ارادہ نہیں رکھتا۔`,
  },
  {
    key: 'ic-0406-textile-jobs',
    feed: 'indus-business',
    at: '2025-04-06T05:40',
    by: 'Mehr Talpur',
    category: ['Business', 'Labour'],
    topics: ['tariffs'],
    title: 'In Faisalabad’s loom sheds, nobody has been told what 29pc means',
    text: `FAISALABAD: The power looms in the lane behind the cloth market run in two shifts, and their noise has not changed since Wednesday. What has changed, since a duty of 29 per cent was announced in Washington, is the talk at the tea stall: how long the American orders will last.

A supervisor at a towel mill said that two shipments had been put off and that the women who hem towels at home, paid by the dozen, would feel it first. "They do not come to a gate where someone could tell them," he said.

Textiles bring in more than half of Pakistan's export earnings, and millions of families depend on them. Most of the sector's home workers have no contract and no social security.`,
  },
  {
    key: 'mws-0404-china-retaliates',
    feed: 'meridian-business',
    at: '2025-04-04T11:20',
    by: 'Meridian staff, Beijing',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'china-retaliation',
    title: 'China answers with 34% tariff on all US goods',
    text: `BEIJING (Meridian) — China will put an additional tariff of 34% on all goods from the United States from 10 April, the finance ministry said on Friday, matching the rate that Washington announced for Chinese goods two days earlier.

Beijing also put export controls on several rare earths and placed more US companies on its list of unreliable entities.

Share prices fell around the world for a second day.`,
  },
  {
    key: 'loom-0404-china-34',
    feed: 'loom-daily',
    at: '2025-04-04T12:05',
    by: 'Bertil Okonjo',
    category: ['Tariffs'],
    topics: ['tariffs'],
    story: 'china-retaliation',
    title: 'Beijing hits back: 34 per cent on every American container',
    text: `China has matched the American rate point for point. From 10 April every US product that lands in Shanghai or Shenzhen pays 34 per cent more, the State Council's tariff commission said.

Soybeans, which already carry 10 per cent from the March round, will be hurt most. Brazilian sellers were quoting higher premiums within hours.`,
  },
  {
    key: 'mws-0409-pause',
    feed: 'meridian-business',
    at: '2025-04-09T17:35',
    by: 'Meridian staff, Washington',
    category: ['Business', 'Trade'],
    topics: ['tariffs'],
    story: 'tariff-pause',
    title: 'Trump pauses higher tariffs for 90 days, raises China rate to 125%',
    text: `WASHINGTON (Meridian) — President Donald Trump on Wednesday suspended for 90 days the higher tariffs on dozens of countries that had taken effect hours before, while leaving the 10% base duty in place and raising the rate on Chinese goods to 125%.

He said that more than 75 countries had asked to negotiate. The pause covers the 29% that had been set for Pakistan as well as the rates for the European Union, Japan and India.

The S&P 500 index closed 9.5% higher, its best day since 2008.`,
    edits: [
      {
        at: '2025-04-10T16:20',
        title: 'Trump pauses higher tariffs for 90 days; China total is 145%',
        append:
          'The White House said on Thursday that the total on Chinese goods is 145%, since a duty of 20% linked to fentanyl comes on top.',
        note: 'Adds the White House clarification of the total rate on China.',
      },
    ],
  },
  {
    key: 'hp-0409-pause',
    feed: 'harbour-front',
    at: '2025-04-09T19:10',
    by: 'Agencies',
    category: ['World', 'Business'],
    copyOf: 'mws-0409-pause',
    title: 'Trump blinks: higher tariffs on hold for 90 days',
    keep: [0, 1],
    credit: '(Meridian)',
  },
  {
    key: 'ic-0410-relief',
    feed: 'indus-business',
    at: '2025-04-10T04:30',
    by: 'Rameen Kazi',
    category: ['Business'],
    topics: ['tariffs'],
    story: 'tariff-pause',
    title: 'Exporters breathe out as 29pc duty is put on hold',
    text: `KARACHI: Pakistani exporters on Thursday welcomed the 90-day suspension of the 29 per cent US tariff, but said that the remaining 10 per cent would still eat most of their margin.

The government said that its delegation would travel as planned. Three months, a mill owner said, is one season: enough to ship what is on the looms, and too short to plan the next.

The benchmark index in Karachi gained more than 2,000 points in early trade.`,
    edits: [
      {
        at: '2025-04-10T11:40',
        replace: [
          [
            'gained more than 2,000 points in early trade',
            'gained more than 2,000 points in early trade and kept most of it to the close',
          ],
        ],
      },
    ],
  },
  {
    key: 'fanal-0410-pause',
    feed: 'fanal-une',
    at: '2025-04-10T05:30',
    by: 'Basile Tournemine',
    category: ['Économie'],
    topics: ['tariffs'],
    story: 'tariff-pause',
    title: 'Droits de douane : une pause de 90 jours, sauf pour la Chine',
    text: `Volte-face à Washington : quelques heures après leur entrée en vigueur, Donald Trump a suspendu pour 90 jours les surtaxes visant une soixantaine de pays. Le taux de base de 10 % demeure, et les produits chinois sont désormais frappés à 125 %.

L’Union européenne, qui venait d’adopter une première liste de contre-mesures, a annoncé qu’elle en suspendrait l’application pour la même durée.

À Wall Street, l’indice S&P 500 a bondi de 9,5 %, sa plus forte hausse depuis 2008.`,
  },
  {
    key: 'marfa-0410-taliq',
    feed: 'marfa-akhbar',
    at: '2025-04-10T05:45',
    by: 'القسم الاقتصادي',
    category: ['اقتصاد'],
    topics: ['tariffs'],
    story: 'tariff-pause',
    title: 'ترامب يعلّق الرسوم الجمركية المرتفعة 90 يوماً ويستثني الصين',
    text: `علّق الرئيس الأميركي دونالد ترامب لمدة 90 يوماً الرسوم الجمركية المرتفعة على عشرات الدول بعد ساعات من دخولها حيز التنفيذ، وأبقى على النسبة الأساسية البالغة 10 في المئة.

وفي المقابل رفع الرسوم على السلع الصينية إلى 125 في المئة. وقال إن أكثر من 75 دولة طلبت التفاوض.

وارتفعت أسواق الأسهم الأميركية والآسيوية ارتفاعاً حاداً بعد القرار.`,
  },
];
