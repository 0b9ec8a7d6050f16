/** The lesson in English: chapters 6 to 10. The two marks of a text are explained in en-lesson.js. */

/** @type {Readonly<Record<string, import('./lesson.js').ChapterTexts>>} */
export const chaptersSixToTen = {
  blame: {
    story: [
      'The output is compared with y: that gives the error a3 \u2212 y. So the output knows what is right.',
      'But neuron 1 is [hidden](hidden-neuron). Its answer a1 goes only to the output.',
    ],
    guess: {
      ask: 'Neuron 1 must learn, too. Where does its y come from?',
      options: {
        copy: 'Every neuron gets the same y as the output.',
        own: 'Every neuron has its own y.',
        nowhere: 'Nowhere. It has no y.',
      },
      replies: {
        copy: 'y is used in one place only: in the error of the output. Nothing asks a1 to be like y.',
        own: 'Nobody knows what a1 should be. There is one y for each example, and one J for the whole network.',
        nowhere: 'All it gets is its part of the one error, carried back through w5.',
      },
    },
    run: {
      before: ['Follow the error on its way back, step by step. The drawing of the network shows where it is. Then train.'],
      button: 'Train it',
      after: ['J fell, although no hidden neuron has a y of its own.'],
    },
    contrast: {
      intro: ['Before training: the same example, the same y. Only w5 has another sign. Look at the [blame](delta) that reaches neuron 1:'],
      cases: {
        plus: { title: 'w5 = {plus}', about: 'neuron 1 pushes the output up' },
        minus: { title: 'w5 = {minus}', about: 'neuron 1 pushes the output down' },
      },
      see: [
        'With w5 = {plus} the blame is {plusBlame}, with w5 = {minus} it is {minusBlame}: the opposite direction. If neuron 1 had a y of its own, w5 could not change that.',
        'The error of the output is another number, too, because a3 depends on w5. But its sign is the same.',
      ],
    },
    explain: [
      'A hidden neuron has no y: it gets the error of the output, times its outgoing weight, times its own slope.',
      'One y, one J, one error. The neurons of a layer do not talk to each other, and each has no loss of its own.',
    ],
    check: {
      ask: 'Set w5 to zero. How large is the blame of neuron 1 in the first step?',
      options: { zero: 'Zero.', same: 'As large as before.', half: 'Smaller, but not zero.' },
      replies: {
        zero: 'Nothing comes back through a weight of zero, so w1 and w2 stand still in this step. But w5 moves, and then the blame comes.',
        same: 'The error of the output is there, but it must come back through w5, and w5 is zero.',
        half: 'It is multiplied by w5. Anything times zero is zero.',
      },
    },
    play: [
      'A run with w5 = {none} is open in the lab. Press Step once, and look at w1 and w2: they stand still. But w5 has moved away from zero. Then press Train: now they all move.',
    ],
  },

  order: {
    story: [
      '[Gradient descent](gradient-descent) changes every weight: new w = old w \u2212 \u03b1 \u00b7 \u2202J/\u2202w. Here \u03b1 is the [learning rate](learning-rate).',
      'Now there are two layers. And the chain for w1 contains w5, which is going to change as well.',
    ],
    guess: {
      ask: 'In one step, when does w5 change?',
      options: {
        'at-once': 'Last: first all gradients with the old weights, then all changes at once.',
        'output-first': 'First w5, and then \u2202J/\u2202w1 is computed with the new w5.',
        'hidden-first': 'First the hidden weights change, and then w5 is looked at.',
      },
      replies: {
        'at-once': 'All gradients belong to one and the same point: the old weights.',
        'output-first':
          'This is a common bug. The number that comes out mixes two points: it is not the slope of J at the old weights. The measurement shows it.',
        'hidden-first': 'Then the gradient of w5 would belong to other weights than that of w1. All of them must belong to the same point.',
      },
    },
    run: {
      before: ['One step in slow motion. Read its parts one by one, then take it.'],
      button: 'Take this step',
      after: ['That was one step. Both layers changed together. Training repeats it many times.'],
    },
    contrast: {
      intro: ['How steep is J in w1? Two ways to compute it, and a referee that needs no chain rule: it [measures](numeric-gradient).'],
      cases: {
        right: { title: 'All gradients first', about: 'uses the old w5 = {oldW5}' },
        bug: { title: 'The bug: w5 first', about: 'uses the new w5 = {newW5}' },
        referee: { title: 'The referee', about: 'w1 a little up and down, J measured' },
      },
      see: [
        'The referee agrees with the first. The bug is often hard to see: the network still learns, but its steps are not those of gradient descent.',
      ],
    },
    explain: [
      'One step: forward, loss, backward with the old weights, and then all weights change at once.',
      'A gradient says how steep J is at one point. Change the point in the middle of the computation, and the numbers no longer fit together.',
    ],
    check: {
      ask: 'A program changes w5 first and then computes \u2202J/\u2202w1 with the new w5. What is wrong with it?',
      options: {
        slower: 'Nothing, it is only slower.',
        'no-slope': 'Its number is not the slope of J at the old weights.',
        fine: 'Nothing, it is even better: newer weights.',
      },
      replies: {
        slower: 'It is not slower. It is another number: {bug} instead of {right}.',
        'no-slope': 'It mixes two points: the old a1 and a3 with the new w5.',
        fine: 'Half of the chain is from the old point, half from the new one. The measurement does not agree with it.',
      },
    },
    play: [
      'The run is open in the lab. In \u201cWhy do the gradients differ?\u201d choose a weight under \u201cGradient of\u201d. \u201cThe next step\u201d says how it is going to move. Press Step, and see whether it did.',
    ],
  },

  seed: {
    story: [
      'A computer makes random numbers from a [seed](seed). The same seed gives the same random numbers.',
      'Two students both train with seed {seed}. They read: \u201ca fixed seed makes everything the same\u201d.',
    ],
    guess: {
      ask: 'What does the same seed make equal?',
      options: {
        neurons: 'The neurons: neuron 1 becomes equal to neuron 2.',
        runs: 'The runs: both students get the same network.',
        nothing: 'Nothing: random is random.',
      },
      replies: {
        neurons:
          'The seed fixes the whole list of random numbers. But each weight takes its own number from the list, so neuron 1 and neuron 2 start different.',
        runs: 'The same list of numbers, the same training, the same result. In it the two neurons are different.',
        nothing: 'Computed random numbers repeat when the seed is the same. That is what the seed is for.',
      },
    },
    run: {
      before: ['Train from seed {seed}. Note the [fingerprint](fingerprint) of the run.'],
      button: 'Train from seed {seed}',
      after: ['The seed is fixed, and still the two neurons end {distance} apart.'],
    },
    contrast: {
      intro: ['There are two questions. Is it the same run? And are the two neurons in it the same? Four runs answer:'],
      cases: {
        first: { title: 'Seed {seed}', about: 'the first student' },
        again: { title: 'Seed {seed} again', about: 'the second student' },
        other: { title: 'Seed {otherSeed}', about: 'another start' },
        equal: { title: 'Equal weights', about: 'no seed at all' },
      },
      see: [
        'The seed answers the first question. Equal weights answer the second.',
        'Good practice: start at random, with a recipe such as [Glorot or He](good-start), and write the seed down. Try several seeds, because some starts end better than others.',
      ],
    },
    explain: [
      'A seed makes a run repeatable; equal weights make neurons equal. These are two different things.',
      'Two trainings that end with different weights need not be a bug: they may come from different starts.',
    ],
    check: {
      ask: 'Your teacher wants to get exactly your result. What do you do?',
      options: {
        'equal-weights': 'Start with equal weights.',
        record: 'Start at random, and write the seed down.',
        'no-seed': 'Start at random without a seed: all random starts end alike.',
      },
      replies: {
        'equal-weights': 'It would be repeatable, but your neurons would be tied, and the layer would be worth one neuron.',
        record: 'The neurons are different, and the run can be repeated to the last bit.',
        'no-seed': 'Then nobody can repeat it, not even you.',
      },
    },
    play: [
      'The run from seed {seed} is open in the lab. \u201cMany seeds: is it luck?\u201d trains the same network from many seeds: press \u201cTrain them all\u201d.',
    ],
  },

  'how-many': {
    story: [
      'Coffee beans: {examples} roasts, each with a temperature and a duration. A roast is good if it is hot enough, long enough, and not too much of both together. That makes three borders.',
      'We take six hidden neurons. But all six start equal: they are [tied](tied).',
    ],
    guess: {
      ask: 'Six tied neurons can do as much as\u2026',
      options: {
        six: '\u2026six neurons: there are six of them.',
        three: '\u2026three neurons: some will be lost.',
        one: '\u2026one neuron.',
      },
      replies: {
        six: 'They are six in number, but all six give the same a in every example. The output gets the same number six times.',
        three: 'None can become different from the others, so it is not three either.',
        one: 'The layer is [worth](effective-width) one neuron.',
      },
    },
    run: {
      before: ['Train the six tied neurons on the coffee data.'],
      button: 'Train six tied neurons',
      after: ['All six are still equal. The best that six tied neurons reach, over {seeds} starts: {tiedShare} of the examples.'],
    },
    contrast: {
      intro: [
        'Now with other numbers of neurons, each from {seeds} random starts, {steps} steps each. How often does the network get all examples right?',
      ],
      cases: {
        one: { title: 'One neuron', about: '' },
        two: { title: 'Two neurons', about: '' },
        three: { title: 'Three neurons', about: '' },
        six: { title: 'Six neurons', about: '' },
        tied: { title: 'Six tied neurons', about: '' },
        and: { title: 'AND with one neuron', about: '' },
      },
      see: [
        'Three neurons, one for each border, do it in {threeSolved} of {seeds} starts. Six do it in all {sixSolved}. Six tied ones reach {tiedShare}, as one does.',
        'More is not always needed: AND has one border, and one hidden neuron learns it, down to J = {andLoss}.',
      ],
    },
    explain: [
      'More neurons help only as far as they are different: tied neurons count as one.',
      'How many you need depends on the data. And with just enough neurons, a start may fail: with three, some starts did.',
    ],
    check: {
      ask: 'A layer has six neurons: the first three are tied, the last three are tied. Like how many neurons does it act?',
      options: { wide: 'Like six.', groups: 'Like two.', steps: 'That depends on how long you train.' },
      replies: {
        wide: 'Within each group all neurons give the same number.',
        groups: 'Count the groups of tied neurons.',
        steps: 'Tied neurons stay tied, however long you train.',
      },
    },
    play: [
      'Three neurons on the coffee data are open in the lab. Press \u201cNew random start\u201d and Train a few times. Or let \u201cMany seeds\u201d do it.',
    ],
  },

  roles: {
    story: [
      'Three neurons learned the coffee data. Each has found one of the three borders: too cold, too short, too much of both.',
      'We can draw for each neuron where it answers strongly: a [picture](heat-map) over temperature and duration.',
    ],
    guess: {
      ask: 'Train once more, from another seed. Does neuron 1 find the same border again?',
      options: {
        same: 'Yes: the data is the same.',
        other: 'Not always: the jobs can go to other neurons.',
        random: 'No: it finds something new each time.',
      },
      replies: {
        same: 'The three jobs come back, since the data asks for them. But who does which job depends on the start.',
        other: 'The same three jobs, given to other neurons.',
        random: 'The data asks for three borders, and good runs find these three. Only who finds which one changes.',
      },
    },
    run: {
      before: ['Train from seed {seed}. Then we look into the neurons.'],
      button: 'Train from seed {seed}',
      after: ['All examples are right. Now look at what each neuron does.'],
    },
    contrast: {
      intro: [
        'Where each neuron answers strongly, from two seeds. Temperature grows to the right, duration upwards. Filled squares are good roasts, open circles bad ones.',
      ],
      cases: {
        first: { title: 'Seed {seed}', about: '' },
        other: { title: 'Seed {otherSeed}', about: '' },
        swapped: { title: 'Seed {seed}, with neurons 1 and 2 swapped', about: '' },
        demand: { title: 'Another problem: which shirts sell well?', about: '' },
      },
      see: [
        'The same borders, other neurons. Which side is colored does not matter: the outgoing weight can have either sign. And when neurons 1 and 2 are swapped at the start, their pictures swap, and J is the same but for rounding.',
        'With four inputs there is no plane to draw on, so the weights themselves are colored. One neuron may look at price and shipping. You may call it \u201caffordability\u201d. But that is our name. The network does not know it.',
      ],
    },
    explain: [
      'Which neuron does which job is decided by the start; swapping neurons changes no answer of the network, but for rounding.',
      'Nothing guarantees that two neurons learn different things. A different start only makes it possible. Sometimes two do nearly the same.',
    ],
    check: {
      ask: 'In your run neuron 1 does what neuron 2 does in your friend\u2019s run. J is the same. What happened?',
      options: {
        name: 'One of you made a mistake.',
        guarantee: 'One neuron is better than the other.',
        swap: 'Nothing special: it is the same team in another order.',
      },
      replies: {
        name: 'Both networks give the same answers. The numbers of the neurons have no meaning.',
        guarantee: 'Both jobs are needed. There is no best neuron, only a best team.',
        swap: 'There is no best neuron, only a best team, in any order. Three neurons have {orders} orders.',
      },
    },
    play: [
      'The shirts are open in the lab, with \u201cWhat did each neuron learn?\u201d Try other seeds, and find a name for each neuron. It is your name.',
    ],
  },
};
