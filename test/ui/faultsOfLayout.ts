/** Runs in the page of a surface: what is wider than its place, and captions that lie over each other. */
export function faultsOfLayout(): string[] {
  const faults: string[] = [];
  const scrolled = 'html, .lens, .stage, .inspector, .transport, .popover, .notice, .fields, .report li';
  for (const element of document.querySelectorAll(scrolled))
    if (element.scrollWidth > element.clientWidth + 1)
      faults.push(`${element.className}: ${element.scrollWidth} in ${element.clientWidth}`);
  const captions = [...document.querySelectorAll('.caption')].map((element) => {
    const { left, top, bottom, right } = element.getBoundingClientRect();
    const rights = [...element.children].map((part) => part.getBoundingClientRect().right);
    return { text: element.textContent?.slice(0, 40), box: { left, top, bottom, right: Math.max(right, ...rights) } };
  });
  for (const [index, { text, box }] of captions.entries()) {
    if (box.right > innerWidth + 1) faults.push(`${text} ends at ${box.right}`);
    for (const other of captions.slice(index + 1)) {
      const width = Math.min(box.right, other.box.right) - Math.max(box.left, other.box.left);
      const height = Math.min(box.bottom, other.box.bottom) - Math.max(box.top, other.box.top);
      if (width > 1 && height > 1) faults.push(`${text} over ${other.text}`);
    }
  }
  return faults;
}
