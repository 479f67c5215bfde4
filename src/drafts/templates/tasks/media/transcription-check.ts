import { chooseAny, chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const transcriptionCheck: ReadyTemplate = {
  id: 'transcription-check',
  name: 'Transcription check',
  description:
    'Participants listen to a recording, find mistakes in its transcript and correct them.',
  tags: ['transcription check', 'audio', 'speech', 'transcript', 'recording', 'correction'],
  texts: {
    taskTitle: 'Does the text match the recording?',
    batchName: 'Transcription check',
    introduction: unfolded(`
      <p>In this task you listen to short recordings and read what a computer wrote down. You find mistakes
      and correct them. Your work helps [your lab] to make speech programs better for all voices and
      accents.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You need sound. Headphones and a quiet place are best.</li>
        <li>You need good hearing and should know the language of the recordings well.</li>
        <li>Set the volume low before you start the first recording.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. All speakers agreed that their
      recordings may be used. Please do not save or share them.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Listen to the whole recording once without reading.</li>
        <li>Listen again and read along.</li>
        <li>Choose whether the text is right, has small mistakes or has big mistakes.</li>
        <li>Select the kinds of mistakes you found.</li>
        <li>If there are mistakes, write the whole text again as it was spoken.</li>
      </ol>
      <p>You may listen as often as you like.</p>
      <h2>How to write what you hear</h2>
      <ul>
        <li>Write the words that were said, even if the grammar is not perfect.</li>
        <li>Leave out “um” and “er”, unless they are part of a word.</li>
        <li>Write numbers as you would in a letter: “three o’clock”, “2019”.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li>If you cannot make out a word, write “(unclear)” in its place. Do not guess.</li>
        <li>Periods and capital letters count as small mistakes only.</li>
      </ul>
      <h2>Examples</h2>
      <p>You hear: <em>“Um, I seen her at the station at four.”</em></p>
      <ul>
        <li><em>“I seen her at the station at four.”</em> is right. The grammar is the speaker’s own.</li>
        <li><em>“I saw her at the station at four.”</em> has a small mistake: one word was changed.</li>
        <li><em>“I seen her at the station at five.”</em> has a big mistake: the time is wrong.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('recording'), field('transcript')),
      row(
        chooseOne('How well does the text match the recording?', {
          right: 'It is right',
          small: 'It has small mistakes: the meaning is the same',
          big: 'It has big mistakes: the meaning changes',
          no_sound: 'I could not hear the recording',
        }),
        chooseAny('Which kinds of mistakes did you find?', {
          wrong_word: 'A wrong word',
          missing: 'A missing word',
          added: 'A word that was not said',
          name_number: 'A wrong name or number',
          signs: 'Periods, commas or capital letters',
          none: 'No mistakes',
        }),
        write('Write the text as it was spoken.', 2000, 'Leave this empty if the text is right.'),
      ),
    ),
  ],
}
