import type { Questionnaire } from './outline.ts'

/** Rating scales in the ways people write them. */
export const scales: readonly Questionnaire[] = [
  {
    name: 'Ranges in brackets',
    pasted: `1. How clear is the text? (1–5)
2. How useful is it? (1-7)
3. How many percent of it did you know? (0–100)
`,
    means: [
      'scale: How clear is the text? [1 | 2 | 3 | 4 | 5]',
      'scale: How useful is it? [1 | 2 | 3 | 4 | 5 | 6 | 7]',
      'number 0 to 100: How many percent of it did you know? (0–100)',
    ],
  },
  {
    name: 'Ends explained in brackets',
    pasted: `How trustworthy is the speaker? (1 = not at all, 5 = very much)

How warm is the speaker? (1 = not at all … 5 = very much)
`,
    means: [
      'scale: How trustworthy is the speaker? [1 – not at all | 2 | 3 | 4 | 5 – very much]',
      'scale: How warm is the speaker? [1 – not at all | 2 | 3 | 4 | 5 – very much]',
    ],
  },
  {
    name: 'A line with the ends at either side of the numbers',
    pasted: `1. I enjoy my work.
Strongly disagree 1 2 3 4 5 Strongly agree

2. I would choose it again.
Strongly disagree 1 2 3 4 5 Strongly agree
`,
    means: [
      'scale: I enjoy my work. [1 – Strongly disagree | 2 | 3 | 4 | 5 – Strongly agree]',
      'scale: I would choose it again. [1 – Strongly disagree | 2 | 3 | 4 | 5 – Strongly agree]',
    ],
  },
  {
    name: 'One scale above numbered statements',
    pasted: `Please say how much each statement applies to you (1 = does not apply at all, 4 = applies fully).

1. I see myself as someone who is reserved.
2. I see myself as someone who trusts people.
3. I see myself as someone who is lazy.
`,
    means: [
      'words: Please say how much each statement applies to you (1 = does not apply at all, 4 = applies fully).',
      'scale: I see myself as someone who is reserved. [1 – does not apply at all | 2 | 3 | 4 – applies fully]',
      'scale: I see myself as someone who trusts people. [1 – does not apply at all | 2 | 3 | 4 – applies fully]',
      'scale: I see myself as someone who is lazy. [1 – does not apply at all | 2 | 3 | 4 – applies fully]',
    ],
  },
  {
    name: 'One scale below statements with bullets',
    pasted: `How often did you feel like this in the last week?
• I felt calm.
• I felt lonely.
• I felt hopeful.
Never / Rarely / Sometimes / Often / Always
`,
    means: [
      'words: How often did you feel like this in the last week?',
      'scale: I felt calm. [Never | Rarely | Sometimes | Often | Always]',
      'scale: I felt lonely. [Never | Rarely | Sometimes | Often | Always]',
      'scale: I felt hopeful. [Never | Rarely | Sometimes | Often | Always]',
    ],
  },
  {
    name: 'One scale below numbered statements',
    pasted: `1. The task was easy.
2. The task was fun.
3. I would do it again.

Strongly disagree … Strongly agree
`,
    means: [
      'scale: The task was easy. [1 – Strongly disagree | 2 | 3 | 4 | 5 – Strongly agree]',
      'scale: The task was fun. [1 – Strongly disagree | 2 | 3 | 4 | 5 – Strongly agree]',
      'scale: I would do it again. [1 – Strongly disagree | 2 | 3 | 4 | 5 – Strongly agree]',
    ],
  },
  {
    name: 'Pairs of opposites',
    pasted: `How does the voice sound to you?
cold 1 2 3 4 5 6 7 warm
weak 1 2 3 4 5 6 7 strong
`,
    means: [
      'words: How does the voice sound to you?',
      'scale: cold – warm [1 – cold | 2 | 3 | 4 | 5 | 6 | 7 – warm]',
      'scale: weak – strong [1 – weak | 2 | 3 | 4 | 5 | 6 | 7 – strong]',
    ],
  },
  {
    name: 'Every point on a line of its own',
    pasted: `1. How difficult was it?
1 = very easy
2 = easy
3 = difficult
4 = very difficult
2. How long did it feel?
1 - short
2 - neither short nor long
3 - long
`,
    means: [
      'scale: How difficult was it? [1 – very easy | 2 – easy | 3 – difficult | 4 – very difficult]',
      'scale: How long did it feel? [1 – short | 2 – neither short nor long | 3 – long]',
    ],
  },
  {
    name: 'A scale told in a sentence',
    pasted: `1. On a scale from 1 (not at all) to 7 (completely), how much do you agree with the text?
2. On a scale from 0 to 10, how likely are you to recommend it?
`,
    means: [
      'scale: On a scale from 1 (not at all) to 7 (completely), how much do you agree with the text? [1 – not at all | 2 | 3 | 4 | 5 | 6 | 7 – completely]',
      'scale: On a scale from 0 to 10, how likely are you to recommend it? [0 | 1 | 2 | 3 | 4 | 5 | 6 | 7 | 8 | 9 | 10]',
    ],
  },
  {
    name: 'Bubbles without numbers',
    pasted: `Q1. How tired are you?
Not at all ○ ○ ○ ○ ○ Very
Q2. How hungry are you?
Not at all ○ ○ ○ ○ ○ Very
`,
    means: [
      'scale: How tired are you? [1 – Not at all | 2 | 3 | 4 | 5 – Very]',
      'scale: How hungry are you? [1 – Not at all | 2 | 3 | 4 | 5 – Very]',
    ],
  },
]
