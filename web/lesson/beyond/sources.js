/** Papers behind the chapters beyond the question. What each shows, and what our runs do not show, stands in the messages. */

/** @typedef {{ chapter: typeof import('../../base/address-keys.js').BEYOND_IDS[number], authors: string, title: string, where: string, arxiv: string }} Source arxiv: its number there */

/** One a chapter, in the order of the chapters. @type {readonly Source[]} */
export const SOURCES = [
  {
    chapter: 'split',
    authors: 'Lemeng Wu, Dilin Wang, Qiang Liu',
    title: 'Splitting Steepest Descent for Growing Neural Architectures',
    where: 'NeurIPS 2019',
    arxiv: '1910.02366',
  },
  {
    chapter: 'pass',
    authors: 'Johanni Brea, Berfin Simsek, Bernd Illing, Wulfram Gerstner',
    title:
      'Weight-space symmetry in deep networks gives rise to permutation saddles, connected by equal-loss valleys across the loss landscape',
    where: '2019',
    arxiv: '1907.02911',
  },
  {
    chapter: 'noise',
    authors: 'Feng Chen, Daniel Kunin, Atsushi Yamamura, Surya Ganguli',
    title: 'Stochastic Collapse: How Gradient Noise Attracts SGD Dynamics Towards Simpler Subnetworks',
    where: 'NeurIPS 2023',
    arxiv: '2306.04251',
  },
  {
    chapter: 'decay',
    authors: 'Liu Ziyin',
    title: 'Symmetry Induces Structure and Constraint of Learning',
    where: 'ICML 2024',
    arxiv: '2309.16932',
  },
  {
    chapter: 'condense',
    authors: 'Hanxu Zhou, Qixuan Zhou, Tao Luo, Yaoyu Zhang, Zhi-Qin John Xu',
    title: 'Towards Understanding the Condensation of Neural Networks at Initial Training',
    where: 'NeurIPS 2022',
    arxiv: '2105.11686',
  },
  {
    chapter: 'relu-law',
    authors: 'Simon S. Du, Wei Hu, Jason D. Lee',
    title: 'Algorithmic Regularization in Learning Deep Homogeneous Models: Layers are Automatically Balanced',
    where: 'NeurIPS 2018',
    arxiv: '1806.00900',
  },
  {
    chapter: 'digits',
    authors: 'Cecilia Summers, Michael J. Dinneen',
    title: 'Nondeterminism and Instability in Neural Network Optimization',
    where: 'ICML 2021',
    arxiv: '2103.04514',
  },
];
