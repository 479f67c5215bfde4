import type { Questionnaire } from './outline.ts'

/** Numbered and bulleted questions, as Word, Google Forms and plain e-mail have them. */
export const lists: readonly Questionnaire[] = [
  {
    name: 'Word: numbers for questions, letters for choices',
    pasted: `1.\tHow old are you?
a)\tUnder 30
b)\t30 to 59
c)\t60 or older
2.\tWhere do you live?
a)\tIn a city
b)\tIn a small town
c)\tIn the country
3.\tWhat do you do for a living?
`,
    means: [
      'one: How old are you? [Under 30 | 30 to 59 | 60 or older]',
      'one: Where do you live? [In a city | In a small town | In the country]',
      'text: What do you do for a living?',
    ],
  },
  {
    name: 'Word: bullets, a choice with a blank, several answers',
    pasted: `Q1. Which of these have you used in the last month? (Select all that apply)
☐ E-mail
☐ Video calls
☐ Online banking
☐ Other: ________
☐ None of these

Q2. Why did you use them (optional)?
________________________
`,
    means: [
      'any: Which of these have you used in the last month? (Select all that apply) [E-mail | Video calls | Online banking | Other | None of these (alone)]',
      'text: If other, what?',
      'text: Why did you use them (optional)?',
    ],
  },
  {
    name: 'Google Forms: no numbers, choices on lines of their own',
    pasted: `How did you hear about us?
Friends
Newspaper
Radio
Other:

What is your favorite season?
Spring
Summer
Fall
Winter
`,
    means: [
      'one: How did you hear about us? [Friends | Newspaper | Radio | Other]',
      'text: If other, what?',
      'one: What is your favorite season? [Spring | Summer | Fall | Winter]',
    ],
  },
  {
    name: 'Qualtrics: the code above the question, round buttons as signs',
    pasted: `Q1

How satisfied are you with your life as a whole?

o  Very dissatisfied
o  Dissatisfied
o  Neither satisfied nor dissatisfied
o  Satisfied
o  Very satisfied

Q2

Do you have children?

o  Yes
o  No
`,
    means: [
      'scale: How satisfied are you with your life as a whole? [Very dissatisfied | Dissatisfied | Neither satisfied nor dissatisfied | Satisfied | Very satisfied]',
      'one: Do you have children? [Yes | No]',
    ],
  },
  {
    name: 'Choices numbered anew under each numbered question',
    pasted: `1. What is your gender?
1. Woman
2. Man
3. Another
2. What is your highest level of education?
1. School
2. Vocational training
3. University
`,
    means: [
      'one: What is your gender? [Woman | Man | Another]',
      'one: What is your highest level of education? [School | Vocational training | University]',
    ],
  },
  {
    name: 'A question and a choice over several lines',
    pasted: `1) When you think about the last two weeks and everything that happened at
   your place of work, how often did you feel
   that you could not go on?
   - never
   - on some days, but
     not on most of them
   - on most days
2) And at home?
   - never
   - on some days
   - on most days
`,
    means: [
      'one: When you think about the last two weeks and everything that happened at your place of work, how often did you feel that you could not go on? [never | on some days, but not on most of them | on most days]',
      'one: And at home? [never | on some days | on most days]',
    ],
  },
  {
    name: 'E-mail: yes and no on the line of the question, and a comment',
    pasted: `Hi Ann, these are the questions for the pilot.

1. Is the text about politics? Yes / No
2. Does it name a person? ☐ Yes ☐ No ☐ Cannot say
3. Would you share it? (yes/no)
Please explain:
4. Anything else?
`,
    means: [
      'words: Hi Ann, these are the questions for the pilot.',
      'one: Is the text about politics? [Yes | No]',
      'one: Does it name a person? [Yes | No | Cannot say]',
      'one: Would you share it? [yes | no]',
      'text: Please explain:',
      'text: Anything else?',
    ],
  },
  {
    name: 'Sections, fields to fill in, at most so many',
    pasted: `Section A: About you

Name: ________
Age: ____

Section B: Your interests

1. Which topics interest you most? Choose up to 3.
• Science
• Sports
• Politics
• Art
• Travel
`,
    means: [
      'heading: Section A: About you',
      'text: Name:',
      'text: Age:',
      'heading: Section B: Your interests',
      'up to 3: Which topics interest you most? Choose up to 3. [Science | Sports | Politics | Art | Travel]',
    ],
  },
  {
    name: 'Parts of a question with letters',
    pasted: `1. About your last holiday:
a) Where did you go?
b) How long did you stay?
2. Are you planning the next one?
Yes
No
`,
    means: [
      'words: About your last holiday:',
      'text: Where did you go?',
      'text: How long did you stay?',
      'one: Are you planning the next one? [Yes | No]',
    ],
  },
  {
    name: 'A blank line after every line',
    pasted: `1. Which one do you prefer?

A. The first

B. The second

2. How sure are you?

A. Very sure

B. Not sure
`,
    means: [
      'one: Which one do you prefer? [The first | The second]',
      'one: How sure are you? [Very sure | Not sure]',
    ],
  },
  {
    name: 'Choices between square brackets, and one with a reason of its own',
    pasted: `Question 1: Did you finish the course?
[ ] Yes
[ ] No, because ______
[ ] Still at it

Question 2: What did you like? (You may leave this empty.)
`,
    means: [
      'one: Did you finish the course? [Yes | No, because | Still at it]',
      'text: No, because …',
      'text: What did you like? (You may leave this empty.)',
    ],
  },
]
