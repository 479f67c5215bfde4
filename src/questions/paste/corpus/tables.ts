import type { Questionnaire } from './outline.ts'

/** Tables from Word and Excel: a tab between the cells. */
export const tables: readonly Questionnaire[] = [
  {
    name: 'Word: statements and a scale of words, boxes in the cells',
    pasted: `Please indicate how much you agree.
\tStrongly disagree\tDisagree\tNeutral\tAgree\tStrongly agree
I like my team.\t☐\t☐\t☐\t☐\t☐
I can rely on others.\t☐\t☐\t☐\t☐\t☐
`,
    means: [
      'words: Please indicate how much you agree.',
      'scale: I like my team. [Strongly disagree | Disagree | Neutral | Agree | Strongly agree]',
      'scale: I can rely on others. [Strongly disagree | Disagree | Neutral | Agree | Strongly agree]',
    ],
  },
  {
    name: 'Excel: numbered statements, words at the ends, numbers in the cells',
    pasted: `\t\tNever\t\t\t\tAlways
1\tI worry about money.\t1\t2\t3\t4\t5
2\tI sleep well.\t1\t2\t3\t4\t5
`,
    means: [
      'scale: I worry about money. [1 – Never | 2 | 3 | 4 | 5 – Always]',
      'scale: I sleep well. [1 – Never | 2 | 3 | 4 | 5 – Always]',
    ],
  },
  {
    name: 'Word: what is asked stands in the corner, cells are empty',
    pasted: `How often do you …\tnever\tmonthly\tweekly\tdaily
read a book?\t\t\t\t
watch a film?\t\t\t\t
`,
    means: [
      'words: How often do you …',
      'scale: read a book? [never | monthly | weekly | daily]',
      'scale: watch a film? [never | monthly | weekly | daily]',
    ],
  },
  {
    name: 'Excel: a question in each row, its choices behind it',
    pasted: `Do you own a car?\tYes\tNo\t
How do you get to work?\tBy car\tBy bus\tOn foot
What would you change?\t\t\t
`,
    means: [
      'one: Do you own a car? [Yes | No]',
      'one: How do you get to work? [By car | By bus | On foot]',
      'text: What would you change?',
    ],
  },
  {
    name: 'Word: words above numbers, numbered statements with tabs',
    pasted: `\tDisagree\t\tAgree
\t1\t2\t3
1.\tThe chart is clear.\t○\t○\t○
2.\tThe chart is honest.\t○\t○\t○
`,
    means: [
      'scale: The chart is clear. [1 – Disagree | 2 | 3 – Agree]',
      'scale: The chart is honest. [1 – Disagree | 2 | 3 – Agree]',
    ],
  },
  {
    name: 'Word: choices side by side under their question',
    pasted: `1. What is your marital status?
Single\tMarried\tWidowed
2. How is your health?
Poor\tFair\tGood\tExcellent
`,
    means: [
      'one: What is your marital status? [Single | Married | Widowed]',
      'scale: How is your health? [Poor | Fair | Good | Excellent]',
    ],
  },
]
