import { foldText } from '@throughline/text';

/** Words that say nothing about which event a report is about, per language. */
const lists: Record<string, string> = {
  en: `a about above after again against all also am amid among an and any are aren as at be because been before
    being below between both but by can cannot could couldn did didn do does doesn doing don down during each even
    ever few for from further get gets getting got had has hasn have haven having he her here hers herself him
    himself his how if in into is isn it its itself just ll made make makes making may me might more most much must
    my myself need no nor not now of off on once one only or other our ours out over own per re same see sees set
    shan she should so some still such t take takes than that the their theirs them then there these they this
    those though through to too two under until up upon us use ve very via was wasn way we were weren what when
    where which while who whom whose why will with within without won would you your yours say said says saying
    tell tells told report reports reported reportedly news new update updates updated live video watch photo
    photos picture pictures today yesterday tomorrow day days week weeks year years month months time times first
    last latest breaking exclusive opinion analysis explainer explained know things s t ll re ve d m`,
  fr: `au aux avec ce ces cette celui dans de des du elle elles en est et eux il ils je la le les leur leurs lui ma
    mais me meme mes moi mon ne nos notre nous on ou par pas pour plus qu que qui sa se ses son sont sur ta te tes
    toi ton tu un une vos votre vous c d j l m n s t y ete etait etre fait avoir ont ont comme apres avant entre
    sans sous selon contre deux dit direct video`,
  es: `al algo ante antes como con contra cual cuando de del desde donde dos el ella ellas ellos en entre era es esa
    ese eso esta estaba estan este esto fue ha han hasta hay la las le les lo los mas me mi mientras muy nada ni no
    nos o os otra otro para pero por porque que quien se sea segun ser si sin sobre son su sus tambien te tras tu
    un una uno unos y ya dice dijo ano anos hoy`,
  ru: `и в во не что он на я с со как а то все она так его но да ты к у же вы за бы по только ее мне было вот от
    меня еще нет о из ему теперь когда даже ну вдруг ли если уже или быть был него до вас они тут где есть над
    после об при для это этот эта эти их чем без под также который которые года году год сообщил заявил`,
  ar: `في من على إلى الى عن مع هذا هذه ذلك التي الذي الذين ما لا لم لن إن ان أن كان كانت قد بعد قبل بين كل أو او ثم
    حتى هو هي هم كما عند منذ خلال حول ضد غير أي اي قال قالت يوم و ف ب ل`,
  fa: `و در به از که این آن را با است برای تا بر یک هم شد شده خود ها های می نیز اما یا کرد کرده گفت پس روی هر بود
    دارد باید پیش بین`,
  ur: `کے کی کا میں سے کو اور ہے ہیں پر نے یہ وہ کہ بھی تو ہی تھا تھی تھے ایک اس ان کر کیا گیا گئی ہو ہوا ہوئے
    ساتھ لیے بعد جو اپنے نہیں تک کہا دیا دی والے`,
  ps: `په د او چې ته له کې سره دي ده دا یې هغه نه کړي شوي وي کړ شو یو هم خو پر تر یا`,
};

const all = new Set(
  Object.values(lists)
    .flatMap((list) => list.split(/\s+/))
    .flatMap((word) => foldText(word).split(' ')),
);

/** One set for all languages: the language of an item is often wrong or missing, and the lists hardly collide. */
export const isStopWord = (word: string): boolean => all.has(word);
