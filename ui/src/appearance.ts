/** Light, dark, or as the system has it; kept in this browser. */
export type Theme = 'system' | 'light' | 'dark';

const KEY = 'readback.theme';
const PAGE = { light: '#f6f5f2', dark: '#14171a' };

export const appearance = {
  theme(): Theme {
    const kept = localStorage.getItem(KEY);
    return kept === 'light' || kept === 'dark' ? kept : 'system';
  },
  choose(theme: Theme): void {
    localStorage.setItem(KEY, theme);
    appearance.apply();
  },
  /** Also colours the bars that the system draws around the page. */
  apply(): void {
    const theme = appearance.theme();
    document.documentElement.dataset['theme'] = theme;
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name=theme-color]')) {
      const own = meta.media.includes('dark') ? 'dark' : 'light';
      meta.content = PAGE[theme === 'system' ? own : theme];
    }
  },
};

addEventListener('storage', ({ key }) => key === KEY && appearance.apply());
appearance.apply();
