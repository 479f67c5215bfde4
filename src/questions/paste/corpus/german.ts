import type { Questionnaire } from './outline.ts'

export const german: readonly Questionnaire[] = [
  {
    name: 'Fragen mit Nummer, Mehrfachnennungen, Sonstiges',
    pasted: `Frage 1: Wie alt sind Sie?
____ Jahre

Frage 2: Welche Medien nutzen Sie? (Mehrfachnennungen möglich)
○ Zeitung
○ Fernsehen
○ Soziale Medien
○ Sonstiges: ________

Frage 3: Leben Sie in einer „Großstadt“?
○ Ja
○ Nein
`,
    means: [
      'text: Wie alt sind Sie? {Jahre}',
      'any: Welche Medien nutzen Sie? (Mehrfachnennungen möglich) [Zeitung | Fernsehen | Soziale Medien | Sonstiges]',
      'text: Falls Sonstiges: was?',
      'one: Leben Sie in einer „Großstadt“? [Ja | Nein]',
    ],
  },
  {
    name: 'Aussagen mit einer Skala darüber',
    pasted: `Inwieweit stimmen Sie den folgenden Aussagen zu?
1 = stimme gar nicht zu, 2 = stimme eher nicht zu, 3 = stimme eher zu, 4 = stimme voll zu

– Ich lese gern.
– Ich schreibe gern.
`,
    means: [
      'words: Inwieweit stimmen Sie den folgenden Aussagen zu?',
      'scale: Ich lese gern. [1 – stimme gar nicht zu | 2 – stimme eher nicht zu | 3 – stimme eher zu | 4 – stimme voll zu]',
      'scale: Ich schreibe gern. [1 – stimme gar nicht zu | 2 – stimme eher nicht zu | 3 – stimme eher zu | 4 – stimme voll zu]',
    ],
  },
  {
    name: 'Demografie in Kurzform',
    pasted: `Demografische Angaben

1. Geschlecht
männlich
weiblich
divers
2. Haben Sie Kinder?   ☐ ja   ☐ nein
3. Beruf: ______________
4. Wie zufrieden sind Sie mit Ihrem Leben auf einer Skala von 0 bis 10?
Bitte begründen Sie Ihre Antwort.
`,
    means: [
      'heading: Demografische Angaben',
      'one: Geschlecht [männlich | weiblich | divers]',
      'one: Haben Sie Kinder? [ja | nein]',
      'text: Beruf:',
      'scale: Wie zufrieden sind Sie mit Ihrem Leben auf einer Skala von 0 bis 10? [0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10]',
      'text: Bitte begründen Sie Ihre Antwort.',
    ],
  },
]
