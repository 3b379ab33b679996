/** Shows the page, of the graph that it is served with. */
import { createRoot } from 'react-dom/client';
import { App } from './app.js';

/** Put in by the bundler. */
declare const GRAPH: string;

createRoot(document.body).render(<App graph={GRAPH} />);
