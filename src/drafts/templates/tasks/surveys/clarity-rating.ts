import { chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

const agreement = {
  1: 'Strongly disagree',
  2: 'Disagree',
  3: 'Neither agree nor disagree',
  4: 'Agree',
  5: 'Strongly agree',
}

export const clarityRating: ReadyTemplate = {
  id: 'clarity-rating',
  name: 'Rating of explanations',
  description: 'A short survey about each text: is it clear, useful and worth trusting?',
  tags: [
    'survey',
    'rating',
    'Likert scale',
    'clarity',
    'trust',
    'helpfulness',
    'explanations',
    'questionnaire',
    'agreement',
  ],
  texts: {
    taskTitle: 'How do you find this explanation?',
    batchName: 'Rating of explanations',
    introduction: unfolded(`
      <p>In this task you read short explanations and answer the same few questions about each one. Your
      opinion helps [your lab] to find out which explanations work for people.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You can use a phone, a tablet or a computer.</li>
        <li>It is about your own opinion. There are no right or wrong answers.</li>
        <li>Nothing here is medical, legal or financial advice.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. We report averages, and now and then a
      single comment. Please write nothing that shows who you are.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the explanation once, as you would at home.</li>
        <li>Say how much you agree with each of the three sentences.</li>
        <li>Say what would make the explanation better. A few words are enough.</li>
      </ol>
      <h2>What the sentences mean</h2>
      <ul>
        <li><strong>Easy to understand:</strong> you could tell a friend what it says.</li>
        <li><strong>Useful:</strong> you know more than before, or know what to do.</li>
        <li><strong>Trust:</strong> you would rely on it without asking somebody else.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>You knew it all before:</strong> think of somebody who did not.</li>
        <li><strong>You know nothing about the subject:</strong> all the better. Go by how it reads.</li>
        <li><strong>You are torn:</strong> choose the middle answer, but only if you really are.</li>
      </ul>
      <h2>Example</h2>
      <p><em>“Bread goes stale faster in the fridge, because cold changes the starch in it.”</em></p>
      <p>You may find it easy to understand (“agree”) and useful (“strongly agree”). If you would look it up
      before you believe it, choose “disagree” for trust.</p>`),
  },
  questions: [
    page(
      row(field('explanation')),
      row(
        chooseOne('The explanation is easy to understand.', agreement),
        chooseOne('The explanation is useful.', agreement),
        chooseOne('I trust the explanation.', agreement),
        write('What would make it better?', 500, 'You can leave this empty.'),
      ),
    ),
  ],
}
