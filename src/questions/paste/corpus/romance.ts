import type { Questionnaire } from './outline.ts'

/** French and Spanish. */
export const romance: readonly Questionnaire[] = [
  {
    name: 'Questionnaire français, avec des espaces devant les signes',
    pasted: `Question 1 : Quel est votre âge ?
a) moins de 18 ans
b) de 18 à 39 ans
c) 40 ans ou plus
Question 2 : Quels médias utilisez-vous ? (plusieurs réponses possibles)
a) La presse
b) La radio
c) Autre : ______
d) Aucun de ces médias
Question 3 : Avez-vous des commentaires ?
`,
    means: [
      'one: Quel est votre âge ? [moins de 18 ans | de 18 à 39 ans | 40 ans ou plus]',
      'any: Quels médias utilisez-vous ? (plusieurs réponses possibles) [La presse | La radio | Autre | Aucun de ces médias (alone)]',
      'text: Si autre, précisez :',
      'text: Avez-vous des commentaires ?',
    ],
  },
  {
    name: 'Échelle d’accord',
    pasted: `Dans quelle mesure êtes-vous d’accord ?
\tPas du tout d’accord\tPlutôt pas d’accord\tPlutôt d’accord\tTout à fait d’accord
« Je me sens écouté. »\to\to\to\to
« Je me sens respecté. »\to\to\to\to
`,
    means: [
      'words: Dans quelle mesure êtes-vous d’accord ?',
      'scale: « Je me sens écouté. » [Pas du tout d’accord | Plutôt pas d’accord | Plutôt d’accord | Tout à fait d’accord]',
      'scale: « Je me sens respecté. » [Pas du tout d’accord | Plutôt pas d’accord | Plutôt d’accord | Tout à fait d’accord]',
    ],
  },
  {
    name: 'Cuestionario en español',
    pasted: `Pregunta 1. ¿Qué edad tiene usted?
1) Menos de 30 años
2) Entre 30 y 60 años
3) Más de 60 años
Pregunta 2. ¿Qué idiomas habla? Marque todas las que correspondan.
– Español
– Inglés
– Otro: ____
Pregunta 3. ¿Está satisfecho con el servicio? Sí / No
`,
    means: [
      'one: ¿Qué edad tiene usted? [Menos de 30 años | Entre 30 y 60 años | Más de 60 años]',
      'any: ¿Qué idiomas habla? Marque todas las que correspondan. [Español | Inglés | Otro]',
      'text: Si otro, ¿cuál?',
      'one: ¿Está satisfecho con el servicio? [Sí | No]',
    ],
  },
]
