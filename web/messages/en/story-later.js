/** The story's chapters after the first one, in English; story.js says what they are made of. */

/** @type {Readonly<Record<string, import('./story.js').ChapterTexts>>} */
export const laterStoryChapters = {
  gradients: {
    runs: {},
    steps: {
      signal: {
        during: 'An example runs forward, then its error runs back.',
        caption:
          'Forward: each neuron multiplies what comes in by its weights, adds up (z), and answers with a = [\u03c3(z)](sigmoid). The last answer is compared with y, the right one: that is [J](loss). Then the one error runs back over the same lines.',
        go: 'One weight differs',
      },
      guess: {
        caption:
          'All is equal, but w5 is {changed} and w6 is {equalW}. The [gradient](gradient) of w1 is a product of {factors} [factors](factor), one for each piece of the way from J. So is that of w3.',
        go: 'Look at the factors',
        ask: {
          ask: 'How many of the {factors} factors differ between w1 and w3?',
          options: { none: 'None: the data is the same.', one: 'One.', all: 'All of them.' },
          replies: {
            none: 'The way back to neuron 1 goes through w5, the way to neuron 2 through w6.',
            one: 'One different factor makes the products different.',
            all: 'The same x, the same a, the same output: only w5 and w6 differ.',
          },
        },
      },
      beads: {
        caption:
          'Each bead is a factor: how much one number moves the next. Their product from J to w1 is its gradient. Shared ones are one bead, equal ones are joined. What glows differs: at first only w5 and w6. Drag them. Arrows: each example\u2019s gradient.',
        go: 'And inside one neuron?',
      },
      inside: {
        caption:
          'w1 and w2 belong to one neuron. All beads are shared but the last: x1 \u2260 x2. So two weights of one neuron can learn different things, where the task asks for it.',
        go: 'And the output\u2019s weights?',
      },
      mean: {
        caption:
          'w5 and w6 have {outer} beads. At the start a1 = a2, so theirs are equal. An arrow is an example\u2019s gradient: one can point one way, the mean another. The step goes against the mean: w\u00a0\u2212\u00a0[\u03b1](learning-rate)\u00a0\u00b7\u00a0mean.',
        go: 'One question',
      },
      check: {
        caption: 'Now w5 = w6, and the incoming weights are equal, too.',
        go: 'Next question',
        ask: {
          ask: 'How many factors of w1 and w3 can differ now?',
          options: { none: 'None.', one: 'One: the a of each neuron.', depends: 'It depends on the example.' },
          replies: {
            none: 'All factors are equal, so are the gradients, and so is the next step.',
            one: 'Equal incoming weights and the same x give the same z, and so the same a.',
            depends: 'The factors change from example to example, but for both neurons alike.',
          },
        },
      },
    },
  },
  ties: {
    runs: { outgoing: 'only w5 = w6', incoming: 'only incoming equal', equal: 'all equal', hair: 'a millionth' },
    steps: {
      sort: {
        caption:
          'Two [tied](tied) neurons. Each card changes one thing. Does it break the tie? Sort as many as you like: drag them, or use the two buttons.',
        go: 'Run them all',
      },
      told: {
        during: 'Each change is run, in the same network.',
        caption:
          'Every change was run. What both neurons get alike keeps them tied: batches, Adam, the output\u2019s [bias](bias). What gives one something of its own breaks the tie; one [bit](bit) stays too small to see here (\u2248). Choose a card to see why.',
        go: 'How far apart?',
      },
      draw: {
        caption:
          'Two tied neurons again, but w1 of neuron 1 is a millionth larger: the dot on the axis. The chart will show how far apart they are.',
        go: 'See',
        ask: {
          ask: 'What becomes of the difference? Draw it on the chart, or choose.',
          options: { rises: 'It grows.', stays: 'It stays as small.', falls: 'Training evens it out.' },
          replies: {
            rises: 'At first, each step multiplies it.',
            stays: 'At first, each step makes it larger: a tie is a ridge, not a valley.',
            falls: 'In this run nothing pulls the neurons back together.',
          },
        },
      },
      grown: {
        during: 'Steps of training run to the right.',
        caption:
          'The axis is logarithmic: a straight line up means that each step multiplies the difference. After {hairSteps} steps the neurons are {hairEnd} apart. How fast depends on the task: on some, learning ends before the difference has grown.',
        go: 'Is w5 = w6 enough?',
      },
      half: {
        during: 'Three starts, one clock.',
        caption:
          'Equal [outgoing](outgoing) weights alone: they part. Equal [incoming](incoming) weights alone: they part. Only with both equal do they stay tied, all {steps} steps. Setting w5 = w6 is half of the answer.',
        go: 'One question',
      },
      check: {
        caption: '',
        go: 'Next question',
        ask: {
          ask: 'A friend says: \u201cI set w5 = w6. Now my two neurons are tied.\u201d',
          options: {
            enough: 'Yes, that is enough.',
            rounding: 'No, rounding separates them anyway.',
            'incoming-too': 'Only if the incoming weights are equal, too.',
          },
          replies: {
            enough: 'Look at the first run: w5 and w6 do not even stay equal.',
            rounding: 'Here every neuron goes through the same operations in the same order, so equal stays equal in every bit.',
            'incoming-too': 'Incoming weights, bias and outgoing weights: all of them.',
          },
        },
      },
    },
  },
  zeros: {
    runs: { logistic: 'no hidden layer', tanh: 'tanh neurons', sigmoid: 'sigmoid neurons' },
    steps: {
      guess: {
        caption:
          'Three networks are to learn [AND](and). Their weights and [biases](bias) start at {zero}. The first is [logistic regression](logistic-regression): no [hidden neurons](hidden-neuron). The others have two, with [tanh](tanh) or [sigmoid](sigmoid).',
        go: 'Train all three',
        ask: {
          ask: 'Which of these networks learns from zeros?',
          options: { none: 'None: zero is zero.', logistic: 'Only logistic regression.', two: 'Two of the three.', three: 'All three.' },
          replies: {
            none: 'Two of them learn the task.',
            logistic: 'The sigmoid neurons learn the task, too.',
            two: 'Logistic regression and the sigmoid neurons learn; the tanh neurons stand still.',
            three: 'The tanh neurons stand still.',
          },
        },
      },
      race: {
        during: 'One clock for all three.',
        caption: 'Logistic regression learns. The tanh weights never leave zero. The sigmoid weights move, but as one neuron: still tied.',
        go: 'Why does tanh stand still?',
      },
      stuck: {
        caption:
          'tanh({zero}) is {zero}, its middle shade: both neurons answer {zero}, so their [outgoing](outgoing) weights get no gradient. These are {zero}, so no error comes back to the incoming ones. Only the output\u2019s bias moves. {stuckRight} of {examples}: what always answering \u201ccircle\u201d gets.',
        go: 'Why does sigmoid move?',
      },
      moves: {
        during: 'Both maps change as one.',
        caption:
          'The sigmoid of {zero} is {half}. So the outgoing weights move at the first step, both alike. From then on all weights learn, and the two neurons stay tied.',
        go: 'And logistic regression?',
      },
      learns: {
        during: 'Two weights, one output.',
        caption:
          'One output, so no second neuron to be tied to. Each of its two weights has a feature of its own, x1 or x2. AND treats both alike, so here the weights end equal; nothing ties them.',
        go: 'One question',
      },
      check: {
        caption: '',
        go: 'Next question',
        ask: {
          ask: 'So why do zeros cost logistic regression nothing?',
          options: {
            convex: 'Its loss is convex: it has no false bottom.',
            'no-twin': 'It has no hidden neurons that could be tied.',
            small: 'Its weights are few and small.',
          },
          replies: {
            convex: 'That is true, but it is not why: what zero does to hidden neurons, it does whatever the shape of J.',
            'no-twin':
              'There is one neuron, and each of its weights has its own feature. Hidden neurons pay: tanh stands still, and two sigmoid neurons stay one: enough for AND, too few for XOR.',
            small: 'The tanh network has few weights, too, and they are just as small.',
          },
        },
      },
    },
  },
  blame: {
    runs: {},
    steps: {
      guess: {
        caption: 'The output has a right answer, y. The two hidden neurons are in the middle of the network.',
        go: 'See',
        ask: {
          ask: 'Where does a hidden neuron\u2019s y come from?',
          options: { copy: 'It gets a copy of the output\u2019s y.', own: 'It has a y of its own in the data.', nowhere: 'It has no y.' },
          replies: {
            copy: 'Nothing compares its a with y.',
            own: 'The data has one y an example, for the output.',
            nowhere: 'It needs none.',
          },
        },
      },
      back: {
        during: 'Forward, compare, back.',
        caption:
          'There is one y, at the output, and one [error](delta). It runs back over the lines: times w5 to neuron 1, times w6 to neuron 2. A negative weight turns its sign. On the lines are the [gradients](gradient) now.',
        go: 'A deeper network',
      },
      order: {
        caption: 'Here are two hidden layers. Every weight is to change by one step.',
        go: 'See',
        ask: {
          ask: 'Which weights change first?',
          options: {
            'at-once': 'All at once.',
            'output-first': 'The output\u2019s, then back.',
            'hidden-first': 'The first layer\u2019s, then forward.',
          },
          replies: {
            'at-once': 'All gradients are worked out from the old numbers; then all weights change.',
            'output-first': 'The error runs back in this order, but no weight changes on the way.',
            'hidden-first': 'The example runs forward in this order, but no weight changes on the way.',
          },
        },
      },
      deep: {
        during: 'Forward, compare, back through two layers.',
        caption:
          'A neuron gets the error back over all lines that leave it, added up. First all gradients are worked out from the old weights. Then all weights change at once.',
        go: 'One question',
      },
      check: {
        caption: '',
        go: 'Next question',
        ask: {
          ask: 'What error does neuron 1 get if w5 is {zero}?',
          options: { zero: 'None.', same: 'The same as the output.', half: 'Half of it.' },
          replies: {
            zero: 'The error is multiplied by w5 on its way back.',
            same: 'On the way back the error is multiplied by w5.',
            half: 'Errors are not shared out: each way multiplies by its own weight.',
          },
        },
      },
    },
  },
  seed: {
    runs: { first: 'seed {seed}', again: 'seed {seed} again', other: 'seed {otherSeed}', equal: 'equal weights, no seed' },
    steps: {
      guess: {
        caption:
          'A computer makes random numbers from a seed. Here is a network whose weights are still to come, from seed {seed}. A second network gets its weights from the same seed.',
        go: 'Train both',
        ask: {
          ask: 'What does the same seed make equal?',
          options: { neurons: 'The two neurons of a network.', runs: 'The two runs.', nothing: 'Nothing: random is random.' },
          replies: {
            neurons: 'Each weight is the next random number, so the neurons of a network start different.',
            runs: 'The same list of numbers, the same training, the same result.',
            nothing: 'The same seed gives the same list of numbers.',
          },
        },
      },
      twice: {
        during: 'The same list of random numbers, twice.',
        caption: 'The same run twice, equal to the last bit. But in each, the two neurons are different: all {examples} right.',
        go: 'Another seed',
      },
      other: {
        during: 'Seed {seed} beside seed {otherSeed}.',
        caption:
          'Another [seed](seed), another list of numbers. Other maps, other weights, and the task is solved as well. Two trainings that end with different weights need not be a bug.',
        go: 'No seed, equal weights',
      },
      equal: {
        during: 'Random weights beside equal weights.',
        caption:
          'Equal weights need no seed. They make neurons equal: {equalRight} of {examples} right. A seed makes runs equal. These are two different things.',
        go: 'One question',
      },
      check: {
        caption: '',
        go: 'Next question',
        ask: {
          ask: 'Your neurons are to become different, and your teacher wants to get exactly your result. What do you do?',
          options: {
            'equal-weights': 'Start with equal weights.',
            record: 'Start at random, and write the seed down.',
            'no-seed': 'Start at random without a seed.',
          },
          replies: {
            'equal-weights': 'It can be repeated, but your neurons would be tied.',
            record: 'The neurons are different, and the run can be repeated to the last bit.',
            'no-seed': 'Then nobody can repeat it, not even you.',
          },
        },
      },
    },
  },
  team: {
    runs: {},
    steps: {
      guess: {
        caption:
          '{examples} coffee roasts. Good ones, the squares, are hot enough, long enough, and not too much of both: three borders. Six hidden neurons, all equal. In a row: their maps, times their outgoing weights.',
        go: 'Train all six',
        ask: {
          ask: 'Six tied neurons can do as much as\u2026',
          options: { six: '\u2026\u2060six neurons.', three: '\u2026\u2060three neurons.', one: '\u2026\u2060one neuron.' },
          replies: {
            six: 'All six have the same map in every step.',
            three: 'None can become different from the others.',
            one: 'The six maps are one map.',
          },
        },
      },
      tied: {
        during: 'Six maps move as one.',
        caption:
          'Six maps, one border, and {tiedShare} right. The output answers more than one half nowhere. That is exactly what always saying \u201cbad\u201d gets.',
        go: 'Three different neurons',
      },
      three: {
        during: 'Each neuron finds its own border.',
        caption: 'Three neurons with different starts: each draws one border, and together they cut out the good roasts. {allShare} right.',
        go: 'Does the order matter?',
      },
      swap: {
        caption:
          'Drag the map of neuron 1 onto that of neuron 2, or tap one, then the other: they swap, with their outgoing weights, and the answer stays. Three neurons have {orders} orders. There is no best neuron, only a best team.',
        go: 'One question',
      },
      check: {
        caption: '',
        go: 'Next question',
        ask: {
          ask: 'One neuron looks at the temperature. What is true?',
          options: {
            name: 'It was made to look at the temperature.',
            guarantee: 'Training makes sure that some neuron does.',
            swap: 'In another run another neuron can have this job.',
          },
          replies: {
            name: 'The name is ours: we look at its map and give it one.',
            guarantee: 'Nothing guarantees that two neurons learn different things.',
            swap: 'Which neuron does what comes from the start.',
          },
        },
      },
    },
  },
  answer: {
    runs: { tied: 'w5 from {equal}: equal', apart: 'w5 from {changed}' },
    steps: {
      three: {
        caption:
          'Their different starts. Neurons with different weights can get different gradients from the same data and go separate ways. Equal ones stay equal, unless one gets something of its own. Nothing guarantees what each will learn: a team forms, in any order.',
        go: 'Your guesses',
      },
      guesses: { caption: 'What you guessed \u2192 what the runs said.', go: 'Keep it' },
      keep: {
        caption: 'Both networks, as a picture to keep or to hand in. Its link opens the second run in the lab.',
        go: 'Beyond',
      },
    },
  },
};
