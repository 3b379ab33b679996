// Looks at the document, in the browser, and returns what is wrong with it.
(() => {
  const problems = [];
  const root = document.documentElement;
  const all = [...document.body.querySelectorAll('*')];
  const isShown = (element) =>
    element.checkVisibility({ visibilityProperty: true }) && !element.classList.contains('skip');
  const shown = all.filter(isShown);

  if (!/^(en|zh-Hant|zh-Hans)$/.test(root.lang))
    problems.push(`3.1.1 the language is "${root.lang}"`);
  if (document.title.trim() === '') problems.push('2.4.2 the page has no title');
  const viewport = document.querySelector('meta[name=viewport]')?.content ?? '';
  if (/user-scalable=no|maximum-scale/.test(viewport)) problems.push('1.4.4 zooming is forbidden');
  if (root.scrollWidth > root.clientWidth)
    problems.push(`1.4.10 ${root.scrollWidth} px are shown on ${root.clientWidth}`);

  const mains = document.querySelectorAll('main').length;
  if (mains !== 1) problems.push(`1.3.1 there are ${mains} main parts`);
  const levels = shown.flatMap(({ tagName }) => /^H([1-6])$/.exec(tagName)?.[1] ?? []).map(Number);
  if (levels.filter((level) => level === 1).length !== 1 || levels[0] !== 1)
    problems.push('1.3.1 the page does not begin with its one first heading');
  levels.forEach((level, place) => {
    const before = levels[place - 1];
    if (before !== undefined && level > before + 1)
      problems.push(`1.3.1 heading ${level} follows heading ${before}`);
  });

  const ids = all.map(({ id }) => id).filter((id) => id !== '');
  for (const id of ids.filter((one, place) => ids.indexOf(one) !== place))
    problems.push(`4.1.1 two elements have the id ${id}`);
  for (const element of all) {
    for (const attribute of ['aria-labelledby', 'aria-describedby', 'for']) {
      const missing = (element.getAttribute(attribute) ?? '')
        .split(/\s+/)
        .filter((id) => id !== '' && !ids.includes(id));
      for (const id of missing) problems.push(`1.3.1 ${attribute} names ${id}, which is not there`);
    }
    if (element.tabIndex > 0) problems.push(`2.4.3 a tabindex of ${element.tabIndex}`);
    if (element instanceof HTMLImageElement && !element.hasAttribute('alt'))
      problems.push('1.1.1 an image has no alternative');
  }

  for (const control of shown) {
    if (!control.matches('button, a.button, select, input:not([type=hidden])')) continue;
    const target = control.closest('label') ?? control;
    const { width, height } = target.getBoundingClientRect();
    if (width < 24 || height < 24)
      problems.push(`2.5.8 a target of ${width} by ${height}: ${control.outerHTML.slice(0, 60)}`);
  }

  const rgba = (colour) => {
    const [red = 0, green = 0, blue = 0, alpha = 1] = (colour.match(/[\d.]+/g) ?? []).map(Number);
    return [red, green, blue, alpha];
  };
  const luminance = (colour) => {
    const [red = 0, green = 0, blue = 0] = colour.slice(0, 3).map((part) => {
      const share = part / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const behind = (element) => {
    for (let at = element; at !== null; at = at.parentElement) {
      const colour = rgba(getComputedStyle(at).backgroundColor);
      if (colour[3] === 1) return colour;
    }
    return [255, 255, 255, 1];
  };
  for (const element of shown) {
    const hasText = [...element.childNodes].some(
      (node) => node.nodeType === Node.TEXT_NODE && (node.textContent ?? '').trim() !== '',
    );
    if (!hasText && !element.matches('input:not([type=hidden])')) continue;
    const { color, fontSize, fontWeight } = getComputedStyle(element);
    const [one, other] = [luminance(rgba(color)), luminance(behind(element))];
    const ratio = (Math.max(one, other) + 0.05) / (Math.min(one, other) + 0.05);
    const size = parseFloat(fontSize);
    const isLarge = size >= 24 || (size >= 18.66 && Number(fontWeight) >= 700);
    if (ratio < (isLarge ? 3 : 4.5))
      problems.push(`1.4.3 a contrast of ${ratio.toFixed(2)}: ${element.outerHTML.slice(0, 60)}`);
  }
  return problems;
})();
