import { chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const namedEntities: ReadyTemplate = {
  id: 'named-entities',
  name: 'Named entities',
  description: 'Participants find the names of people, places and organizations in a sentence.',
  tags: ['named entities', 'NER', 'names', 'annotation', 'extraction', 'text'],
  texts: {
    taskTitle: 'Find the names in a sentence',
    batchName: 'Named entities',
    introduction: unfolded(`
      <p>In this task you read single sentences and copy the names you find: of people, of places and of
      organizations. Your answers help [your lab] to teach computers to read.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>A computer is best, because you copy and paste words.</li>
        <li>The sentences come from public news. You do not need to know who or what they are about.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. Several people read each sentence, and
      we keep the names on which most of them agree.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the whole sentence.</li>
        <li>Copy each name exactly as it is written, with its capital letters.</li>
        <li>Put it into the right box: people, places or organizations.</li>
        <li>Separate names with commas. If a name appears twice, copy it twice.</li>
        <li>If there is no name of a kind, leave its box empty.</li>
        <li>Say how sure you are.</li>
      </ol>
      <h2>What counts as a name</h2>
      <ul>
        <li><strong>People:</strong> first and last names, also of made-up people. Leave out titles such as
        “Dr” or “Queen”.</li>
        <li><strong>Places:</strong> countries, towns, rivers, mountains, streets and buildings.</li>
        <li><strong>Organizations:</strong> companies, teams, schools, parties, newspapers and public bodies.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>A place that acts:</strong> in <em>“France signed the treaty”</em>, France is still a
        place.</li>
        <li><strong>A name in a name:</strong> copy the longest one. <em>“University of Lima”</em> is one
        organization.</li>
        <li><strong>Words made from names,</strong> such as “French” or “Londoners”: leave them out.</li>
        <li><strong>Products and brands:</strong> leave them out, unless the company is meant.</li>
      </ul>
      <h2>Example</h2>
      <p><em>“Dr Amina Yusuf left the Red Cross in Geneva to write for French newspapers.”</em></p>
      <ul>
        <li>People: Amina Yusuf</li>
        <li>Places: Geneva</li>
        <li>Organizations: Red Cross</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('sentence')),
      row(
        write('Names of people', 300, 'Separate names with commas.'),
        write('Names of places', 300, 'Separate names with commas.'),
        write('Names of organizations', 300, 'Separate names with commas.'),
        chooseOne('How sure are you?', {
          sure: 'Sure',
          fairly: 'Fairly sure',
          unsure: 'Not sure',
        }),
      ),
    ),
  ],
}
