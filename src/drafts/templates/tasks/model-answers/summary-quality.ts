import {
  chooseAny,
  chooseOne,
  field,
  page,
  row,
  sideBySide,
  write,
} from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

const fromOneToFive = {
  1: '1: very bad',
  2: '2: bad',
  3: '3: all right',
  4: '4: good',
  5: '5: very good',
}

export const summaryQuality: ReadyTemplate = {
  id: 'summary-quality',
  name: 'Summary quality',
  description: 'Participants rate whether a summary is right, complete and easy to read.',
  tags: ['summary quality', 'summarization', 'rating', 'articles', 'AI', 'text'],
  texts: {
    taskTitle: 'How good is this summary?',
    batchName: 'Summary quality',
    introduction: unfolded(`
      <p>In this task you read a text and a short summary of it. You say how good the summary is. Your
      ratings help [your lab] to find out which summaries people can rely on.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>A tablet or computer is best, because there is some text to read.</li>
        <li>The summaries were written by people or by computer programs. We do not tell you which.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your ratings and your Prolific ID, but not your name. We join your ratings with those of
      other people.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the text to the end. What are its main points?</li>
        <li>Read the summary.</li>
        <li>Compare: look for the main points, and for anything that the text does not say.</li>
        <li>Rate the summary on three questions, from 1 (very bad) to 5 (very good).</li>
        <li>Select the mistakes you found. If there are none, select “no mistakes”.</li>
      </ol>
      <h2>What the three questions mean</h2>
      <ul>
        <li><strong>Right:</strong> everything in the summary is also in the text.</li>
        <li><strong>Complete:</strong> the main points are there. Small details may be missing.</li>
        <li><strong>Easy to read:</strong> it is clear and flows well, even without the text.</li>
      </ul>
      <p>Rate each question by itself. A summary can be easy to read and still be wrong.</p>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>True, but not in the text:</strong> count it as a mistake.</li>
        <li><strong>One wrong number or name:</strong> give no more than 2 for “right”.</li>
        <li><strong>Very short:</strong> this is fine if the main point is there.</li>
      </ul>
      <h2>Example</h2>
      <p>Text: <em>“The library will close for three weeks in July. New heating will be put in. Books can be
      returned at the town hall.”</em></p>
      <ul>
        <li><em>“The library closes for three weeks in July for new heating.”</em> is right, nearly complete
        and easy to read.</li>
        <li><em>“The library is closing for good.”</em> is easy to read, but not right.</li>
      </ul>`),
  },
  questions: [
    page(
      sideBySide(field('article'), field('summary')),
      row(
        chooseOne('How right is the summary?', fromOneToFive),
        chooseOne('How complete is it?', fromOneToFive),
        chooseOne('How easy is it to read?', fromOneToFive),
        chooseAny('Which mistakes did you find?', {
          wrong: 'Something is wrong',
          added: 'Something is not in the text',
          missing: 'A main point is missing',
          unclear: 'Something is hard to understand',
          none: 'No mistakes',
        }),
        write('What is the worst mistake?', 400, 'You can leave this empty.'),
      ),
    ),
  ],
}
