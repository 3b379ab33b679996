// Where the focus is, in the browser, and whether it is seen; null for nowhere.
(() => {
  const element = document.activeElement;
  if (element === null || element === document.body) return null;
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  return {
    place: [...document.querySelectorAll('*')].indexOf(element),
    what: element.outerHTML.slice(0, 80),
    // What the browser draws by itself is called `auto`.
    isSeen: outlineStyle === 'auto' || (outlineStyle !== 'none' && parseFloat(outlineWidth) >= 2),
  };
})();
