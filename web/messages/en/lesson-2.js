/** The lesson in English: chapters 2 to 5. The two marks of a text are explained in en-lesson.js. */

/** @type {Readonly<Record<string, import('./lesson.js').ChapterTexts>>} */
export const chaptersTwoToFive = {
  gradients: {
    story: [
      'Neuron 1 adds up z1 = w1\u00b7x1 + w2\u00b7x2 and answers a1 = \u03c3(z1). Neuron 3 is the output.',
      'When w1 changes, so do z1, a1, z3, a3 and J. The [chain rule](chain-rule) multiplies their slopes and gives the [gradient](gradient):',
      '\u2202J/\u2202w1 = \u2202J/\u2202a3 \u00b7 \u2202a3/\u2202z3 \u00b7 \u2202z3/\u2202a1 \u00b7 \u2202a1/\u2202z1 \u00b7 \u2202z1/\u2202w1',
      'For w3 the way goes through [neuron](neuron) 2. Here the [incoming weights](incoming) of both are equal, the [outgoing](outgoing) ones are not: w5 = {w5}, w6 = {w6}.',
    ],
    guess: {
      ask: 'At the start, how many of the {factors} factors differ between \u2202J/\u2202w1 and \u2202J/\u2202w3?',
      options: { none: 'None: the data is the same.', one: 'One.', all: 'All of them.' },
      replies: {
        none: 'The data is the same, but the way back to neuron 1 goes through w5, and the way to neuron 2 through w6.',
        one: 'One different factor is enough to make the products different.',
        all: 'At the start most factors are equal: the same x, the same a, the same output. Only w5 and w6 differ.',
      },
    },
    run: {
      before: ['Start with w5 = {w5} and w6 = {w6}. One single factor is different. What will happen to the neurons?'],
      button: 'Train it',
      after: ['One different [factor](factor) was enough: the neurons part, and J falls to {apartLoss}.'],
    },
    contrast: {
      intro: ['Two chains, factor beside factor. In a blank, type the number that is missing.'],
      cases: {
        worked: {
          title: 'w1 against w3',
          about: 'w1 and w3 get the same x1. Only {differing} factor differs: w5 is not w6. That makes two neurons learn different things.',
        },
        half: {
          title: 'w1 against w2',
          about:
            'Inside one neuron, only the last factor differs: x1 is not x2. That is why w1 and w2 of one neuron can learn different things.',
        },
        alone: {
          title: 'w2 against w4',
          about: 'The outgoing weight differs, the input does not. You can now read every gradient of this network.',
        },
      },
      see: [],
    },
    explain: [
      'Gradients of two neurons can differ only where w5 \u2260 w6, or where a1 \u2260 a2. Gradients of two weights in one neuron differ because x1 \u2260 x2.',
      'The first two factors belong to the output. They are the same for both neurons, always.',
    ],
    check: {
      ask: 'Now let w5 = w6, and keep the incoming weights equal. How many factors of \u2202J/\u2202w1 and \u2202J/\u2202w3 differ?',
      options: { none: 'None.', one: 'One: the a of each neuron.', depends: 'It depends on the example.' },
      replies: {
        none: 'All factors are equal, so the gradients are equal, and so is the next step.',
        one: 'Equal incoming weights and the same x give the same z, and so the same a.',
        depends: 'The factors change from example to example, but for both neurons in the same way.',
      },
    },
    play: [
      'The run is open in the lab. Press Reset. In \u201cWhy do the gradients differ?\u201d choose a weight under \u201cGradient of\u201d, and see how its chain changes with every Step.',
    ],
  },

  'stay-equal': {
    story: [
      'You want two neurons that stay equal for ever, through the whole training. This network has [biases](bias), too.',
      'A popular answer says: just set w5 = w6.',
    ],
    guess: {
      ask: 'What must be equal at the start, so that the two neurons stay equal?',
      options: {
        outgoing: 'The outgoing weights: w5 = w6.',
        incoming: 'What comes in: w1 = w3, w2 = w4, b1 = b2.',
        'all-parts': 'Both: everything that comes in, and w5 = w6.',
      },
      replies: {
        outgoing: 'This is the popular half of the answer. With different incoming weights a1 and a2 differ, and so do the gradients.',
        incoming: 'This is one half. With w5 \u2260 w6 the two get different gradients, and part at the first step.',
        'all-parts': 'Leave out any one of them, and the neurons part.',
      },
    },
    run: {
      before: ['Set what is equal, and train. First with everything equal. Then break one equality at a time.'],
      button: 'Train it',
      after: ['Break one equality, and train again. Is there one that is not needed?'],
    },
    contrast: {
      intro: ['The popular answer against the whole one:'],
      cases: {
        'only-outgoing': { title: 'Only w5 = w6', about: 'incoming weights differ' },
        equal: { title: 'All equal', about: 'incoming, biases, outgoing' },
      },
      see: [
        'With w5 = w6 alone, the [distance](distance) of the neurons grows from {startDistance} to {halfDistance}. With all parts equal it is exactly zero in all {steps} steps.',
        'J falls a little for the tied neurons, too: with biases, even one neuron learns a part of XOR.',
      ],
    },
    explain: [
      'Equal now, so equal gradients. Equal gradients, so equal at the next step. And so on, step after step.',
      'Equal gradients need all parts: equal incoming weights and bias make a1 = a2, and w5 = w6 makes the error that comes back to them equal.',
    ],
    check: {
      ask: 'A friend says: \u201cI set w5 = w6. Now my two neurons are tied.\u201d What do you answer?',
      options: {
        enough: 'Yes, equal outgoing weights are enough.',
        rounding: 'No, rounding separates them anyway.',
        'incoming-too': 'Only if the incoming weights and biases are equal, too.',
      },
      replies: {
        enough: 'Go back to \u201cRun\u201d and try it: with different incoming weights, w5 and w6 do not even stay equal.',
        rounding: 'Here every neuron goes through the same operations in the same order, so equal stays equal in every bit.',
        'incoming-too': 'Then everything about the two neurons is equal, and it stays so.',
      },
    },
    play: [
      'The tied run is open in the lab. In \u201cTie, untie, nudge\u201d switch off one of the ties, give neuron 2 another value, and press Train.',
    ],
  },

  bias: {
    story: [
      'A [bias](bias) is a number that a neuron adds to its sum z. It is like a weight whose input is always one.',
      'Take two [tied](tied) neurons, and give the network biases: b1 and b2 for the hidden neurons, b3 for the output.',
    ],
    guess: {
      ask: 'Which biases make the two neurons different?',
      options: {
        any: 'Any bias that is not zero.',
        different: 'Only different ones: b1 not equal to b2.',
        never: 'None. A bias never parts them.',
      },
      replies: {
        any: 'A bias that both have in common treats both the same. And b3 belongs to the output, which both share.',
        different: 'The bias is one more thing that comes in. It must be equal, like the other incoming weights.',
        never: 'With b1 \u2260 b2 the sums z1 and z2 differ, so a1 and a2 differ, and so do the gradients.',
      },
    },
    run: {
      before: ['First only the output gets a bias: b3 = {bias}. The hidden neurons start with b1 = b2.'],
      button: 'Train with b3 = {bias}',
      after: ['The bias of the output is learned, too. But it comes after both neurons, so it says the same to both. They stay tied.'],
    },
    contrast: {
      intro: ['Three places for a bias of {bias}:'],
      cases: {
        output: { title: 'Only the output', about: 'b3 = {bias}' },
        equal: { title: 'Both neurons', about: 'b1 = b2 = {bias}' },
        own: { title: 'Only neuron 1', about: 'b1 = {bias}, b2 = {noBias}' },
      },
      see: ['Only the last one parts them, and then J falls to {ownLoss}. Note: equal biases are learned in every step, and stay equal.'],
    },
    explain: [
      'A bias parts two neurons only when it is different for the two.',
      'The bias is not the answer to the big question. It neither makes a tie nor breaks one by itself: what counts is whether the two are equal.',
    ],
    check: {
      ask: 'Two tied neurons. Which change parts them?',
      options: {
        output: 'Give the output a bias.',
        learned: 'Learn b1 and b2, which start equal.',
        own: 'Set b2 a little larger than b1.',
      },
      replies: {
        output: 'Both neurons see the same output, with its bias or without.',
        learned: 'They start equal and get equal gradients, so they stay equal in every step.',
        own: 'Now the two have different sums, so different a, and different gradients.',
      },
    },
    play: [
      'The run in which neuron 1 has a bias of its own is open in the lab. \u201cDoes this break the tie?\u201d tries many changes, one by one: press \u201cRun all\u201d.',
    ],
  },

  zeros: {
    story: [
      '[Logistic regression](logistic-regression) is a network without hidden neurons. It often starts with all weights at zero, and learns.',
      'For a network with a hidden [layer](layer) people warn: never start from zeros. Why the difference? We try three networks on [AND](and), all from zeros: logistic regression, a [tanh](tanh) layer, a [sigmoid](sigmoid) layer.',
    ],
    guess: {
      ask: 'In which of the three do the weights move at all? (Biases do not count.)',
      options: {
        none: 'In none: everything is zero.',
        logistic: 'Only in logistic regression.',
        two: 'In logistic regression and in the sigmoid layer.',
        three: 'In all three.',
      },
      replies: {
        none: 'The weights are zero, but the error is not, and neither is x. That is enough for logistic regression.',
        logistic: 'Almost. The sigmoid layer moves, too: \u03c3(0) is {half}, not zero. But it moves as one neuron.',
        two: 'And they move in different ways: logistic regression learns freely, the sigmoid layer as one neuron.',
        three: 'The tanh layer stands still: tanh(0) = 0, so every weight gets a gradient of zero. Only the bias of the output moves.',
      },
    },
    run: {
      before: ['First logistic regression: one neuron, all zeros.'],
      button: 'Train it from zeros',
      after: [
        'It learns: J falls to {logisticLoss}. There is no second neuron that this one could be tied to.',
        'Here w1 and w2 end equal, but only because AND treats x1 and x2 alike. Nothing ties them: each has an x of its own.',
      ],
    },
    contrast: {
      intro: ['Three networks, the same data, all from zeros:'],
      cases: {
        logistic: { title: 'Logistic regression', about: 'inputs go straight to the output' },
        tanh: { title: 'A tanh layer', about: 'two hidden neurons' },
        sigmoid: { title: 'A sigmoid layer', about: 'two hidden neurons' },
      },
      see: [
        'tanh: no weight ever moves. J stops at {stuckLoss}, what one gets by always giving the same answer. [ReLU](relu) does the same.',
        'sigmoid: the weights move and J falls, but both neurons are tied for ever. AND needs only one neuron, so here being tied does not hurt. On XOR it does.',
      ],
    },
    explain: [
      'Logistic regression may start from zeros because it has no second neuron to be tied to, and each of its weights has its own x.',
      'Zero itself is not the problem. Any common value ties the neurons of a layer: zeros, ones, anything. And from zeros, the weights of a tanh or ReLU layer do not move at all.',
    ],
    check: {
      ask: 'Why may logistic regression start from zeros?',
      options: {
        convex: 'Because its loss is convex.',
        'no-twin': 'It has no twin, and each weight has its own x.',
        small: 'Because small weights are always safe.',
      },
      replies: {
        convex:
          'Its loss is [convex](convex), but that is not the reason. Convex means that there is no second valley to end in. What matters here is that the weights can become different: each has its own x.',
        'no-twin':
          'The gradient is not zero, and each weight follows its own x. On AND the two weights end equal, but only because AND treats x1 and x2 alike.',
        small: 'Small is not the point. In a hidden layer, neurons that start with small and equal weights stay equal.',
      },
    },
    play: [
      'The sigmoid layer from zeros is open in the lab. Choose the data XOR, and train. Not one weight moves. (XOR has as many ones as zeros among its answers, so even w5, w6 and b3 get no push.)',
    ],
  },
};
