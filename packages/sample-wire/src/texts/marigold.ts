import type { WireEntry } from '../entry.ts';

/** Films, food, science and small pleasures. */
export const marigold: readonly WireEntry[] = [
  {
    key: 'mg-0201-soup',
    feed: 'marigold-weekly',
    at: '2025-02-01T08:00',
    by: 'Clementine Obuya',
    category: ['Kitchen'],
    title: 'A soup of white beans for the coldest week',
    text: `Soak the beans overnight, or do not, and cook them an hour longer. The secret is the rind of an old cheese, which goes in at the beginning and comes out at the end like a tired swimmer.

Serves four, or two with an appetite. Lemon at the table, never in the pot.`,
  },
  {
    key: 'mg-0208-vinegar',
    feed: 'marigold-weekly',
    at: '2025-02-08T08:00',
    by: 'Clementine Obuya',
    category: ['Kitchen'],
    title: 'Make your own vinegar, badly at first',
    text: `All you need is wine that you would not drink and a jar that you do not mind losing. Cover it with cloth against flies and leave it where it is warm. In three weeks it smells of nail varnish, in six of salad.

The skin that floats on top is called the mother. Treat her with respect.`,
  },
  {
    key: 'mg-0214-asteroid',
    feed: 'marigold-weekly',
    at: '2025-02-14T09:00',
    by: 'Henrik Adjei',
    category: ['Science'],
    story: 'asteroid-yr4',
    title: 'Should you worry about asteroid 2024 YR4?',
    text: `A rock of forty to ninety metres has a chance of about two in a hundred of hitting the Earth on 22 December 2032. That is one of the highest figures ever given for a rock in space, and it will very probably fall to nothing as telescopes follow it.

The James Webb telescope is to measure its size in March.`,
  },
  {
    key: 'mws-0224-asteroid',
    feed: 'meridian-world',
    at: '2025-02-24T23:10',
    by: 'Meridian science desk',
    category: ['World', 'Science'],
    story: 'asteroid-yr4',
    updateOf: 'mg-0214-asteroid',
    title: 'Asteroid 2024 YR4 no longer a danger, agencies say',
    text: `PARIS (Meridian) — The chance that asteroid 2024 YR4 hits the Earth in 2032 has fallen to 0.004%, NASA said on Monday, after new observations narrowed its path. A week ago it had stood at 3.1%, the highest ever recorded.

There remains a chance of 1.7% that it strikes the Moon.`,
  },
  {
    key: 'mg-0222-lichen',
    feed: 'marigold-weekly',
    at: '2025-02-22T08:00',
    by: 'Henrik Adjei',
    category: ['Science'],
    title: 'The slowest garden in the world is on your roof',
    text: `A lichen grows about as fast as a fingernail in winter: a millimetre a year. The yellow one on the slates is two creatures in one coat, a fungus that builds and an alga that cooks.

Scrape it off and you have destroyed something that is older than the mortgage.`,
  },
  {
    key: 'mg-0302-blue-ghost',
    feed: 'marigold-weekly',
    at: '2025-03-02T10:30',
    by: 'Henrik Adjei',
    category: ['Science', 'Space'],
    title: 'Blue Ghost sets down on the Moon, upright',
    text: `A small private lander called Blue Ghost touched down in the Sea of Crises on Sunday and, unlike some before it, did not fall over. Firefly Aerospace of Texas built it; ten instruments of NASA are on board.

It will work for one lunar day, which is fourteen of ours, and then freeze.`,
  },
  {
    key: 'mg-0303-oscars',
    feed: 'marigold-weekly',
    at: '2025-03-03T06:30',
    by: 'Petra Voss-Amadi',
    category: ['Film'],
    story: 'oscars',
    title: '“Anora” takes five Oscars, best picture among them',
    text: `Sean Baker's comedy about a dancer from Brooklyn and the son of an oligarch won five Academy Awards on Sunday, four of them for Baker himself: picture, direction, screenplay and editing. Mikey Madison was best actress, Adrien Brody best actor.

The film cost six million dollars, less than the lunch budget of some of its rivals.`,
  },
  {
    key: 'mws-0303-oscars',
    feed: 'meridian-world',
    at: '2025-03-03T05:10',
    by: 'Meridian staff, Los Angeles',
    category: ['World', 'Culture'],
    story: 'oscars',
    title: '“Anora” wins best picture at Academy Awards',
    text: `LOS ANGELES (Meridian) — The independent film "Anora" won five Oscars on Sunday, including best picture, best director and best actress. "The Brutalist" took three and Latvia's "Flow" won as best animated film.

"No Other Land", by Palestinian and Israeli film makers, was named best documentary.`,
  },
  {
    key: 'hp-0303-oscars',
    feed: 'harbour-front',
    at: '2025-03-03T07:20',
    by: 'Agencies',
    category: ['Culture'],
    copyOf: 'mws-0303-oscars',
    title: 'Five Oscars for “Anora”',
    credit: '(Meridian)',
  },
  {
    key: 'fanal-0301-cesar',
    feed: 'fanal-une',
    at: '2025-03-01T07:00',
    by: 'Apolline Roussel-Diop',
    category: ['Culture'],
    title: 'César : « Emilia Pérez » meilleur film, sept statuettes',
    text: `Le film musical de Jacques Audiard a remporté vendredi soir sept César, dont ceux du meilleur film et de la meilleure réalisation. « L’Histoire de Souleymane » en obtient quatre.

Karim Leklou et Hafsia Herzi sont distingués pour leurs rôles.`,
  },
  {
    key: 'mg-0308-bread',
    feed: 'marigold-weekly',
    at: '2025-03-08T08:00',
    by: 'Clementine Obuya',
    category: ['Kitchen'],
    title: 'Flatbread from the pan, in the time it takes to lay the table',
    text: `Flour, yoghurt, salt, a pinch of baking powder: knead for as long as the radio news lasts, rest for as long as the weather forecast. Roll thin and bake in a dry hot pan until brown moons appear.

Brush with butter and do not count how many you eat.`,
  },
  {
    key: 'mg-0314-eclipse',
    feed: 'marigold-weekly',
    at: '2025-03-14T12:00',
    by: 'Henrik Adjei',
    category: ['Science', 'Sky'],
    title: 'A red Moon over the Americas, and what you can see at the end of the month',
    text: `Those who were awake in the Americas on Friday morning saw the Moon go through the Earth's shadow for 65 minutes and turn the colour of old brick.

Europe has its turn on 29 March, when the Moon takes a bite out of the Sun shortly before noon. Do not look without a filter.`,
  },
  {
    key: 'mg-0318-crew9',
    feed: 'marigold-weekly',
    at: '2025-03-18T23:00',
    by: 'Henrik Adjei',
    category: ['Science', 'Space'],
    title: 'Eight days that became nine months: two astronauts are home',
    text: `Butch Wilmore and Suni Williams splashed down off Florida on Tuesday evening, together with two colleagues. They had flown to the space station in June for about a week; their ship came back empty because of faulty thrusters.

Dolphins circled the capsule. Nobody had asked them to.`,
  },
  {
    key: 'mg-0322-museum',
    feed: 'marigold-weekly',
    at: '2025-03-22T08:00',
    by: 'Petra Voss-Amadi',
    category: ['Art'],
    title: 'A museum of lost umbrellas',
    text: `The railway had kept them for ninety years: umbrellas that nobody fetched. Now 1,100 of them hang from the ceiling of the old parcels hall, sorted by colour, with the date and the train on a small tag.

One belongs to a man of 84 who recognised the handle. He was allowed to leave it there.`,
  },
  {
    key: 'mg-0329-film-adolescence',
    feed: 'marigold-weekly',
    at: '2025-03-29T08:00',
    by: 'Petra Voss-Amadi',
    category: ['Television'],
    title: 'Four hours, four takes: why everybody talks about one series',
    text: `Each of the four episodes of "Adolescence" was shot in a single take, and that is not a trick. It leaves the viewer no door to slip out of while a family learns what its son has done.

The first episode needed two attempts, the last one sixteen.`,
  },
  {
    key: 'mg-0401-spaghetti',
    feed: 'marigold-weekly',
    at: '2025-04-01T06:00',
    by: 'Clementine Obuya',
    category: ['Kitchen'],
    title: 'Spaghetti harvest early this year, growers say',
    text: `Mild nights have brought the spaghetti on early, and the first bundles were drying in the sun of the southern slopes this morning. Connoisseurs prefer the late varieties for their length.

Readers who doubt this report are reminded of the date.`,
  },
  {
    key: 'mg-0405-minecraft',
    feed: 'marigold-weekly',
    at: '2025-04-05T08:00',
    by: 'Petra Voss-Amadi',
    category: ['Film'],
    title: 'Blocks at the box office: a game becomes the hit of spring',
    text: `Critics sighed and children cheered. "A Minecraft Movie" is heading for the best opening of the year in American cinemas, where the young audience shouts along and throws popcorn.

Some houses have begun to hand out brooms.`,
  },
  {
    key: 'mg-0408-dire-wolf',
    feed: 'marigold-weekly',
    at: '2025-04-08T09:00',
    by: 'Henrik Adjei',
    category: ['Science'],
    title: 'Three white pups, twenty changed letters, and the word “extinct”',
    text: `A company from Texas shows three wolves and says that they are dire wolves, a kind that died out more than ten thousand years ago. They are grey wolves in which fourteen genes were edited at twenty places.

Geneticists call them a fine piece of work and a poor use of language.`,
  },
  {
    key: 'mg-0412-rhubarb',
    feed: 'marigold-weekly',
    at: '2025-04-12T08:00',
    by: 'Clementine Obuya',
    category: ['Kitchen'],
    title: 'Rhubarb, the vegetable that got away with it',
    text: `Legally a fruit in New York since 1947, botanically a vegetable everywhere: rhubarb needs only sugar, an orange and twenty minutes under foil. Keep the pieces as long as a finger and they will keep their shape.

The leaves go on the compost. They are poisonous, if not very.`,
  },
  {
    key: 'mg-0417-planet',
    feed: 'marigold-weekly',
    at: '2025-04-17T07:00',
    by: 'Henrik Adjei',
    category: ['Science', 'Space'],
    title: 'A whiff of something on K2-18b',
    text: `Astronomers in Cambridge report signs of a gas on a planet 124 light years away that on Earth is made almost only by living things. The hint is strong enough to look again and too weak to write home about.

Other groups have already begun to take the measurement apart, as they should.`,
  },
  {
    key: 'mg-0315-crow',
    feed: 'marigold-weekly',
    at: '2025-03-15T08:00',
    by: 'Henrik Adjei',
    category: ['Science'],
    title: 'The crow that waits',
    text: `Given one nut now or two nuts in a minute, four crows out of five wait. Given a picture of two nuts, they walk away. The researchers in Vienna needed eleven years to show what every picnic knows.`,
  },
  {
    key: 'mg-0215-cinema-climate',
    feed: 'marigold-weekly',
    at: '2025-02-15T08:00',
    by: 'Petra Voss-Amadi',
    category: ['Film'],
    title: 'Film week opens in a climate of fear for small cinemas',
    text: `The film week in Tamerton began in snow and in low spirits. Owners of small houses speak of a climate of fear: rents rise, projectors age, and the young stay on the sofa.

The opening film was kindly received. The second one, about a lighthouse, was loved.`,
  },
];
