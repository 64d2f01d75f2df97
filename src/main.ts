import { MINIMUM_NODE, nodeIsOldEnough } from './node-version.js';

if (!nodeIsOldEnough(process.versions.node)) {
  console.error(
    `Jianyan needs Node ${MINIMUM_NODE} or later, this is ${process.versions.node}. Start it with "npm start", which brings the right one.`,
  );
  process.exit(1);
}
const { serve } = await import('./serve.js');
await serve();
