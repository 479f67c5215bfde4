import { chooseOne, field, page, pageBefore, row, words, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

const fromOneToSeven = {
  1: '1: strongly disagree',
  2: '2',
  3: '3',
  4: '4',
  5: '5',
  6: '6',
  7: '7: strongly agree',
}

export const likertQuestionnaire: ReadyTemplate = {
  id: 'likert-questionnaire',
  name: 'Questionnaire with consent text',
  description: 'A consent text, then five statements about each text, rated from 1 to 7.',
  tags: [
    'questionnaire',
    'Likert scale',
    'survey',
    'consent',
    'informed consent',
    'rating',
    'agreement',
    'attitudes',
    'opinion',
    'statements',
  ],
  texts: {
    taskTitle: 'What do you think of these texts?',
    batchName: 'Questionnaire about short texts',
    introduction: unfolded(`
      <p>In this study you read short texts and say how much you agree with five statements about each one.
      Your answers help [your lab] to learn how people see such texts.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The study takes about [number] minutes.</li>
        <li>You can use a phone, a tablet or a computer.</li>
        <li>We want to know your own opinion. There are no right or wrong answers.</li>
        <li>Before the first text, you see what taking part means. Please read it.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. We report averages, and now and then a
      single comment. Please write nothing that shows who you are.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read what taking part means. Go on only if you agree.</li>
        <li>Read the first text at your own pace.</li>
        <li>Say how much you agree with each statement, from 1 (strongly disagree) to 7 (strongly
        agree).</li>
        <li>If you like, add a comment.</li>
        <li>Do the same for the other texts.</li>
      </ol>
      <p>Rate each statement by itself. You can agree with one and disagree with the next.</p>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>You are in between:</strong> choose 4, the middle of the scale.</li>
        <li><strong>You do not know the subject:</strong> go by how the text reads.</li>
        <li><strong>You changed your mind:</strong> your first thought is fine. You do not have to go
        over it again.</li>
      </ul>
      <h2>Example</h2>
      <p><em>“Our town needs more trees. They keep the streets cool in summer.”</em></p>
      <p>You may find this easy to understand and choose 7. If you would also like to know what the trees cost,
      choose 6 for “The text leaves out something important”.</p>`),
  },
  questions: [
    pageBefore(
      unfolded(`
        <h2>Before you start</h2>
        <p>This is a research study. Please read what taking part means.</p>
        <ul>
          <li>You read short texts and say what you think of them.</li>
          <li>Taking part is your choice. You can stop at any time, and you need no reason.</li>
          <li>We see your answers and your Prolific ID, but not your name.</li>
          <li>We use the answers for research. Nobody can tell from our reports who took part.</li>
          <li>The introduction says who to ask if you have questions.</li>
        </ul>
        <p><strong>By continuing you agree</strong> that you are 18 or older, that you have read this page,
        and that you want to take part. If you do not agree, please return the study now.</p>`),
    ),
    page(
      row(field('text')),
      row(
        words('<p>How much do you agree with each statement?</p>'),
        chooseOne('The text is easy to understand.', fromOneToSeven),
        chooseOne('The text is interesting.', fromOneToSeven),
        chooseOne('I trust what the text says.', fromOneToSeven),
        chooseOne('The text leaves out something important.', fromOneToSeven),
        chooseOne('I would share the text with a friend.', fromOneToSeven),
      ),
      row(write('Is there anything you would like to add?', 500, 'You can leave this empty.')),
    ),
  ],
}
