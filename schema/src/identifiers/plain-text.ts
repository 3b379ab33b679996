/**
 * An identifier's text without what hands and keyboards add to it: full-width characters become their ordinary
 * ones, letters capitals, and spaces go.
 */
export function plainText(text: string): string {
  return text.normalize('NFKC').toUpperCase().replaceAll(/\s/g, '');
}
