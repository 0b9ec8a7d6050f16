/** What is known of each row of "What breaks a tie?": which changes part twins, which do not, and which hang on the landscape. */

export const BREAK_IT = ['incoming', 'bias', 'outgoing', 'dropout', 'gradient-noise', 'unit-learning-rate', 'frozen-weight', 'seed'];

export const KEEP_IT = ['nothing', 'output-bias', 'mini-batches', 'momentum', 'adam', 'l2'];

/** What becomes of a last bit depends on the landscape, so it has tests of its own. */
export const DEPENDS = ['one-ulp'];
