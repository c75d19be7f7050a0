import type { WireEntry } from '../entry.ts';

/** Off-topic news of the other outlets: markets, health, culture, weather, other bodies of the United Nations. */
export const elsewhere: readonly WireEntry[] = [
  {
    key: 'mws-0314-gold',
    feed: 'meridian-business',
    at: '2025-03-14T15:00',
    by: 'Meridian staff, London',
    category: ['Business', 'Markets'],
    story: 'gold-3000',
    title: 'Gold passes $3,000 an ounce for the first time',
    text: `LONDON (Meridian) — The price of gold rose above $3,000 an ounce for the first time on Friday, as central banks kept buying and investors looked for safety. The metal has gained about 14% since the beginning of the year.

Dealers reported that gold bars were being flown from London to New York by the tonne.`,
  },
  {
    key: 'ic-0315-gold',
    feed: 'indus-business',
    at: '2025-03-15T07:00',
    by: 'Markets desk',
    category: ['Business', 'Markets'],
    story: 'gold-3000',
    title: 'Gold at record Rs314,000 per tola as world price tops $3,000',
    text: `KARACHI: The price of gold reached a record of about Rs314,000 per tola on Saturday after the metal had gone above $3,000 an ounce abroad. Jewellers in Saddar said that families came to sell rather than to buy.

Weddings after Eid will be lighter, one of them said.`,
  },
  {
    key: 'marfa-0315-dhahab',
    feed: 'marfa-akhbar',
    at: '2025-03-15T08:10',
    by: 'القسم الاقتصادي',
    category: ['اقتصاد'],
    story: 'gold-3000',
    title: 'الذهب يتجاوز 3000 دولار للأونصة للمرة الأولى',
    text: `تجاوز سعر الذهب يوم الجمعة عتبة 3000 دولار للأونصة للمرة الأولى في تاريخه، مدفوعاً بمشتريات المصارف المركزية وبإقبال المستثمرين على الملاذات الآمنة.

وارتفع المعدن الأصفر بنحو 14 في المئة منذ مطلع العام، ما أدى إلى تراجع الطلب على المجوهرات في الأسواق الشعبية.`,
  },
  {
    key: 'mws-0319-fed',
    feed: 'meridian-business',
    at: '2025-03-19T18:20',
    by: 'Meridian staff, Washington',
    category: ['Business', 'Markets'],
    title: 'Federal Reserve leaves interest rates unchanged',
    text: `WASHINGTON (Meridian) — The US central bank left its key interest rate at between 4.25% and 4.5% on Wednesday and still expects two cuts this year. It lowered its forecast of growth for 2025 to 1.7%.`,
  },
  {
    key: 'mws-0306-ecb',
    feed: 'meridian-business',
    at: '2025-03-06T14:00',
    by: 'Meridian staff, Frankfurt',
    category: ['Business', 'Markets'],
    title: 'European Central Bank cuts rates for sixth time since June',
    text: `FRANKFURT (Meridian) — The European Central Bank lowered its deposit rate by a quarter of a point to 2.5% on Thursday. Its president said that policy was becoming meaningfully less restrictive.

Shares of banks fell slightly.`,
  },
  {
    key: 'ic-0210-tax',
    feed: 'indus-business',
    at: '2025-02-10T06:40',
    by: 'Mehr Talpur',
    category: ['Business'],
    title: 'Retailers get another month to join tax scheme',
    text: `ISLAMABAD: Shopkeepers in 42 cities may register for the simplified tax scheme until the middle of March, the revenue board said on Monday. So far fewer than one in twenty has done so.`,
  },
  {
    key: 'ic-0303-ramadan-prices',
    feed: 'indus-national',
    at: '2025-03-03T07:00',
    by: 'Lahore bureau',
    category: ['National'],
    title: 'Second day of Ramadan: lemons dearer than petrol',
    text: `LAHORE: A kilogram of lemons cost more than a litre of petrol in the markets of Lahore on Monday. The city's price magistrates fined 311 sellers on the first two days of the fasting month.

Chicken and bananas were also above the official list.`,
  },
  {
    key: 'ic-0317-red-line',
    feed: 'indus-national',
    at: '2025-03-17T06:30',
    by: 'Karachi bureau',
    category: ['National', 'City'],
    title: 'Red Line buses delayed by another year',
    text: `KARACHI: The Red Line bus corridor along University Road will not open before the end of 2026, the transport department told a committee on Monday. Shopkeepers on the road complained of dust, students of two hours on the way.`,
  },
  {
    key: 'ic-0225-polio',
    feed: 'indus-national',
    at: '2025-02-25T06:15',
    by: 'Health correspondent',
    category: ['National', 'Health'],
    title: 'Polio drive reaches 45 million children',
    text: `ISLAMABAD: Health workers gave polio drops to some 45 million children in the first nationwide campaign of the year, officials said. A handful of cases have been reported in 2025, after 74 in the whole of last year.

In three districts of the south-west the campaign had to be put off.`,
  },
  {
    key: 'ic-0413-book-fair',
    feed: 'indus-national',
    at: '2025-04-13T06:00',
    by: 'Lahore bureau',
    category: ['National', 'Culture'],
    title: 'Old books, new readers on the Mall',
    text: `LAHORE: The Sunday book market near Anarkali has a new row of stalls that sell nothing but comics of the 1980s. Students queue for them, and so do men with grey beards.

The oldest dealer, in his place since 1974, calls it a passing fashion. He has ordered two boxes.`,
  },
  {
    key: 'subh-0301-ramzan',
    feed: 'subh-taza',
    at: '2025-03-01T16:30',
    by: 'نمائندہ صبحِ نو',
    category: ['قومی'],
    title: 'رمضان المبارک کا چاند نظر آ گیا، پہلا روزہ اتوار کو ہوگا',
    text: `پشاور: مرکزی رویتِ ہلال کمیٹی نے اعلان کیا ہے کہ رمضان المبارک کا چاند نظر آ گیا ہے اور ملک بھر میں پہلا روزہ اتوار 2 مارچ کو ہوگا۔

بازاروں میں خریداروں کا رش بڑھ گیا ہے جبکہ کھجور اور بیسن کی قیمتوں میں اضافے کی شکایات سامنے آئی ہیں۔`,
  },
  {
    key: 'subh-0309-lahore-mausam',
    feed: 'subh-taza',
    at: '2025-03-09T06:00',
    by: 'سٹی رپورٹر، لاہور',
    category: ['شہر'],
    title: 'لاہور میں ہلکی بارش، سردی کی شدت میں اضافہ',
    text: `لاہور: شہر کے مختلف علاقوں میں رات گئے ہلکی بارش ہوئی جس سے موسم خوشگوار ہو گیا۔ محکمہ موسمیات کے مطابق آئندہ دو روز تک مطلع جزوی طور پر ابر آلود رہے گا۔

مال روڈ اور فیروز پور روڈ پر پانی جمع ہونے سے ٹریفک سست روی کا شکار رہی۔`,
  },
  {
    key: 'subh-0316-kitab',
    feed: 'subh-taza',
    at: '2025-03-16T07:00',
    by: 'ادبی نامہ نگار',
    category: ['ادب'],
    title: 'پرانی کتابوں کا بازار: جہاں ہر کتاب کی اپنی کہانی ہے',
    text: `کراچی: صدر کے فٹ پاتھ پر ہر اتوار کو لگنے والا پرانی کتابوں کا بازار نصف صدی سے قائم ہے۔ یہاں دس روپے کے رسالے سے لے کر نایاب قلمی نسخوں تک سب کچھ ملتا ہے۔

ایک دکاندار نے بتایا کہ نوجوان اب انگریزی ناولوں کے ساتھ ساتھ کلاسیکی اردو شاعری بھی خرید رہے ہیں۔`,
  },
  {
    key: 'subh-0330-eid',
    feed: 'subh-taza',
    at: '2025-03-30T16:00',
    by: 'نمائندہ صبحِ نو',
    category: ['قومی'],
    title: 'شوال کا چاند نظر آ گیا، عید الفطر پیر کو منائی جائے گی',
    text: `اسلام آباد: شوال المکرم کا چاند نظر آ گیا ہے اور ملک بھر میں عید الفطر پیر 31 مارچ کو منائی جائے گی۔

بس اڈوں اور ریلوے اسٹیشنوں پر آبائی علاقوں کو جانے والوں کا ہجوم رہا۔ ریلوے نے پانچ خصوصی ٹرینیں چلائی ہیں۔`,
  },
  {
    key: 'subh-0412-biryani',
    feed: 'subh-taza',
    at: '2025-04-12T07:30',
    by: 'فوڈ رپورٹر',
    category: ['پکوان'],
    title: 'دم بریانی کا راز: آنچ دھیمی، صبر زیادہ',
    text: `حیدرآباد کے ایک باورچی کا کہنا ہے کہ اچھی بریانی مسالے سے نہیں بلکہ دم سے بنتی ہے۔ چاول کو تین چوتھائی گلا کر گوشت پر تہہ لگائیں اور دیگ کا منہ آٹے سے بند کر دیں۔

بیس منٹ تیز اور چالیس منٹ دھیمی آنچ کے بعد ڈھکن مہمانوں کے سامنے کھولیں۔`,
  },
  {
    key: 'subh-0416-traffic',
    feed: 'subh-taza',
    at: '2025-04-16T05:30',
    by: 'سٹی رپورٹر، کراچی',
    category: ['شہر'],
    title: 'کراچی: یونیورسٹی روڈ پر ترقیاتی کام، متبادل راستوں کا اعلان',
    text: `کراچی: ٹریفک پولیس نے یونیورسٹی روڈ پر جاری ترقیاتی کام کے باعث شہریوں کو متبادل راستے اختیار کرنے کا مشورہ دیا ہے۔ حسن اسکوائر سے نیپا تک ایک لین بند رہے گی۔

حکام کے مطابق کام تین ہفتے میں مکمل کر لیا جائے گا۔`,
  },
  {
    key: 'marfa-0205-matbakh',
    feed: 'marfa-akhbar',
    at: '2025-02-05T09:00',
    by: 'صفحة المطبخ',
    category: ['مطبخ'],
    title: 'شوربة العدس كما كانت تعدّها الجدّات',
    text: `يُغسل العدس الأحمر جيداً ثم يُطهى مع البصل والجزر على نار هادئة حتى ينضج، ويُضاف الكمون في آخر الأمر لا في أوله كي لا تضيع رائحته.

تُقدَّم الشوربة مع الخبز المحمّص وقطرات من الليمون، وتكفي أربعة أشخاص.`,
  },
  {
    key: 'marfa-0220-maarad',
    feed: 'marfa-akhbar',
    at: '2025-02-20T10:00',
    by: 'القسم الثقافي',
    category: ['ثقافة'],
    title: 'معرض للخط العربي يستقطب آلاف الزوار في أسبوعه الأول',
    text: `استقطب معرض الخط العربي المقام في دار الثقافة أكثر من خمسة آلاف زائر في أسبوعه الأول، وضم نحو مئة وعشرين لوحة لخطاطين من تسع دول.

ويستمر المعرض حتى نهاية الشهر، وتُنظَّم على هامشه ورش لتعليم الأطفال خط الرقعة.`,
  },
  {
    key: 'marfa-0302-tibb',
    feed: 'marfa-akhbar',
    at: '2025-03-02T08:00',
    by: 'صفحة الصحة',
    category: ['صحة'],
    title: 'أطباء ينصحون الصائمين بعدم إهمال وجبة السحور',
    text: `نصح أطباء تغذية الصائمين بتأخير وجبة السحور وتضمينها البيض أو البقول، والإكثار من شرب الماء بين الإفطار والسحور بدل شربه دفعة واحدة.

وحذّروا مرضى السكري من الصيام من دون استشارة الطبيب.`,
  },
  {
    key: 'marfa-0318-murur',
    feed: 'marfa-akhbar',
    at: '2025-03-18T07:00',
    by: 'أخبار المدينة',
    category: ['محليات'],
    title: 'إغلاق جزئي لطريق المرفأ لأعمال الصيانة',
    text: `أعلنت البلدية إغلاق أحد مسارب طريق المرفأ لمدة أسبوعين بسبب أعمال صيانة شبكة المياه، ودعت السائقين إلى سلوك الطريق الساحلي البديل.

وستتوقف الأعمال خلال ساعات ما قبل الإفطار لتخفيف الازدحام.`,
  },
  {
    key: 'marfa-0412-majlis-qawmi',
    feed: 'marfa-akhbar',
    at: '2025-04-12T09:30',
    by: 'قسم الأخبار',
    category: ['العالم'],
    title: 'مجلس الأمن القومي التركي يبحث ملفات الحدود والهجرة',
    text: `عقد مجلس الأمن القومي التركي اجتماعاً في أنقرة برئاسة رئيس الجمهورية بحث فيه ملفات أمن الحدود والهجرة ومكافحة التهريب.

ولم يصدر عن الاجتماع سوى بيان مقتضب أشار إلى متابعة التطورات في المنطقة.`,
  },
  {
    key: 'marfa-0414-shatranj',
    feed: 'marfa-akhbar',
    at: '2025-04-14T10:00',
    by: 'القسم الرياضي',
    category: ['رياضة'],
    title: 'طالبة في الثالثة عشرة تفوز ببطولة المدينة للشطرنج',
    text: `فازت طالبة في الثالثة عشرة من عمرها ببطولة المدينة المفتوحة للشطرنج بعد تغلبها في الدور النهائي على حامل اللقب.

وقالت إنها تعلمت اللعبة من جدها، وإنها ستتبرع بالجائزة لمكتبة مدرستها.`,
  },
  {
    key: 'fanal-0204-passerelle',
    feed: 'fanal-une',
    at: '2025-02-04T07:50',
    by: 'Rédaction locale',
    category: ['Région'],
    title: 'La passerelle des Tanneurs rouvre après dix-huit mois de travaux',
    text: `Fermée depuis l’été 2023, la passerelle des Tanneurs est de nouveau ouverte aux piétons et aux cyclistes. Le platelage a été remplacé et l’éclairage refait.

Coût du chantier : 1,9 million d’euros, un peu moins que prévu. La fanfare municipale a joué sous la pluie.`,
  },
  {
    key: 'fanal-0219-tarifs-train',
    feed: 'fanal-une',
    at: '2025-02-19T08:20',
    by: 'Rédaction locale',
    category: ['Région'],
    title: 'Train régional : de nouveaux tarifs à partir de mars',
    text: `Les tarifs des trains régionaux augmentent de 3 % en moyenne au 1er mars. L’abonnement des moins de 26 ans reste au même prix.

Les usagers déplorent des retards devenus quotidiens sur la ligne du littoral.`,
  },
  {
    key: 'fanal-0305-tarte',
    feed: 'fanal-une',
    at: '2025-03-05T16:00',
    by: 'Apolline Roussel-Diop',
    category: ['Cuisine'],
    title: 'La tarte aux poireaux de la cantine, enfin révélée',
    text: `Vingt ans que les anciens élèves la réclamaient. La cuisinière du collège Jean-Bart, qui prend sa retraite, a confié sa recette : des poireaux fondus une heure au beurre, une pointe de muscade et surtout pas de lardons.

Elle conseille de la manger tiède, debout si possible.`,
  },
  {
    key: 'fanal-0402-loyers',
    feed: 'fanal-une',
    at: '2025-04-02T07:00',
    by: 'Rédaction locale',
    category: ['Société'],
    title: 'Fin de la trêve hivernale : les associations redoutent un printemps difficile',
    text: `La trêve hivernale a pris fin lundi soir et les expulsions locatives peuvent reprendre. Les associations d’aide au logement disent recevoir deux fois plus d’appels qu’il y a un an.

La mairie promet de reloger en urgence les familles avec enfants.`,
  },
  {
    key: 'fanal-0414-festival',
    feed: 'fanal-une',
    at: '2025-04-14T08:00',
    by: 'Apolline Roussel-Diop',
    category: ['Culture'],
    title: 'Le festival du film muet sauvé par ses spectateurs',
    text: `Privé d’une partie de ses subventions, le festival du film muet aura bien lieu en juin : 1 300 spectateurs ont versé en trois semaines les 40 000 euros qui manquaient.

Au programme, douze séances accompagnées au piano et une nuit entière consacrée à Buster Keaton.`,
  },
  {
    key: 'ws-0217-heron',
    feed: 'watershed-all',
    at: '2025-02-17T08:00',
    by: 'Teodor Haack',
    category: ['Birds'],
    title: 'Two herons and a supermarket car park',
    text: `For three years a pair of grey herons has nested in the plane tree between trolleys and recycling bins. Shoppers have learned to park elsewhere in April.

The nest weighs about as much as a washing machine, the tree surgeon reckons.`,
  },
  {
    key: 'ws-0310-beavers',
    feed: 'watershed-all',
    at: '2025-03-10T08:00',
    by: 'Teodor Haack',
    category: ['Rivers'],
    title: 'Beavers finish dam that engineers had planned for seven years',
    text: `In the Czech hills of Brdy a family of beavers has built the dams that a stream needed, where the drawings had been waiting for permits since 2018. The administration saved 30 million crowns.

It now has to apply for a permit for the beavers.`,
  },
  {
    key: 'ws-0404-storm',
    feed: 'watershed-all',
    at: '2025-04-04T09:00',
    by: 'Anneke Solheim-Rao',
    category: ['Weather'],
    title: 'Tornadoes and floods along the Mississippi, seven dead',
    text: `A line of storms that hardly moved for two days brought tornadoes and up to 30 centimetres of rain to Tennessee, Arkansas and Kentucky. At least seven people died.

Forecasters warned that rivers would keep rising after the rain had stopped.`,
    edits: [
      {
        at: '2025-04-06T10:00',
        title: 'Tornadoes and floods along the Mississippi, 16 dead',
        replace: [['At least seven people died.', 'At least 16 people died.']],
      },
    ],
  },
  {
    key: 'ws-0414-otters',
    feed: 'watershed-all',
    at: '2025-04-14T08:00',
    by: 'Teodor Haack',
    category: ['Rivers'],
    title: 'An otter counts as a commuter now',
    text: `The camera at the fish ladder was meant for salmon. In March it filmed one otter 44 times: down at nine in the evening, up again at five, weekdays and weekends.

Salmon were also seen, in a hurry.`,
  },
  {
    key: 'loom-0206-pallets',
    feed: 'loom-daily',
    at: '2025-02-06T09:00',
    by: 'Ottilie Marchetti',
    category: ['Warehouses'],
    title: 'Who owns the pallet? A small court case with large consequences',
    text: `Four boards, nine blocks, 78 nails: the exchange pallet is the most travelled object in Europe and nobody ever signs for it. A court in Rotterdam now has to say who pays for 14,000 that are missing.

The swap system depends on everyone pretending that all pallets are alike.`,
  },
  {
    key: 'loom-0227-indigo',
    feed: 'loom-daily',
    at: '2025-02-27T10:00',
    by: 'Ottilie Marchetti',
    category: ['Textiles'],
    title: 'Indigo without the river: a dye house tries foam',
    text: `Denim is dipped in indigo eight times and rinsed more often still. A dye house in Izmir applies the dye as foam instead and needs a tenth of the water.

The blue is good. The machine is as long as a tennis court.`,
  },
  {
    key: 'loom-0320-port-crane',
    feed: 'loom-daily',
    at: '2025-03-20T09:30',
    by: 'Bertil Okonjo',
    category: ['Ports'],
    title: 'Container rates slide for the tenth week',
    text: `The rate for a forty-foot box from Shanghai to Rotterdam fell to about 2,300 dollars this week, less than half of its level at New Year. More ships have been delivered than there is cargo for.

Carriers are sending them slowly around the Cape.`,
  },
  {
    key: 'loom-0416-needles',
    feed: 'loom-daily',
    at: '2025-04-16T08:30',
    by: 'Ottilie Marchetti',
    category: ['Machines'],
    title: 'The town that makes the world’s sewing needles looks for apprentices',
    text: `Every second industrial needle comes from one valley in the Swabian hills, and the valley is running out of people. This year eleven of thirty places for toolmakers are empty.

A needle passes through 80 hands or machines before it may sew its first stitch.`,
  },
  {
    key: 'ht-0228-unesco',
    feed: 'horseshoe-notes',
    at: '2025-02-28T16:00',
    by: 'Gideon Strand',
    category: ['UN system'],
    title: 'Geneva counts its chairs: UN agencies plan for a year of cuts',
    text: `From the refugee agency to the labour office, the UN's organisations are drawing up lists of what can be dropped. Aid money from the largest donors has been frozen or cut, and contracts are not being renewed.

Staff unions speak of a climate of fear. Managers say that they would rather talk early than dismiss late.`,
  },
  {
    key: 'ht-0312-women',
    feed: 'horseshoe-notes',
    at: '2025-03-12T15:30',
    by: 'Philippa Nkemelu',
    category: ['UN system'],
    title: 'Thirty years after Beijing, two weeks of talk about women’s rights',
    text: `More than 10,000 people have registered for the Commission on the Status of Women, which has met in New York since Monday. Ministers adopted a declaration on the first day that looks back at Beijing 1995.

The coffee queues are longer than the speeches.`,
  },
  {
    key: 'ht-0404-human-rights-council',
    feed: 'horseshoe-notes',
    at: '2025-04-04T14:00',
    by: 'Gideon Strand',
    category: ['UN system'],
    title: 'Human Rights Council ends session with 32 resolutions',
    text: `The Human Rights Council in Geneva closed its spring session on Friday. It kept alive the inquiries on Ukraine, Syria, Myanmar and South Sudan and asked for new evidence on abuses in Afghanistan.

Several texts passed without a vote, which surprised even their sponsors.`,
  },
  {
    key: 'ht-0411-escalators',
    feed: 'horseshoe-notes',
    at: '2025-04-11T15:00',
    by: 'Gideon Strand',
    category: ['House'],
    title: 'The escalators stand still again',
    text: `To save money the escalators at UN headquarters have been switched off between meetings. Delegates of a certain age have asked whether the lifts could at least be told.

The fountain in front of the building is off as well.`,
  },
  {
    key: 'pd-0320-nowruz',
    feed: 'pamir-all',
    at: '2025-03-20T06:00',
    by: 'Palwasha Mirzad',
    category: ['Culture'],
    title: 'Nowruz behind curtains, and in the open',
    text: `In Dushanbe wheat was carried through the streets in brass bowls, and girls in silk danced in front of the opera. In Mazar-i-Sharif, where the great festival of the red flower used to be held, families cooked haft mewa at home and closed the curtains.

It takes seven fruits, water and a night of patience.`,
  },
  {
    key: 'pd-0228-fa-barf',
    feed: 'pamir-all',
    at: '2025-02-28T07:00',
    by: 'گزارشگر پامیر',
    category: ['هوا'],
    language: 'fa',
    title: 'برف سنگین راه سالنگ را بست؛ صدها موتر در دو سوی گردنه ماندند',
    text: `بارش برف سنگین شاهراه سالنگ را که کابل را به شمال افغانستان وصل می‌کند، برای دومین روز بست و صدها موتر در دو سوی گردنه ماندند.

کارگران با ماشین‌های برف‌پاک در تلاش باز کردن راه هستند و به مسافران چای و نان داده شده است.`,
  },
  {
    key: 'pd-0415-ru-poezd',
    feed: 'pamir-all',
    at: '2025-04-15T06:30',
    by: 'Корреспондент «Памира»',
    category: ['Транспорт'],
    language: 'ru',
    title: 'Между Ташкентом и Душанбе запустят дополнительный поезд на майские праздники',
    text: `На майские праздники между Ташкентом и Душанбе пойдёт дополнительный поезд. Билеты поступят в продажу в понедельник, дорога займёт около пятнадцати часов.

Пассажиры просят вернуть вагон-ресторан.`,
  },
  {
    key: 'pd-0412-ps-kitab',
    feed: 'pamir-all',
    at: '2025-04-12T06:40',
    by: 'د پامیر خبریال',
    category: ['فرهنګ'],
    language: 'ps',
    title: 'په جلال‌آباد کې ګرځنده کتابتون ماشومانو ته کتابونه رسوي',
    text: `په جلال‌آباد کې یو ځوان ښوونکي په خپل درې پایه موټر کې ګرځنده کتابتون جوړ کړی او هره ورځ کلیو ته کتابونه وړي. هغه وايي په درېیو میاشتو کې یې تر دوو زرو زیات کتابونه وېشلي دي.

ماشومان تر ټولو زیات د کیسو کتابونه خوښوي.`,
  },
  {
    key: 'mws-es-0413-marionetas',
    feed: 'meridian-espanol',
    at: '2025-04-13T10:00',
    by: 'Redacción Meridian',
    category: ['Cultura'],
    title: 'Un festival de títeres llena las plazas de un pueblo de 900 vecinos',
    text: `Durante cuatro días, 900 vecinos recibieron a más de 6.000 visitantes y a catorce compañías de títeres. Las funciones se hicieron en patios y corrales.

La panadería agotó la harina el segundo día.`,
  },
  {
    key: 'mws-0417-easter-trains',
    feed: 'meridian-world',
    at: '2025-04-17T08:00',
    by: 'Meridian staff, Rome',
    category: ['World'],
    title: 'Easter traffic: record number of trains in Italy, police advise leaving on Friday night',
    text: `ROME (Meridian) — Italy's railways will run more trains at Easter than ever before, the company said on Thursday. Motorists were advised to leave late on Friday and not to come back on Monday afternoon.

About eleven million Italians are expected to travel.`,
  },
];
