import { chooseAny, chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const imageLabelling: ReadyTemplate = {
  id: 'image-labelling',
  name: 'Image labeling',
  description:
    'Participants mark what they can see in a photo and judge whether it is good enough.',
  tags: [
    'image labelling',
    'image labeling',
    'photos',
    'pictures',
    'annotation',
    'computer vision',
  ],
  texts: {
    taskTitle: 'What can you see in the photo?',
    batchName: 'Image labeling',
    introduction: unfolded(`
      <p>In this task you look at photos and say what is in them. Your answers help [your lab] to teach
      computers to describe pictures, for example for people who cannot see them.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You need a screen that shows colors, and you need to be able to see details in photos.</li>
        <li>The photos show everyday places and things. We have removed photos that may upset people. If you
        still see one, choose “something is wrong with this photo”.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. Please do not save or share the
      photos, and do not try to find out who is in them.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Wait until the photo has loaded. Look at the whole picture, the corners too.</li>
        <li>Select everything you can see. You can select more than one.</li>
        <li>Describe the main thing in a few words.</li>
        <li>Say whether the photo is clear enough to be sure.</li>
      </ol>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>Only a part is visible:</strong> select it if you are sure what it is.</li>
        <li><strong>Very small or far away:</strong> select it if you see it without zooming in.</li>
        <li><strong>A picture in the picture,</strong> such as a cat on a poster: do not select it.</li>
        <li><strong>Mirrors and windows:</strong> select what you see in them.</li>
        <li><strong>Drawings or toys:</strong> select “something else” and say what it is.</li>
      </ul>
      <h2>Examples</h2>
      <ul>
        <li>A dog’s tail behind a sofa: select “animal” and “furniture”.</li>
        <li>A street with parked cars and nobody in it: select “vehicle” and “building”, not “person”.</li>
        <li>A cup with a bird printed on it: select “food or drink” only if you can see any.</li>
      </ul>
      <p>Describe people in a respectful way and only by what you can see: <em>“a person on a red
      bicycle”</em>. Do not guess where somebody is from, what they believe, or how healthy they are.</p>`),
  },
  questions: [
    page(
      row(field('photo')),
      row(
        chooseAny(
          'What can you see?',
          {
            person: 'Person',
            animal: 'Animal',
            plant: 'Plant or tree',
            vehicle: 'Vehicle',
            building: 'Building',
            furniture: 'Furniture',
            food: 'Food or drink',
            other: 'Something else',
          },
          'Select all that apply.',
        ),
        write('What is the main thing in the photo?', 120, 'A few words, such as “a red bicycle”.'),
        chooseOne('Is the photo clear enough to be sure?', {
          clear: 'Yes, it is clear',
          partly: 'Partly: I had to guess a little',
          unclear: 'No, I cannot tell',
          wrong: 'Something is wrong with this photo',
        }),
      ),
    ),
  ],
}
