import { describe, expect, it } from '@jest/globals';
import { isSameOrigin } from './same-origin.js';

const BASE = new URL('https://causeway.example/');

describe('isSameOrigin', () => {
  it.each([
    ['our own page', { 'sec-fetch-site': 'same-origin', origin: 'null' }, true],
    ['another host of the site', { 'sec-fetch-site': 'same-site', origin: BASE.origin }, false],
    ['another site', { 'sec-fetch-site': 'cross-site', origin: BASE.origin }, false],
    ['nobody at all', { 'sec-fetch-site': 'none' }, false],
    ['an old browser, on our page', { origin: 'https://causeway.example' }, true],
    ['an old browser, on another page', { origin: 'https://elsewhere.example' }, false],
    ['an old browser that hides where', { origin: 'null' }, false],
    ['what is no browser', {}, false],
  ])('judges a request from %s', (_who, headers, expected) => {
    expect(isSameOrigin(headers, BASE)).toBe(expected);
  });
});
