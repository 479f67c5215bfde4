import type { Questionnaire } from './outline.ts'

/** What does not keep to one pattern. */
export const mixed: readonly Questionnaire[] = [
  {
    name: 'Instructions, questions, page numbers and thanks',
    pasted: `EVALUATION OF SUMMARIES

Read the article and the summary. Then answer the questions below.

1. Is the summary correct?
- Yes
- Partly
- No

Page 1 of 2

2. What is missing?

Thank you for your help!
`,
    means: [
      'heading: EVALUATION OF SUMMARIES',
      'words: Read the article and the summary. Then answer the questions below.',
      'one: Is the summary correct? [Yes | Partly | No]',
      'text: What is missing?',
      'words: Thank you for your help!',
      '?? Page 1 of 2',
    ],
  },
  {
    name: 'Decimal numbers and letters with brackets',
    pasted: `1.1 Which emotion does the post express?
(a) Joy
(b) Anger
(c) Fear
(d) No emotion
1.2 How strong is it? (1-3)
`,
    means: [
      'one: Which emotion does the post express? [Joy | Anger | Fear | No emotion]',
      'scale: How strong is it? [1 | 2 | 3]',
    ],
  },
  {
    name: 'Fields of a form, one below the other',
    pasted: `Name:
Country of residence:
First language:
`,
    means: ['text: Name:', 'text: Country of residence:', 'text: First language:'],
  },
  {
    name: 'An answer on the same line for each label',
    pasted: `Gender: male / female / non-binary
Smoker: Y / N
First name: ____ Last name: ____
`,
    means: [
      'one: Gender: [male | female | non-binary]',
      'one: Smoker: [Y | N]',
      'text: First name:',
      'text: Last name:',
    ],
  },
  {
    name: 'Japanese choices, whose codes are their numbers',
    pasted: `1. この文章は分かりやすいですか？
・はい
・いいえ
2. 理由を書いてください。
`,
    means: [
      'scale: この文章は分かりやすいですか？ [はい | いいえ]',
      'text: 理由を書いてください。',
    ],
  },
  {
    name: 'Statements with room for a number, below the meaning of the numbers',
    pasted: `Please indicate your agreement: 1 = Strongly disagree, 2 = Disagree, 3 = Agree.

Q1.1 I find the chatbot helpful. ____
Q1.2 I would use it again. ____
`,
    means: [
      'words: Please indicate your agreement: 1 = Strongly disagree, 2 = Disagree, 3 = Agree.',
      'scale: I find the chatbot helpful. [1 – Strongly disagree | 2 – Disagree | 3 – Agree]',
      'scale: I would use it again. [1 – Strongly disagree | 2 – Disagree | 3 – Agree]',
    ],
  },
  {
    name: 'Boxes behind their labels, room below a label, a scale in brackets',
    pasted: `1. Gender: Male ☐ Female ☐ Other ☐

Date of birth (DD/MM/YYYY):
Country
____________

How much do you agree? (Strongly disagree / Disagree / Agree / Strongly agree)
- AI will help people.
- AI will harm people.
`,
    means: [
      'one: Gender: [Male | Female | Other]',
      'text: Date of birth (DD/MM/YYYY):',
      'text: Country',
      'words: How much do you agree? (Strongly disagree / Disagree / Agree / Strongly agree)',
      'scale: AI will help people. [Strongly disagree | Disagree | Agree | Strongly agree]',
      'scale: AI will harm people. [Strongly disagree | Disagree | Agree | Strongly agree]',
    ],
  },
  {
    name: 'A list of questions from a spreadsheet, with its headings',
    pasted: `Question\tOption 1\tOption 2\tOption 3
Is it polite?\tYes\tNo\tCannot say
Is it true?\tYes\tNo\t
`,
    means: [
      'one: Is it polite? [Yes | No | Cannot say]',
      'one: Is it true? [Yes | No]',
      '?? Question\tOption 1\tOption 2\tOption 3',
    ],
  },
  {
    name: 'Questions with bullets, choices with the letter o',
    pasted: `• How old are you?
• Do you have pets?
   o Yes
   o No
`,
    means: ['text: How old are you?', 'one: Do you have pets? [Yes | No]'],
  },
]
