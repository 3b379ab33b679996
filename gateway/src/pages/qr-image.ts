import { html } from './html.js';
import type { Html } from './html.js';

/** A QR code as an image: drawn by the graph, it is shown as a picture alone, never taken over as markup. */
export function qrImage(svg: string, words: string): Html {
  const data = Buffer.from(svg).toString('base64');
  return html`<img class="qr" src="data:image/svg+xml;base64,${data}" alt="${words}" />`;
}
