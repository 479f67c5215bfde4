import { chooseAny, chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const instructionFollowing: ReadyTemplate = {
  id: 'instruction-following',
  name: 'Instruction following',
  description: 'Participants check whether an AI answer did everything that it was asked to do.',
  tags: ['instruction following', 'model answers', 'AI', 'chatbot', 'evaluation', 'compliance'],
  texts: {
    taskTitle: 'Did the answer do what was asked?',
    batchName: 'Instruction following',
    introduction: unfolded(`
      <p>In this task you read a request and the answer of a computer program. You check whether the answer
      does all that was asked. Your answers help [your lab] to find out how well such programs follow
      instructions.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You need to read closely and sometimes to count. You may use a calculator.</li>
        <li>You do not have to check facts. Only the instructions matter here.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. We use them to compare programs, not to
      judge you.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the request and list for yourself what it asks for. Look for length, form, language, tone
        and things to leave out.</li>
        <li>Read the answer and check your list point by point.</li>
        <li>Choose whether all, most, some or none of the instructions were followed.</li>
        <li>Select the kinds that were not followed.</li>
        <li>Describe the most important one in a sentence.</li>
      </ol>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>Numbers are strict:</strong> “three tips” means three, not four.</li>
        <li><strong>“About” leaves room:</strong> “about 100 words” can be 85 or 115.</li>
        <li><strong>Extra words around it:</strong> “Here is your list” is fine, unless the request says “only
        the list”.</li>
        <li><strong>The answer is wrong but in the right form:</strong> it followed the instructions.</li>
        <li><strong>The program refuses:</strong> choose “none”, and select “it refused”.</li>
      </ul>
      <h2>Example</h2>
      <p>Request: <em>“Name three fruits, in lower case, one per line.”</em></p>
      <ul>
        <li><em>“apple, pear, plum”</em> followed most of it. Only “one per line” is missing.</li>
        <li><em>“Apple, Pear, Plum and Fig”</em> followed none of it. There are four fruits, they begin with
        capitals, and they stand in one line.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('prompt'), field('answer')),
      row(
        chooseOne('How many of the instructions were followed?', {
          all: 'All',
          most: 'Most',
          some: 'Some',
          none: 'None',
          unclear: 'The request is not clear',
        }),
        chooseAny('What was not followed?', {
          content: 'Something asked for is missing',
          length: 'Length or number',
          form: 'Form, such as a list or a table',
          style: 'Tone, style or language',
          left_out: 'Something was to be left out',
          refused: 'It refused',
          nothing: 'Everything was followed',
        }),
        write(
          'What is the most important thing that was not followed?',
          400,
          'Leave this empty if there is nothing.',
        ),
      ),
    ),
  ],
}
