export { StatisticsModule } from './statistics.module.js';
export { Figures } from './figures.js';
export type { SessionFacts } from './facts.js';
export { type FigureView, presentSessionWay } from './web/session-figures.presenter.js';
