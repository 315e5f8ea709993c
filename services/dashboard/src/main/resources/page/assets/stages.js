/** How far a relationship has come, in rising order. */
export const STAGES = ['unknown', 'aware', 'engaged', 'committed', 'loyal', 'advocate'];

export const rank = (stage) => Math.max(0, STAGES.indexOf(stage));

/** The class that gives an element the colour of a stage. */
export const tint = (stage) => `stage-${rank(stage)}`;
