/** What the rows of “Material for every template” are about: the true sentence first, then a false one. */
export interface Topic {
  name: string
  question: string
  facts: readonly [string, string, string]
  myth: string
  german: string
  headline: string
}

/** One topic a line of thought; the rows go through them again and again in other words. */
export const topics: readonly Topic[] = [
  {
    name: 'tea',
    question: 'How long should green tea steep?',
    facts: [
      'Green tea tastes best after two to three minutes in water of about 80 degrees.',
      'Boiling water and longer steeping draw out more bitter tannins.',
      'The same leaves can be used two or three times.',
    ],
    myth: 'Green tea has to boil for ten minutes to be safe.',
    german: 'Grüner Tee sollte zwei bis drei Minuten ziehen.',
    headline: 'Steeping times for tea at a glance',
  },
  {
    name: 'bicycles',
    question: 'How often should I oil my bicycle chain?',
    facts: [
      'A chain that is ridden daily needs oil about every two weeks.',
      'After rain it should be dried first and oiled the same day.',
      'Oil that is not wiped off collects sand, which wears the chain down.',
    ],
    myth: 'A bicycle chain is oiled once in the factory and never again.',
    german: 'Eine Fahrradkette braucht etwa alle zwei Wochen Öl.',
    headline: 'Caring for your bicycle chain in five steps',
  },
  {
    name: 'honey',
    question: 'Why does honey turn solid?',
    facts: [
      'Honey turns solid because the glucose in it forms crystals.',
      'A warm water bath of at most 40 degrees makes it liquid again.',
      'Rapeseed honey sets within days, acacia honey stays liquid for months.',
    ],
    myth: 'Honey turns solid when sugar has been added to it.',
    german: 'Honig wird fest, weil der Traubenzucker darin Kristalle bildet.',
    headline: 'Why honey crystallizes, and what to do',
  },
  {
    name: 'the moon',
    question: 'Why do we always see the same side of the moon?',
    facts: [
      'The moon turns once around itself in the time it needs to go around the Earth.',
      'Earth’s gravity has slowed its rotation over millions of years.',
      'Because it wobbles a little, we see about 59 percent of its surface over time.',
    ],
    myth: 'The moon does not turn around itself at all.',
    german: 'Der Mond dreht sich in derselben Zeit um sich selbst, in der er die Erde umkreist.',
    headline: 'The far side of the moon explained',
  },
  {
    name: 'bread',
    question: 'Can I freeze sliced bread?',
    facts: [
      'Sliced bread keeps for about three months in the freezer.',
      'Single slices can go straight from the freezer into the toaster.',
      'In the fridge bread goes stale faster than on the counter.',
    ],
    myth: 'Bread keeps longest in the fridge.',
    german: 'Geschnittenes Brot hält sich im Gefrierfach etwa drei Monate.',
    headline: 'How to freeze and thaw bread',
  },
  {
    name: 'passwords',
    question: 'How do I choose a good password?',
    facts: [
      'A long password of several unrelated words is hard to guess and easy to remember.',
      'Every account should have a password of its own.',
      'A password manager remembers them all, so you only learn one.',
    ],
    myth: 'A short password is safe as long as it has a special character in it.',
    german: 'Ein langes Passwort aus mehreren Wörtern ist schwer zu erraten.',
    headline: 'Passwords: length beats complexity',
  },
  {
    name: 'house plants',
    question: 'How much water does a cactus need in winter?',
    facts: [
      'Most cacti need hardly any water between November and February.',
      'They rest best at about ten degrees and in full light.',
      'Soft, dark spots near the soil are a sign of too much water.',
    ],
    myth: 'A cactus needs a glass of water every day, in winter too.',
    german: 'Die meisten Kakteen brauchen im Winter kaum Wasser.',
    headline: 'Getting cacti through the winter',
  },
  {
    name: 'sleep',
    question: 'Does coffee in the afternoon keep people awake?',
    facts: [
      'Half of the caffeine of a cup is still in the body after about five hours.',
      'People differ widely in how fast they break it down.',
      'Many sleep better when their last coffee is before two in the afternoon.',
    ],
    myth: 'Coffee has no effect at all after one hour.',
    german: 'Nach etwa fünf Stunden ist noch die Hälfte des Koffeins im Körper.',
    headline: 'Caffeine and sleep: what the clock says',
  },
  {
    name: 'trains',
    question: 'Can I take my bicycle on a regional train?',
    facts: [
      'Most regional trains take bicycles if there is room and you have a ticket for it.',
      'At rush hour the conductor may refuse them.',
      'Folding bicycles count as luggage and travel free.',
    ],
    myth: 'Bicycles are forbidden on all trains.',
    german: 'Die meisten Regionalzüge nehmen Fahrräder mit, wenn Platz ist.',
    headline: 'Taking your bicycle on the train',
  },
  {
    name: 'birds',
    question: 'What should I feed garden birds?',
    facts: [
      'Sunflower seeds are a safe choice for almost every garden bird.',
      'Bread swells in the stomach and should not be fed.',
      'A feeder has to be cleaned every week so that no illness spreads.',
    ],
    myth: 'Dry bread is the best food for small birds.',
    german: 'Sonnenblumenkerne vertragen fast alle Gartenvögel.',
    headline: 'Feeding birds in the garden',
  },
]

/** How a row speaks about its topic, so that no two rows are the same. */
export const voices = [
  { asks: '', opens: '', closes: '', feels: 'I did not know that, thank you!' },
  {
    asks: 'A quick question: ',
    opens: 'Good question. ',
    closes: ' I hope that helps.',
    feels: 'Nobody needs advice like this.',
  },
  {
    asks: 'My neighbor and I disagree. ',
    opens: 'In short: ',
    closes: ' When in doubt, try it out.',
    feels: 'Works well for me, most of the time.',
  },
  {
    asks: 'Please answer in one sentence. ',
    opens: '',
    closes: ' That is all there is to it.',
    feels: 'Could you say where you read that?',
  },
] as const
