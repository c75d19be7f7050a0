import { foldText } from '@throughline/text';

const verbs = [
  // English
  'said says say told tells added adds stated states argued argues warned warns insisted insists claimed claims noted notes explained explains wrote writes tweeted posted announced announces declared declares replied replies asked asks acknowledged admitted admits confirmed confirms denied denies stressed stresses emphasized emphasised urged urges vowed vows pledged pledges observed remarked recalled concluded continued suggested suggests called commented shouted testified quipped lamented complained promised reiterated cautioned contended maintained repeated responded',
  // French
  'dit déclaré déclare affirmé affirme ajouté ajoute estimé estime expliqué explique assuré assure souligné souligne indiqué indique précisé précise averti annoncé annonce rappelé prévenu dénoncé lancé écrit répondu confié martelé',
  // Spanish
  'dijo dice declaró declara afirmó afirma añadió añade aseguró asegura señaló señala explicó explica indicó advirtió agregó sostuvo manifestó expresó subrayó denunció escribió respondió anunció apuntó',
  // Russian
  'сказал сказала заявил заявила заявили сообщил сообщила сообщили отметил отметила подчеркнул подчеркнула добавил добавила пояснил пояснила считает говорит написал написала ответил ответила предупредил признал заверил',
  // Arabic
  'قال قالت قالوا صرح صرحت أضاف أضافت وأضاف أكد أكدت وأكد أعلن أعلنت أوضح أوضحت أشار أشارت ذكر ذكرت كتب كتبت حذر حذرت وقال وقالت',
  // Persian
  'گفت گفته افزود اعلام اظهار تأکید نوشت',
  // Urdu
  'کہا بتایا کہنا',
  // Pashto
  'وویل ویلي وايي زیاته',
];

const known = new Set(verbs.flatMap((list) => list.split(' ').map(foldText)));

/** Whether a word (as written) is a verb of saying in one of the eight languages. */
export const saysSomething = (word: string): boolean => known.has(foldText(word));

/** `according to X`, in words of the eight languages, each as one folded phrase. */
export const accordingTo: readonly string[] = [
  'according to',
  'selon',
  "d'après",
  'según',
  'по словам',
  'по мнению',
  'وفقا ل',
  'بحسب',
  'به گفته',
  'کے مطابق',
].map(foldText);
