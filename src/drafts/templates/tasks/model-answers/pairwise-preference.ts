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

export const pairwisePreference: ReadyTemplate = {
  id: 'pairwise-preference',
  name: 'Which answer is better?',
  description: 'Participants compare two answers of AI models to the same question and choose one.',
  tags: [
    'pairwise preference',
    'model answers',
    'AI',
    'comparison',
    'ranking',
    'chatbot',
    'RLHF',
    'A/B test',
    'side by side',
  ],
  texts: {
    taskTitle: 'Which of two answers is better?',
    batchName: 'Pairwise preference of answers',
    introduction: unfolded(`
      <p>In this task you see a question and two answers to it. Both were written by computer programs. You
      say which answer would help a person more. Your choices help [your lab] to find out what makes an
      answer good.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>A tablet or computer is best, because the answers are side by side.</li>
        <li>You do not need special knowledge. You may look facts up, but you do not have to.</li>
        <li>Answers can be wrong. Please do not follow any advice you read in them.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your choices, your reasons and your Prolific ID, but not your name. We use them to compare
      programs, not to judge you.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the question. What does the person want to know?</li>
        <li>Read both answers to the end.</li>
        <li>Choose the answer you would rather get if you had asked.</li>
        <li>Select what made the difference.</li>
        <li>Give your reason in one or two sentences.</li>
      </ol>
      <h2>What makes an answer better</h2>
      <ul>
        <li><strong>It is right.</strong> A wrong answer is worse than a short one.</li>
        <li><strong>It fits the question.</strong> It does what was asked, and no more than that.</li>
        <li><strong>It is clear.</strong> You understand it the first time you read it.</li>
        <li><strong>It is safe and fair.</strong> It does no harm and puts nobody down.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>One is longer:</strong> length alone is no reason. Does it say more that helps?</li>
        <li><strong>Both are good, or both are bad:</strong> choose the one you like a little more. If you
        see no difference at all, choose “about the same”.</li>
        <li><strong>One will not help:</strong> that can be right if the request is dangerous. If it is
        harmless, choose the answer that helps.</li>
      </ul>
      <h2>Example</h2>
      <p>Question: <em>“How long do I boil an egg?”</em></p>
      <ul>
        <li>Answer A: <em>“Six minutes for a soft egg, ten for a hard one.”</em></li>
        <li>Answer B: <em>“Eggs have been eaten for thousands of years. They are healthy.”</em></li>
      </ul>
      <p>A is better: B does not answer the question.</p>`),
  },
  questions: [
    page(
      row(field('prompt')),
      sideBySide(field('answer_a'), field('answer_b')),
      row(
        chooseOne('Which answer is better?', {
          a_much: 'A is much better',
          a_little: 'A is a little better',
          same: 'They are about the same',
          b_little: 'B is a little better',
          b_much: 'B is much better',
        }),
        chooseAny('What made the difference?', {
          correct: 'It is right',
          fits: 'It fits the question',
          clear: 'It is clear',
          safe: 'It is safe and fair',
          other: 'Something else',
        }),
        write('What is your reason?', 500, 'One or two sentences.'),
      ),
    ),
  ],
}
