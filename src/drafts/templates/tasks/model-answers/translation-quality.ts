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

export const translationQuality: ReadyTemplate = {
  id: 'translation-quality',
  name: 'Translation quality',
  description:
    'Participants who know both languages rate a translation and point out its mistakes.',
  tags: ['translation quality', 'languages', 'bilingual', 'machine translation', 'rating', 'text'],
  texts: {
    taskTitle: 'How good is this translation?',
    batchName: 'Translation quality',
    introduction: unfolded(`
      <p>In this task you read short texts and their translations. You say how good each translation is. Your
      ratings help [your lab] to compare people and computer programs that translate.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You need to read <strong>both languages</strong> with ease. If you do not, please return the
        task.</li>
        <li>Please judge by yourself, without a translation program.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your ratings and your Prolific ID, but not your name. We join your ratings with those of
      other people.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the translation alone. Does it sound natural?</li>
        <li>Read the original.</li>
        <li>Compare them sentence by sentence.</li>
        <li>Rate how much of the meaning is kept, and how natural the translation sounds.</li>
        <li>Select the mistakes you found. If there are none, select “no mistakes”.</li>
        <li>Write how you would translate the worst part.</li>
      </ol>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>Free, but right:</strong> the meaning is what counts. Give the full points.</li>
        <li><strong>Word for word, but odd:</strong> the meaning is kept. It does not sound natural.</li>
        <li><strong>Names and sayings:</strong> both a translation and the original form can be right.</li>
        <li><strong>The original has a mistake:</strong> do not blame the translation for it.</li>
      </ul>
      <h2>Examples</h2>
      <p>Original, in Spanish: <em>“Me costó un ojo de la cara.”</em></p>
      <ul>
        <li><em>“It cost me an arm and a leg.”</em> keeps the meaning and sounds natural.</li>
        <li><em>“It cost me an eye of the face.”</em> keeps the words, but not the meaning.</li>
        <li><em>“I hurt my eye.”</em> has another meaning.</li>
      </ul>`),
  },
  questions: [
    page(
      sideBySide(field('original'), field('translation')),
      row(
        chooseOne('How much of the meaning is kept?', {
          all: 'All of it',
          most: 'Most of it',
          some: 'Some of it',
          none: 'None of it',
        }),
        chooseOne('How natural does the translation sound?', {
          fully: 'As if written in this language',
          mostly: 'Mostly natural',
          odd: 'Odd in many places',
          broken: 'Hard to understand',
        }),
        chooseAny('Which mistakes did you find?', {
          meaning: 'The meaning is different',
          missing: 'Something is missing',
          added: 'Something was added',
          grammar: 'Grammar or spelling',
          style: 'Too formal or too casual',
          none: 'No mistakes',
        }),
        write('How would you translate the worst part?', 500, 'Leave this empty if there is none.'),
      ),
    ),
  ],
}
