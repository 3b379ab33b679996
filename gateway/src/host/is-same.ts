/** Whether two values, as JSON would hold them, are the same; an absent member is the same as an undefined one. */
export function isSame(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null)
    return false;
  if (Array.isArray(one) || Array.isArray(other)) return isSameList(one, other);
  return hasMembersOf(one, other) && hasMembersOf(other, one);
}

function isSameList(one: unknown, other: unknown): boolean {
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, position) => isSame(item, other[position]))
  );
}

function hasMembersOf(one: object, other: object): boolean {
  for (const key in other) {
    if (!isSame(one[key as keyof typeof one], other[key as keyof typeof other])) return false;
  }
  return true;
}
