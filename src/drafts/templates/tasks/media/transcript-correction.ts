import { chooseOne, field, page, row, sideBySide, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const transcriptCorrection: ReadyTemplate = {
  id: 'transcript-correction',
  name: 'Transcript correction',
  description:
    'Participants judge a transcript by its recording and list what has to be corrected.',
  tags: [
    'transcript correction',
    'audio',
    'speech',
    'speech recognition',
    'captions',
    'subtitles',
    'dictation',
    'voice',
    'recording',
  ],
  texts: {
    taskTitle: 'Correct the transcript of a recording',
    batchName: 'Transcript correction',
    introduction: unfolded(`
      <p>In this task you listen to short recordings and read their transcripts. You say whether each
      transcript is correct and list the mistakes. Your work helps [your lab] to make better captions.</p>
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
        <li>Listen to the whole recording and read along.</li>
        <li>Choose “correct”, “has errors” or “cannot judge”.</li>
        <li>If there are errors, listen again and stop at each one.</li>
        <li>Write each correction as wrong → right, one on each line. You can type -&gt; for the arrow.</li>
      </ol>
      <p>Copy the wrong words as they are in the transcript. Add a word before or after them if they occur more
      than once.</p>
      <h2>What counts as an error</h2>
      <ul>
        <li>A word that is wrong, missing or was never said.</li>
        <li>A wrong name, number or date.</li>
        <li>A period or comma that changes the meaning. Leave out all others.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>“Um” and “er” are missing:</strong> this is correct.</li>
        <li><strong>The speaker makes a mistake:</strong> the transcript has to show what was said.</li>
        <li><strong>You cannot make out a word:</strong> write “(unclear)” as the right side.</li>
        <li><strong>No sound, or another language:</strong> choose “cannot judge”.</li>
      </ul>
      <h2>Example</h2>
      <p>You hear: <em>“Meet me at the station at four.”</em> The transcript says: <em>“Meet me at station at
      five.”</em></p>
      <ul>
        <li>at station → at the station</li>
        <li>five → four</li>
      </ul>`),
  },
  questions: [
    page(
      sideBySide(field('audio'), field('transcript')),
      row(
        chooseOne('Is the transcript correct?', {
          correct: 'Correct',
          has_errors: 'Has errors',
          cannot_judge: 'Cannot judge',
        }),
        write(
          'Write each correction as wrong → right.',
          2000,
          'One on each line. Leave this empty if there is nothing to correct.',
        ),
      ),
    ),
  ],
}
